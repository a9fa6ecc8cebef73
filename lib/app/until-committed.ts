import { Refusal } from '../domain/refusal.ts';
import { type Deps, Stale } from './deps.ts';

/** How often a change that lost a race is decided anew before the caller is asked to come back. */
const TRIES = 6;

/** Runs an attempt (load, decide, commit), counted from 1, until it isn't stale. Throws `busy` when it keeps losing races. */
export async function untilCommitted<Result>(
  { pause }: Pick<Deps, 'pause'>,
  attempt: (number: number) => Promise<Result>,
): Promise<Result> {
  for (let number = 1; number <= TRIES; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      await pause(number);
    }
  }
  throw new Refusal('busy', 'Too many changes at once. Please try again in a moment.');
}
