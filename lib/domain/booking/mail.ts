import type { Booking } from './booking.ts';
import type { LoseMail, RestoreMail } from './commands.ts';
import type { BookingEvent } from './events.ts';

/**
 * Mail doesn't reach the attendee: marked, for whoever looks at the session. It changes none of its rules. One who
 * complained stays so where mail comes back, too.
 */
export function loseMail(
  { mailLost, erasedAt }: Booking,
  { reason, confirmation }: LoseMail,
  now: number,
): BookingEvent[] {
  if (erasedAt !== undefined || mailLost?.reason === reason || mailLost?.reason === 'complained') return [];
  return [{ type: 'mail-lost', at: now, reason, ...(confirmation === true ? { confirmation } : {}) }];
}

/** Mail arrives again, or our staff want it to be tried. */
export function restoreMail({ mailLost }: Booking, command: RestoreMail, now: number): BookingEvent[] {
  if (mailLost === undefined) return [];
  const { type: _, ...byStaff } = command;
  return [{ type: 'mail-restored', at: now, ...byStaff }];
}
