import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { type Booking, isPending, textableMobile } from './booking.ts';
import type { Approve, Decline } from './commands.ts';
import { changedMeanwhile, refuseUnseen } from './desk.ts';
import type { BookingEvent } from './events.ts';
import { timersOf } from './timeline.ts';
import type { Timer } from './timer.ts';

/** Lets a pending booking stand: from here on it is like any other. Again by the same person, it changes nothing. */
export function approve(booking: Booking, command: Approve, now: number, policy: Policy): BookingEvent[] {
  const { staffId, reason } = command;
  if (booking.approval?.approved?.by === staffId) return [];
  refuseUnlessDecidable(booking, command, now);
  const { start, end } = booking;
  const timers = timersOf({ start, end, mobile: textableMobile(booking) !== undefined }, policy, now);
  return [{ type: 'approved', at: now, staffId, ...(reason === undefined ? {} : { reason }), timers }];
}

/** Ends a pending booking, and frees its time. Again by the same person, it changes nothing. */
export function decline(booking: Booking, command: Decline, now: number): BookingEvent[] {
  const { staffId, reason } = command;
  const { approval, cancelled } = booking;
  const stood = approval === undefined || approval.approved !== undefined;
  if (!stood && cancelled?.staffId === staffId) return [];
  refuseUnlessDecidable(booking, command, now);
  return [{ type: 'declined', at: now, staffId, reason }];
}

/** What a pending booking waits for: somebody decides before this instant (ms), or it ends. */
export function waitUntil(decideBy: number): readonly Timer[] {
  return [{ kind: 'expire', at: decideBy }];
}

/** Throws `approval-required` where nobody is left the time to decide. */
export function refuseTooSoon(decideBy: number, now: number): void {
  if (now < decideBy) return;
  throw new Refusal(
    'approval-required',
    'This booking needs to be approved first, and this time is too soon for that. Please choose a later one.',
    { decideBy: new Date(decideBy).toISOString() },
  );
}

/** Whether the time to decide has passed at an instant (ms), though the timer that says so may still be on its way. */
export function isTooLateToDecide(booking: Booking, at: number): boolean {
  return isPending(booking) && booking.approval !== undefined && at >= booking.approval.decideBy;
}

function refuseUnlessDecidable(booking: Booking, command: Approve | Decline, now: number): void {
  if (isPending(booking) && !isTooLateToDecide(booking, now)) return;
  const { approval, cancelled, revision, status } = booking;
  const decidedBy = approval === undefined ? undefined : (approval.approved?.by ?? cancelled?.staffId);
  if (decidedBy !== undefined && decidedBy !== command.staffId) {
    throw changedMeanwhile('Somebody else has decided on this booking already.', revision);
  }
  refuseUnseen(booking, command);
  throw new Refusal('not-pending', 'This booking does not wait for approval, or not any more.', {
    bookingStatus: status,
  });
}
