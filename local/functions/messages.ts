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
}

/** To the worker: run the handler once. Events and answers travel as JSON, as they do to Lambda. */
export interface Invocation {
  readonly id: string;
  readonly event: string;
  readonly timeoutMs: number;
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
  | { readonly kind: 'unloadable'; readonly failure: FunctionFailure }
  | { readonly kind: 'done'; readonly id: string; readonly took: Took; readonly result: string }
  | { readonly kind: 'failed'; readonly id: string; readonly took: Took; readonly failure: FunctionFailure };
