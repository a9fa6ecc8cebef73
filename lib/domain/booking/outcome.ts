import type { Booking } from './booking.ts';
import type { EventOf } from './events.ts';

/** The no-show, that doesn't count any more. Throws where there is none. */
export function excused(booking: Booking, { staffId, at, reason }: EventOf<'no-show-excused'>): Booking {
  if (booking.outcome === undefined) throw new Error('only a no-show is excused');
  return { ...booking, outcome: { ...booking.outcome, excused: { by: staffId, at, reason } } };
}

/** The no-show, as its attendee sees it. Throws where there is none. */
export function contested(booking: Booking, { at, text }: EventOf<'no-show-contested'>): Booking {
  if (booking.outcome === undefined) throw new Error('only a no-show is contested');
  return { ...booking, outcome: { ...booking.outcome, contest: { at, text } } };
}

/** The contest, as our staff decided on it. Throws where there is none. */
export function rejected(booking: Booking, { staffId, at, reason }: EventOf<'contest-rejected'>): Booking {
  const { outcome } = booking;
  if (outcome?.contest === undefined) throw new Error('only a contest is rejected');
  const contest = { ...outcome.contest, rejected: { by: staffId, at, reason } };
  return { ...booking, outcome: { ...outcome, contest } };
}
