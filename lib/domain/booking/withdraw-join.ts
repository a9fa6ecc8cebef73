import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { type Booking, isOver } from './booking.ts';
import type { WithdrawJoin } from './commands.ts';
import { refuseUnseen } from './desk.ts';
import type { BookingEvent, JoinWithdrawn } from './events.ts';
import { checkInAt, closesAt, joinWindow, PUNCTUAL, timeToAnswer } from './timeline.ts';
import type { Timer } from './timer.ts';

/**
 * Takes back that somebody joined, where our staff alone said so. Where nobody has, it changes nothing. Throws
 * `join-stands`, and `already-over` where no time is left to ask whoever it is for.
 */
export function withdrawJoin(
  booking: Booking,
  command: WithdrawJoin,
  now: number,
  policy: Policy,
): BookingEvent[] {
  const { attendance, status } = booking;
  if (isOver(booking) || (attendance !== undefined && !isTimeToAsk(booking, now))) {
    refuseUnseen(booking, command);
    throw new Refusal('already-over', 'This session is over, or about to be.', { bookingStatus: status });
  }
  if (attendance === undefined) return [];
  if (attendance.evidence !== 'staff') {
    refuseUnseen(booking, command);
    throw new Refusal('join-stands', 'Only a join that our staff noted themselves can be taken back.', {
      evidence: attendance.evidence,
    });
  }
  return [{ type: 'join-withdrawn', at: now, staffId: command.staffId, ...afterwards(booking, now, policy) }];
}

/** Whether a question that goes out now, within the precision of timers, still reaches somebody before the end. */
export function isTimeToAsk({ end }: Booking, now: number): boolean {
  return now + PUNCTUAL < end;
}

/** Nobody is closed out unasked, or earlier than they were told; and from now on there is the time for an answer. */
function afterwards(
  booking: Booking,
  now: number,
  policy: Policy,
): Pick<JoinWithdrawn, 'timers' | 'answeredAt' | 'closesAt'> {
  const finish: Timer = { kind: 'finish', at: booking.end };
  const { checkIn, end } = booking;
  if (checkIn?.answeredAt !== undefined) return { timers: [finish] };
  const answeredAt = saidComing(booking, policy);
  if (answeredAt !== undefined) return { timers: [finish], answeredAt };
  const usual = checkInAt(booking, policy);
  const close = closesAt(booking, policy);
  const stands = checkIn?.askedAt !== undefined && now < close;
  if (usual !== undefined && !stands) {
    const ask = Math.max(usual, now + PUNCTUAL);
    const { closesAt: _, ...unmoved } = booking;
    const closing = closesAt({ ...unmoved, checkIn: { askedAt: ask } }, policy);
    return { timers: [{ kind: 'check-in', at: ask }, { kind: 'close', at: closing }, finish] };
  }
  const moved = Math.min(end, Math.max(close, now + timeToAnswer(policy)));
  return { timers: [{ kind: 'close', at: moved }, finish], closesAt: moved };
}

/** A 1 that came while we took them for joined was met with silence: it counts now. */
function saidComing({ heard, ...booking }: Booking, policy: Policy): number | undefined {
  if (heard?.intent !== 'coming') return undefined;
  return heard.stamp >= joinWindow(booking, policy).from ? heard.stamp : undefined;
}
