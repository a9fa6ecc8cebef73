/** A cloud whose world misbehaves as the faults say, the same way each time. */
export interface Hostility {
  /** All randomness of the functions, and the order of what happens at once, follow from it. */
  readonly seed: number;
  readonly faults: readonly Fault[];
}

/**
 * What the world does wrong. It strikes by what a call is, never by when it comes, so that the order of parallel calls
 * changes nothing. `nth` counts from 1.
 */
export type Fault = CallFault | TimerFault | StreamFault | TextFault | SkewFault;

/**
 * Strikes a call by what it is. `nth` counts the calls of this function and action over the run: the SDK's own retries
 * are not counted, and conflicts count only writes to the table, as nothing else can conflict.
 */
export interface CallFault {
  readonly id: string;
  readonly kind: 'call';
  /** Logical id, name, or the name of its file (`on-event`); `*` is any. */
  readonly function: string;
  /** As in IAM: `dynamodb:UpdateItem`; a post to another system is `http:Post`; `*` is any. */
  readonly action: string;
  readonly nth: number;
  readonly how: CallTrouble;
  /** How many such calls in a row are struck, retries among them, so that it outlasts the SDK's own; 1 unless given. */
  readonly times?: number;
}

export type CallTrouble =
  | 'fails-before'
  /** It took effect, and the caller is told of an internal error. */
  | 'fails-after'
  /** It took effect, and the connection breaks instead of the answer. */
  | 'cut-after'
  | 'throttled'
  | 'slow'
  | 'conflict'
  /** The function's environment ends before, or after, the call takes effect. */
  | 'dies-before'
  | 'dies-after';

/** Strikes the nth timer ever set. `byMs` is how much too early or late it fires, or how much later it fires again. */
export interface TimerFault {
  readonly id: string;
  readonly kind: 'timer';
  readonly nth: number;
  readonly how: 'lost' | 'twice' | 'early' | 'late';
  readonly byMs?: number;
}

/** `redelivered` brings the nth batch twice; `held-back` lets all others overtake the item of the nth record. */
export interface StreamFault {
  readonly id: string;
  readonly kind: 'stream';
  readonly nth: number;
  readonly how: 'redelivered' | 'held-back';
}

/** Strikes the nth text from a phone: it comes twice, the second time `byMs` later, or only then. */
export interface TextFault {
  readonly id: string;
  readonly kind: 'text';
  readonly nth: number;
  readonly how: 'twice' | 'late';
  readonly byMs?: number;
}

/** A function's clock is off. */
export interface SkewFault {
  readonly id: string;
  readonly kind: 'skew';
  readonly function: string;
  readonly byMs: number;
}

/** A fault that struck. */
export interface Strike {
  /** The fault's id. */
  readonly fault: string;
  readonly kind: Fault['kind'];
  readonly how: string;
  /** ms, by the dial. */
  readonly at: number;
  /** In words: what was struck, and how. */
  readonly what: string;
  /** Logical id of the function that was struck, if one was. */
  readonly function?: string;
  /** The call that was struck, as in IAM, if one was. */
  readonly action?: string;
}
