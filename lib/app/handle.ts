import type { Booking } from '../domain/booking/booking.ts';
import type { BookingCommand } from '../domain/booking/commands.ts';
import { decide } from '../domain/booking/decide.ts';
import { evolve } from '../domain/booking/evolve.ts';
import { Refusal } from '../domain/refusal.ts';
import { entriesOf } from '../domain/standing/entries-of.ts';
import { type Deps, type Once, type Reliance, Stale } from './deps.ts';
import { policyVersion } from './policy-version.ts';

/** How often a commit that lost a race is tried again before the caller is asked to come back. */
const TRIES = 6;

/**
 * Load, decide, commit: the one way in which a booking changes. Gives the booking as it is afterwards.
 * Throws the rules' Refusals, `busy` when it keeps losing races, SlotTaken for the caller to look elsewhere, and
 * StandingChanged for it to ask again who is let in.
 */
export async function handle(
  deps: Deps,
  bookingId: string,
  command: BookingCommand,
  once?: Once,
  relies?: Reliance,
): Promise<Booking> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = command.type === 'book' ? undefined : await load(deps, bookingId);
    const { policy, zone } = deps.settings;
    const events = decide(before, command, deps.now(), policy);
    const after = events.reduce<Booking | undefined>(evolve, before);
    if (after === undefined) throw new Error('a command to nothing made nothing');
    if (events.length === 0) return after;
    try {
      await deps.table.commit({
        before,
        after,
        events,
        entries: entriesOf(before, after, events, zone),
        policy: policyVersion(policy),
        now: deps.now(),
        ...(once === undefined ? {} : { once }),
        ...(relies === undefined ? {} : { relies }),
      });
      return after;
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      await deps.pause(attempt);
    }
  }
  throw new Refusal('busy', 'Too many changes at once. Please try again in a moment.');
}

async function load(deps: Deps, bookingId: string): Promise<Booking> {
  const booking = await deps.table.booking(bookingId);
  if (booking === undefined) throw new Refusal('not-found', 'There is no such booking.');
  return booking;
}
