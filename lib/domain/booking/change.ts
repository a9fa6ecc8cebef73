import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { type Booking, isOver } from './booking.ts';
import type { Book, Cancel, Reschedule } from './commands.ts';
import type { BookingEvent } from './events.ts';
import { holdsOf } from './holds.ts';
import { changeBy, timersOf } from './timeline.ts';

const MINUTE = 60_000;

/** Books with the first of the consultants who can give the session. */
export function book(command: Book, now: number, policy: Policy): BookingEvent[] {
  const { type: _, consultants, ...facts } = command;
  const { start, minutes, attendee } = command;
  const plan = { start, end: start + minutes * MINUTE, mobile: attendee.mobile !== undefined };
  return [
    {
      type: 'booked',
      at: now,
      ...facts,
      consultantId: firstOf(consultants),
      holds: holdsOf(start, minutes, policy),
      timers: timersOf(plan, policy, now),
    },
  ];
}

/** Moves the booking, which keeps its id and its links. A move to the time that it has already changes nothing. */
export function reschedule(
  booking: Booking,
  command: Reschedule,
  now: number,
  policy: Policy,
): BookingEvent[] {
  if (!isOver(booking) && command.start === booking.start) return [];
  refuseUnlessChangeable(booking, command.stamp, policy);
  const { start } = command;
  const plan = {
    start,
    end: start + booking.minutes * MINUTE,
    mobile: booking.attendee.mobile !== undefined,
  };
  return [
    {
      type: 'rescheduled',
      at: now,
      by: command.by,
      previousStart: booking.start,
      start,
      consultantId: firstOf(command.consultants),
      holds: holdsOf(start, booking.minutes, policy),
      timers: timersOf(plan, policy, now),
    },
  ];
}

/** Cancels, and frees the consultant's time. Cancelling again changes nothing. */
export function cancel(booking: Booking, command: Cancel, now: number, policy: Policy): BookingEvent[] {
  if (booking.status === 'cancelled') return [];
  refuseUnlessChangeable(booking, command.stamp, policy);
  const { by, reason } = command;
  return [{ type: 'cancelled', at: now, by, ...(reason === undefined ? {} : { reason }) }];
}

/** MISSION: "By the links: until 65 minutes before the start." The request's own time counts, not its arrival here. */
export function refuseUnlessChangeable(booking: Booking, stamp: number, policy: Policy): void {
  if (isOver(booking)) {
    throw new Refusal('already-over', 'This booking is over and can no longer be changed.', {
      bookingStatus: booking.status,
    });
  }
  const deadlines = changeBy(booking, policy);
  if (stamp < deadlines.link) return;
  throw new Refusal(
    'outside-change-window',
    `A booking can be changed by its link until ${policy.changes.linkUntilMinutes} minutes before the start.`,
    { until: new Date(deadlines.link).toISOString() },
  );
}

function firstOf(consultants: readonly string[]): string {
  const [first] = consultants;
  if (first === undefined) throw new Refusal('slot-unavailable', 'This time is no longer free.');
  return first;
}
