import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import type { Booking } from './booking.ts';
import type { Reopen } from './commands.ts';
import { refuseUnseen } from './desk.ts';
import type { BookingEvent } from './events.ts';
import { holdsOf } from './holds.ts';

/**
 * Takes up a session again that was completed before its end. One that goes on already stays as it is. Throws
 * `not-completed`, and `already-over` from its end on; whether the consultant's time is still free shows at the commit.
 */
export function reopen(booking: Booking, command: Reopen, now: number, policy: Policy): BookingEvent[] {
  const { status, start, end, minutes, erasedAt } = booking;
  if (status === 'in_progress') return [];
  if (status !== 'completed') {
    refuseUnseen(booking, command);
    throw new Refusal('not-completed', 'Only a completed session can be taken up again.', {
      bookingStatus: status,
    });
  }
  if (now >= end || erasedAt !== undefined) {
    throw new Refusal('already-over', 'This session is over.', { bookingStatus: status });
  }
  const holds = holdsOf(start, minutes, policy);
  const timers = [{ kind: 'finish', at: end }] as const;
  return [{ type: 'reopened', at: now, staffId: command.staffId, holds, timers }];
}
