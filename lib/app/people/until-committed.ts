import { Refusal } from '../../domain/refusal.ts';
import { Stale } from '../deps.ts';
import type { PeopleDeps } from '../people-deps.ts';

/** How often a change that lost a race is decided anew before the caller is asked to come back. */
const TRIES = 6;

/** Runs an attempt (load, decide, commit) until it isn't stale. Throws `busy` when it keeps losing races. */
export async function untilCommitted<Result>(
  deps: Pick<PeopleDeps, 'pause'>,
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (let number = 1; number <= TRIES; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      await deps.pause(number);
    }
  }
  throw new Refusal('busy', 'Too many changes at once. Please try again in a moment.');
}
