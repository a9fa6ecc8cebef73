import { Refusal } from '../refusal.ts';
import { type Booking, isOver } from './booking.ts';
import type { BookingCommand, Complete, Excuse } from './commands.ts';
import type { BookingEvent } from './events.ts';
import { holdsUntil } from './holds.ts';

/** Ends a session that somebody joined, and frees the rest of the consultant's time. Again, it changes nothing. */
export function complete(booking: Booking, { staffId }: Complete, now: number): BookingEvent[] {
  const { status, attendance } = booking;
  if (status === 'completed') return [];
  if (isOver(booking)) throw new Refusal('already-over', 'This session is over.', { bookingStatus: status });
  if (attendance === undefined) {
    throw new Refusal('nobody-joined', 'Nobody is known to have joined. Mark them as joined first.');
  }
  return [{ type: 'completed', at: now, staffId, holds: holdsUntil(booking, now) }];
}

/**
 * Excuses a no-show: it stays on record, and doesn't count. For good, because the attendee is told. Excusing it again
 * changes nothing, but whom somebody else was ahead of is told: their reason isn't recorded.
 */
export function excuse(booking: Booking, { staffId, reason }: Excuse, now: number): BookingEvent[] {
  const { status, outcome, revision } = booking;
  if (status !== 'no_show' || outcome === undefined) {
    throw new Refusal('not-a-no-show', 'Only a no-show can be excused.', { bookingStatus: status });
  }
  const { excused } = outcome;
  if (excused === undefined) return [{ type: 'no-show-excused', at: now, staffId, reason }];
  if (excused.by === staffId) return [];
  throw changedMeanwhile('Somebody else has excused this no-show already.', revision);
}

/** Throws `changed-meanwhile` where staff decided on a booking that has changed since. */
export function refuseUnseen({ revision }: Booking, command: BookingCommand): void {
  const seen = 'seen' in command ? command.seen : undefined;
  if (seen === undefined || seen === revision) return;
  throw changedMeanwhile(
    'The booking has changed since you looked at it. Please look again before you decide.',
    revision,
  );
}

/** The refusal of who was not the first, with the revision that the booking has by now. */
export function changedMeanwhile(detail: string, revision: number): Refusal {
  return new Refusal('changed-meanwhile', detail, { revision });
}
