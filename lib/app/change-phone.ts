import type { Phone } from '../domain/phone/phone.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Deps, type PhoneChange, Stale } from './deps.ts';

/** How often a change that met another of the same number is decided anew before the caller is asked to come back. */
const TRIES = 6;

/** What becomes of a number, and what the caller wanted to know. Without `after` nothing is written. */
export type PhoneDecision<Result> = Partial<Pick<PhoneChange, 'after' | 'event'>> & {
  readonly result: Result;
};

/** Load, decide, commit, as for bookings; `known` is the phone where it was loaded already. Throws `busy` when it keeps losing races. */
export async function changePhone<Result>(
  deps: Deps,
  mobile: string,
  decide: (phone: Phone) => Promise<PhoneDecision<Result>> | PhoneDecision<Result>,
  known?: Phone,
): Promise<Result> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = (attempt === 1 ? known : undefined) ?? (await deps.table.phone(mobile));
    const { result, after, ...more } = await decide(before);
    if (after === undefined) return result;
    try {
      await deps.table.commitPhone({ before, after, ...more, now: deps.now() });
      return result;
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      await deps.pause(attempt);
    }
  }
  throw new Refusal('busy', 'Too much at once on one number. Please try again in a moment.');
}
