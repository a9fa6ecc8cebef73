import { ERASED, remainsOf } from '../people/tombstone.ts';
import { Refusal } from '../refusal.ts';
import { type Booking, type Cancellation, type Contest, isOver, type Outcome } from './booking.ts';
import type { Erase } from './commands.ts';
import type { BookingEvent, EventOf } from './events.ts';

/** Forgets who it was for. Again, it changes nothing. Throws `open-sessions` as long as the session may still take place. */
export function erase(booking: Booking, { staffId, tombstone }: Erase, now: number): BookingEvent[] {
  if (booking.erasedAt !== undefined) return [];
  if (mayTakePlace(booking, now)) {
    throw new Refusal(
      'open-sessions',
      'This session is still to come. Cancel it first, or wait for its end.',
      {
        sessions: [booking.id],
      },
    );
  }
  return [{ type: 'attendee-erased', at: now, staffId, tombstone }];
}

/** Whether it is open, or can be again: a no-show is taken back until the session's end where somebody had come in time. */
export function mayTakePlace(booking: Booking, now: number): boolean {
  return !isOver(booking) || (booking.status === 'no_show' && now < booking.end);
}

/** The booking without its attendee, and without all that was written by or to them. */
export function erased(booking: Booking, { at, tombstone }: EventOf<'attendee-erased'>): Booking {
  const { topic: _, words: __, mailLost: ___, cancelled, outcome, ...rest } = booking;
  return {
    ...rest,
    attendee: remainsOf(tombstone),
    ...(cancelled === undefined ? {} : { cancelled: withoutReason(cancelled) }),
    ...(outcome === undefined ? {} : { outcome: silenced(outcome) }),
    erasedAt: at,
  };
}

function withoutReason({ reason: _, ...cancelled }: Cancellation): Cancellation {
  return cancelled;
}

function silenced({ excused, contest, ...outcome }: Outcome): Outcome {
  return {
    ...outcome,
    ...(excused === undefined ? {} : { excused: { ...excused, reason: ERASED } }),
    ...(contest === undefined ? {} : { contest: silencedContest(contest) }),
  };
}

function silencedContest({ at, rejected }: Contest): Contest {
  return {
    at,
    text: ERASED,
    ...(rejected === undefined ? {} : { rejected: { ...rejected, reason: ERASED } }),
  };
}
