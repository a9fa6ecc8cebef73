import type { Policy } from '../policy.ts';
import type { Booking } from './booking.ts';
import type { NoShowReversed } from './events.ts';
import { holdsOf } from './holds.ts';

/** A no-show because nobody joined, kept open or not: a join stamped in time takes it back. */
export function nobodyJoined({ status, outcome }: Booking): boolean {
  return status === 'no_show' && outcome?.reason !== 'late_notice';
}

/** Closed because nobody came or answered: the one no-show that an answer stamped in time takes back. */
export function wasAbsent({ status, outcome }: Booking): boolean {
  return status === 'no_show' && outcome?.reason === 'absent';
}

/** Takes a no-show back, and the session up again where it isn't over and the consultant's time is still free. */
export function reversal(
  booking: Booking,
  because: 'answered' | 'joined',
  timeTaken: boolean | undefined,
  now: number,
  policy: Policy,
): NoShowReversed {
  if (timeTaken === true || now >= booking.end) {
    return { type: 'no-show-reversed', at: now, because, timers: [] };
  }
  return {
    type: 'no-show-reversed',
    at: now,
    because,
    holds: holdsOf(booking.start, booking.minutes, policy),
    timers: [{ kind: 'finish', at: booking.end }],
  };
}
