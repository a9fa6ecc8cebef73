import type { Booking } from '../domain/booking/booking.ts';
import type { BookingCommand } from '../domain/booking/commands.ts';
import { decide } from '../domain/booking/decide.ts';
import { evolve } from '../domain/booking/evolve.ts';
import { Refusal } from '../domain/refusal.ts';
import { entriesOf } from '../domain/standing/entries-of.ts';
import type { Change, Deps, Making } from './deps.ts';
import { policyVersion } from './policy-version.ts';
import { untilCommitted } from './until-committed.ts';

/**
 * Load, decide, commit: the one way in which a booking changes. Gives the booking as it is afterwards. A booking that was
 * read a moment ago is decided on as it is, and read again only after a lost race. What is `beside` is committed with it.
 * Throws the rules' Refusals, `busy` when it keeps losing races, SlotTaken for the caller to look elsewhere, and
 * StandingChanged for it to ask again who is let in.
 */
export function handle(
  deps: Deps,
  which: Booking | string,
  command: BookingCommand,
  beside: Partial<Making> & Pick<Change, 'once'> = {},
): Promise<Booking> {
  return untilCommitted(deps, async (attempt) => {
    const before =
      command.type === 'book' ? undefined : await load(deps, attempt === 1 ? which : idOf(which));
    const change = changeBy(deps, before, command);
    if (change.events.length > 0) await deps.table.commit({ ...change, ...beside });
    return change.after;
  });
}

/** What a command makes of a booking as it was read. No events: nothing. Throws the rules' Refusals. */
export function changeBy(
  { settings: { policy, zone }, now: clock }: Deps,
  before: Booking | undefined,
  command: BookingCommand,
): Change {
  const now = clock();
  const events = decide(before, command, now, policy);
  const after = events.reduce<Booking | undefined>(evolve, before);
  if (after === undefined) throw new Error('a command to nothing made nothing');
  const entries = entriesOf(before, after, events, zone);
  return { before, after, events, entries, policy: policyVersion(policy), now };
}

/** The booking as it is, or as it was read a moment ago. Throws `not-found`. */
export async function load({ table }: Pick<Deps, 'table'>, which: Booking | string): Promise<Booking> {
  const booking = typeof which === 'string' ? await table.booking(which) : which;
  if (booking === undefined) throw new Refusal('not-found', 'There is no such booking.');
  return booking;
}

/** Of a booking that may have been read already. */
export function idOf(which: Booking | string): string {
  return typeof which === 'string' ? which : which.id;
}
