/**
 * What a function does when it is called: it `works`, each of its runs `fails`, or it is `unreachable`, as it is where
 * nobody may invoke it any more.
 */
export const functionStates = ['works', 'fails', 'unreachable'] as const;

export type FunctionState = (typeof functionStates)[number];

/** Which functions don't work, at the console's wish. Names are the functions' logical ids. */
export class Outages {
  readonly #states = new Map<string, FunctionState>();

  set(logicalId: string, state: FunctionState): void {
    if (state === 'works') this.#states.delete(logicalId);
    else this.#states.set(logicalId, state);
  }

  of(logicalId: string): FunctionState {
    return this.#states.get(logicalId) ?? 'works';
  }
}

/** A function that could not be called at all: a service that calls it without waiting has its own dead letters for that. */
export class FunctionUnreachable extends Error {
  override name = 'FunctionUnreachable';

  constructor(functionName: string) {
    super(`${functionName} can't be invoked: the console made it unreachable`);
  }
}
