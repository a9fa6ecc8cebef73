import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { type Booking, isOver, isPending } from './booking.ts';
import type { Join } from './commands.ts';
import type { BookingEvent } from './events.ts';
import { nobodyJoined, reversal } from './reversal.ts';
import { joinWindow } from './timeline.ts';

/**
 * Records that somebody joined. A join stamped before the close counts, even when it is learnt after it: the
 * no-show is taken back. Joining again changes nothing. Throws `already-over` and `outside-join-window`.
 */
export function join(booking: Booking, command: Join, now: number, policy: Policy): BookingEvent[] {
  if (booking.attendance !== undefined && !isOver(booking)) return [];
  const { from, until } = joinWindow(booking, policy);
  const lateNews = nobodyJoined(booking);
  if (command.stamp >= until || (isOver(booking) && !lateNews)) {
    throw new Refusal('already-over', 'This session is over.', { bookingStatus: booking.status });
  }
  if (isPending(booking)) {
    throw new Refusal('outside-join-window', 'This session can be joined once it is approved.', {
      from: new Date(from).toISOString(),
    });
  }
  if (command.stamp < from) {
    throw new Refusal(
      'outside-join-window',
      `A session can be joined from ${policy.start.joinFromMinutes} minutes before its start.`,
      { from: new Date(from).toISOString() },
    );
  }
  const joined: BookingEvent = {
    type: 'attendee-joined',
    at: now,
    stamp: command.stamp,
    evidence: command.evidence,
    ...(command.evidence === 'staff' ? { staffId: command.staffId } : {}),
  };
  return lateNews ? [joined, reversal(booking, 'joined', command.timeTaken, now, policy)] : [joined];
}
