import type { Policy } from '../policy.ts';
import type { Booking } from './booking.ts';
import type { Due } from './commands.ts';
import type { BookingEvent, EventOf } from './events.ts';
import { holdsUntil } from './holds.ts';
import { closesAt } from './timeline.ts';
import { hoursOf, type ReminderKind } from './timer.ts';

const HOUR = 3_600_000;

/**
 * What a timer makes happen. Duplicate, stale and early ones make nothing: the kind must still be due, in
 * this version of the booking, and its time must have come.
 */
export function due(booking: Booking, command: Due, now: number, policy: Policy): BookingEvent[] {
  const timer = booking.due.find(({ kind }) => kind === command.kind);
  if (timer === undefined || command.version !== booking.version || now < timer.at) return [];
  switch (timer.kind) {
    case 'check-in':
    case 'close':
      return [askOrClose(booking, now, policy)];
    case 'finish':
      return [finish(booking, now)];
    case 'expire':
      return [{ type: 'approval-expired', at: now }];
    default:
      return [remind(booking, timer.kind, now, policy)];
  }
}

/** A reminder is worth sending until the next one is due, sent or not, and never once the session has begun. */
function remind({ start }: Booking, kind: ReminderKind, now: number, { reminders }: Policy): BookingEvent {
  const hoursBefore = hoursOf(kind) ?? 0;
  const next = Math.max(0, ...reminders.hoursBefore.filter((hours) => hours < hoursBefore));
  if (now >= start - next * HOUR) return { type: 'reminder-skipped', at: now, kind };
  const hoursLeft = Math.ceil((start - now) / HOUR);
  return { type: 'reminder-due', at: now, kind, hoursBefore: Math.min(hoursBefore, hoursLeft) };
}

/** Asks whether anybody is coming. A question that goes out late moves the close, so that there is as long to answer as ever. */
function ask(booking: Booking, now: number, policy: Policy): EventOf<'check-in-asked'> {
  const usual = closesAt(booking, policy);
  const moved = closesAt({ ...booking, checkIn: { askedAt: now } }, policy);
  return { type: 'check-in-asked', at: now, ...(moved === usual ? {} : { closesAt: moved }) };
}

/**
 * Asks, or closes once that was done: nobody is closed out unasked, so a check-in that was lost goes out first,
 * unless the session is over by then.
 */
function askOrClose(booking: Booking, now: number, policy: Policy): BookingEvent {
  const unasked = booking.due.some(({ kind }) => kind === 'check-in');
  if (unasked && now < booking.end) return ask(booking, now, policy);
  return { type: 'no-show-recorded', at: now, reason: 'absent', holds: holdsUntil(booking, now) };
}

/** Ends the session: completed if somebody joined, a no-show if it was only kept open. */
function finish(booking: Booking, now: number): BookingEvent {
  if (booking.attendance !== undefined) return { type: 'completed', at: now };
  const reason = booking.checkIn?.answeredAt === undefined ? 'absent' : 'never_joined_after_keeping_open';
  return { type: 'no-show-recorded', at: now, reason, holds: holdsUntil(booking, now) };
}
