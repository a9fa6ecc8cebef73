import { Refusal } from '../refusal.ts';
import { type Booking, isOver, isPending } from './booking.ts';
import type { MarkNoShow } from './commands.ts';
import { refuseUnseen } from './desk.ts';
import type { BookingEvent } from './events.ts';
import { holdsUntil } from './holds.ts';

/**
 * Closes a session that nobody has joined, from its start on. Whoever joins in time all the same takes it back. Again by
 * the same person, it changes nothing. Throws `not-begun`, `somebody-joined` and `already-over`.
 */
export function markNoShow(booking: Booking, command: MarkNoShow, now: number): BookingEvent[] {
  const { staffId, reason } = command;
  const { status, outcome, attendance, checkIn } = booking;
  if (status === 'no_show' && outcome?.staffId === staffId) return [];
  refuseUnlessMissed(booking, command, now);
  if (attendance !== undefined) {
    throw new Refusal('somebody-joined', 'Somebody has joined this session. Complete it instead.');
  }
  return [
    {
      type: 'no-show-recorded',
      at: now,
      staffId,
      ...(reason === undefined ? {} : { text: reason }),
      reason: checkIn?.answeredAt === undefined ? 'absent' : 'never_joined_after_keeping_open',
      holds: holdsUntil(booking, now),
    },
  ];
}

function refuseUnlessMissed(booking: Booking, command: MarkNoShow, now: number): void {
  const { status, start } = booking;
  if (isOver(booking)) {
    refuseUnseen(booking, command);
    throw new Refusal('already-over', 'This session is over.', { bookingStatus: status });
  }
  if (now >= start && !isPending(booking)) return;
  throw new Refusal('not-begun', 'Only a session that has begun can be missed.', {
    start: new Date(start).toISOString(),
  });
}
