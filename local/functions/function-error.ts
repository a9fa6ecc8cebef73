import type { FunctionFailure } from './messages.ts';

/** A function that threw, timed out or exited. `failure` is what Lambda would report of it. */
export class FunctionError extends Error {
  override name = 'FunctionError';
  readonly functionName: string;
  readonly failure: FunctionFailure;

  constructor(functionName: string, failure: FunctionFailure) {
    super(`${functionName}: ${failure.errorType}: ${failure.errorMessage}`);
    this.functionName = functionName;
    this.failure = failure;
  }
}
