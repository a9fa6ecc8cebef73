import type { Phone } from '../domain/phone/phone.ts';
import type { Deps, PhoneChange } from './deps.ts';
import { untilCommitted } from './until-committed.ts';

/** What becomes of a number, and what the caller wanted to know. Without `after` nothing is written. */
export type PhoneDecision<Result> = Partial<Pick<PhoneChange, 'after' | 'event'>> & {
  readonly result: Result;
};

/** Load, decide, commit, as for bookings; `known` is the phone where it was loaded already. Throws `busy` when it keeps losing races. */
export function changePhone<Result>(
  deps: Deps,
  mobile: string,
  decide: (phone: Phone) => Promise<PhoneDecision<Result>> | PhoneDecision<Result>,
  known?: Phone,
): Promise<Result> {
  return untilCommitted(deps, async (attempt) => {
    const before = (attempt === 1 ? known : undefined) ?? (await deps.table.phone(mobile));
    const { result, after, ...more } = await decide(before);
    if (after !== undefined) await deps.table.commitPhone({ before, after, ...more, now: deps.now() });
    return result;
  });
}
