/** What the worker of a function is started with. */
export interface WorkerStart {
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
  readonly logGroup: string;
  /** The bundle's directory. */
  readonly directory: string;
  /** As in the template: `index.handler`. */
  readonly handler: string;
  /** The dial's memory; see shared-time.ts. */
  readonly clock: SharedArrayBuffer;
  readonly hostile: HostileStart | undefined;
}

/** What a worker is told of a hostile world. */
export interface HostileStart {
  /** By how much its clock is off; see skews.ts. */
  readonly skew: SharedArrayBuffer;
  /** Seed of what is random outside of runs. */
  readonly seed: string;
}

/** To the worker: run the handler once. Events and answers travel as JSON, as they do to Lambda. */
export interface Invocation {
  readonly id: string;
  readonly event: string;
  readonly timeoutMs: number;
  /** Seed of what is random in it; chance unless given. */
  readonly seed?: string;
}

/** To the worker: say so once you have taken in all that was sent to you, the answers to this many calls among it. */
export interface QuietQuestion {
  readonly kind: 'quiet?';
  readonly answered: number;
}

/** What went wrong in a function, in the fields of Lambda's error payload. */
export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What a run took: ms from its start to its end, and ms of processor that the worker used since its last report. */
export interface Took {
  readonly ms: number;
  readonly processorMs: number;
}

/** From the worker: the bundle is loaded, or could not be; an invocation is done, or failed. */
export type WorkerMessage =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'quiet'; readonly sent: number }
  | { readonly kind: 'unloadable'; readonly failure: FunctionFailure }
  | { readonly kind: 'done'; readonly id: string; readonly took: Took; readonly result: string }
  | { readonly kind: 'failed'; readonly id: string; readonly took: Took; readonly failure: FunctionFailure };
