/** A value that is known only when the request is sent: something that the run has made so far, or a time near now. */
export type Later =
  | { readonly $: 'pick'; readonly pool: string; readonly n: number; readonly part: string }
  /** So many minutes from now, on a quarter of an hour. */
  | { readonly $: 'instant'; readonly minutes: number }
  /** So many days from today. */
  | { readonly $: 'date'; readonly days: number };

/** Who sends a request, and how they say who they are. */
export type Caller =
  | 'nobody'
  | 'member'
  | 'manager'
  | 'primary'
  | 'staff'
  /** By cookie, with the token against forged requests. */
  | 'primary-browser'
  | 'staff-browser'
  /** By cookie, and without that token. */
  | 'forged-browser'
  /** With a token that nobody gave out. */
  | 'impostor';

export const callers = [
  'nobody',
  'member',
  'manager',
  'primary',
  'staff',
  'primary-browser',
  'staff-browser',
  'forged-browser',
  'impostor',
] as const satisfies readonly Caller[];

/** What a request breaks. A `certain` one is against a rule that the document states, and must be refused. */
export interface Broken {
  readonly rule: string;
  /** The field that an answer about it names, where it is one. */
  readonly field?: string;
  readonly certain: boolean;
}

/** The body of a request: JSON made of a value, fields of a form, or a text as it is. */
export type PlannedBody =
  | { readonly as: 'json'; readonly type: string; readonly value: unknown }
  | { readonly as: 'form'; readonly fields: readonly (readonly [name: string, value: unknown])[] }
  | { readonly as: 'text'; readonly type: string | undefined; readonly text: string };

/** A change to a form or to a link of ours, as somebody makes it who knows how. */
export interface Edit {
  readonly how: 'set' | 'drop' | 'twice' | 'add';
  /** Which field, counted round. */
  readonly at: number;
  readonly value: unknown;
}

/** A request to be: plain data, drawn from the seed alone. */
export interface Plan {
  readonly operation: string;
  readonly caller: Caller;
  readonly method: string;
  /** Template of the path. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly query: readonly (readonly [name: string, value: unknown])[];
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body?: PlannedBody;
  /** A form (to be posted) or link (to be opened) that a page of ours had, with changes; what it has goes before the above. */
  readonly shown?: {
    readonly n: number;
    /** What is typed into fields that are empty, by their names. */
    readonly typed?: Readonly<Record<string, unknown>>;
    readonly edits: readonly Edit[];
  };
  /** Put in place of the path, as it is. */
  readonly rawPath?: string;
  /** Signs the body as the provider of the meetings does. */
  readonly signed?: boolean;
  readonly broken?: Broken;
}

/** Whether a value is one of those that are known later. */
function isLater(value: unknown): value is Later {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '$');
}

/** The value with everything in it that is known later put in. */
export function resolved(value: unknown, made: (later: Later) => unknown): unknown {
  if (isLater(value)) return made(value);
  if (Array.isArray(value)) return value.map((one) => resolved(one, made));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolved(inner, made)]));
}
