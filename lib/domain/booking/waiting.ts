import { type Booking, isContested } from './booking.ts';

/** Something about a booking that our staff have to decide, since when (ms). */
export interface Waiting {
  readonly queue: 'approvals' | 'contests';
  readonly since: number;
}

/** What our staff have to decide on a booking; undefined where there is nothing. */
export function waitsFor(booking: Booking): Waiting | undefined {
  const { status, createdAt, outcome } = booking;
  if (status === 'pending') return { queue: 'approvals', since: createdAt };
  if (!isContested(booking) || outcome?.contest === undefined) return undefined;
  return { queue: 'contests', since: outcome.contest.at };
}
