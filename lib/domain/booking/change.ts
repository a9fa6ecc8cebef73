import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { isTooLateToDecide, refuseTooSoon, waitUntil } from './approval.ts';
import { type Booking, type Channel, isOver, isPending, textableMobile } from './booking.ts';
import type { Book, Cancel, Reschedule } from './commands.ts';
import type { BookingEvent, EventOf } from './events.ts';
import { holdsOf } from './holds.ts';
import { changeBy, noticeUntil, timersOf } from './timeline.ts';

const MINUTE = 60_000;

/**
 * Books with the first of the consultants who can give the session. Throws `slot-unavailable` and, where nobody is left
 * the time to approve it, `approval-required`.
 */
export function book(command: Book, now: number, policy: Policy): BookingEvent[] {
  const { type: _, consultants, ...facts } = command;
  const { start, minutes, attendee, mobileLost, approval } = command;
  if (approval !== undefined) refuseTooSoon(approval.decideBy, now);
  const mobile = attendee.mobile !== undefined && mobileLost === undefined;
  const plan = { start, end: start + minutes * MINUTE, mobile };
  return [
    {
      type: 'booked',
      at: now,
      ...facts,
      consultantId: firstOf(consultants),
      holds: holdsOf(start, minutes, policy),
      timers: approval === undefined ? timersOf(plan, policy, now) : waitUntil(approval.decideBy),
    },
  ];
}

/**
 * Moves the booking, which keeps its id and its links, and stays pending where it is. A move to the time that it has
 * already changes nothing.
 */
export function reschedule(
  booking: Booking,
  command: Reschedule,
  now: number,
  policy: Policy,
): BookingEvent[] {
  if (!isOver(booking) && command.start === booking.start) return [];
  refuseUnlessChangeable(booking, command, policy);
  const { start } = command;
  const decideBy = isPending(booking) ? decisionBy(booking, command, now) : undefined;
  const plan = {
    start,
    end: start + booking.minutes * MINUTE,
    mobile: textableMobile(booking) !== undefined || booking.mobileLost?.reason === 'withheld',
  };
  return [
    {
      type: 'rescheduled',
      at: now,
      ...whoAndWhy(command),
      previousStart: booking.start,
      start,
      ...(decideBy === undefined ? {} : { decideBy }),
      consultantId: firstOf(command.consultants),
      holds: holdsOf(start, booking.minutes, policy),
      timers: decideBy === undefined ? timersOf(plan, policy, now) : waitUntil(decideBy),
    },
  ];
}

/** Until when a pending booking can be decided on at its new time (ms). */
function decisionBy(booking: Booking, { decideBy, stamp }: Reschedule, now: number): number {
  if (isTooLateToDecide(booking, stamp)) {
    throw new Refusal('already-over', 'Nobody could approve this booking in time.', {
      bookingStatus: booking.status,
    });
  }
  if (decideBy === undefined) throw new Error('a pending booking is moved with a time to decide by');
  refuseTooSoon(decideBy, now);
  return decideBy;
}

/**
 * Cancels, and frees the consultant's time. Cancelling again changes nothing, but staff whom somebody else was ahead of
 * are told: the reason that they gave goes to nobody.
 */
export function cancel(booking: Booking, command: Cancel, now: number, policy: Policy): BookingEvent[] {
  const repeated = command.by !== 'staff' || booking.cancelled?.staffId === command.staffId;
  if (booking.status === 'cancelled' && repeated) return [];
  refuseUnlessChangeable(booking, command, policy);
  return [{ type: 'cancelled', at: now, ...whoAndWhy(command) }];
}

/** Who wants to change a booking, and when the request was made (ms): that counts, not its arrival here. */
export interface ChangeRequest {
  readonly by: Channel | 'staff';
  readonly stamp: number;
}

/**
 * Until when (ms) a booking can be changed this way. MISSION: links 65 minutes, texts 30 minutes before the start. A
 * session that somebody has joined is not moved under their feet. Staff may do so, and until its end.
 */
export function changeableUntil(booking: Booking, by: ChangeRequest['by'], policy: Policy): number {
  if (by === 'staff') return booking.end;
  if (by === 'link') return changeBy(booking, policy).link;
  const until = Math.max(noticeUntil(booking, policy), booking.moveUntil ?? 0);
  return Math.min(until, booking.attendance?.joinedAt ?? until);
}

/** Throws `already-over` or `outside-change-window`. */
function refuseUnlessChangeable(booking: Booking, { by, stamp }: ChangeRequest, policy: Policy): void {
  if (isOver(booking)) {
    throw new Refusal('already-over', 'This booking is over and can no longer be changed.', {
      bookingStatus: booking.status,
    });
  }
  const until = changeableUntil(booking, by, policy);
  if (stamp < until) return;
  const { linkUntilMinutes, textUntilMinutes } = policy.changes;
  const ways = {
    link: `by its link until ${linkUntilMinutes} minutes before the start`,
    text: `by text until ${textUntilMinutes} minutes before the start`,
    staff: 'for a member until the session ends',
  };
  throw new Refusal('outside-change-window', `A booking can be changed ${ways[by]}.`, {
    until: new Date(until).toISOString(),
  });
}

/** As the event records it. */
function whoAndWhy(command: Cancel | Reschedule): Pick<EventOf<'cancelled'>, 'by' | 'staffId' | 'reason'> {
  if (command.by === 'staff') {
    return { by: command.by, staffId: command.staffId, reason: command.reason };
  }
  const reason = 'reason' in command ? command.reason : undefined;
  return { by: command.by, ...(reason === undefined ? {} : { reason }) };
}

function firstOf(consultants: readonly string[]): string {
  const [first] = consultants;
  if (first === undefined) throw new Refusal('slot-unavailable', 'This time is no longer free.');
  return first;
}
