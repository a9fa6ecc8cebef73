import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { type Booking, isOver } from './booking.ts';
import type { Join, Reply } from './commands.ts';
import type { BookingEvent, NoShowReversed } from './events.ts';
import { holdsOf } from './holds.ts';
import { joinWindow } from './timeline.ts';

/**
 * Records that somebody joined. A join stamped before the close counts, even when it is learnt after it: the
 * no-show is taken back. Joining again changes nothing.
 */
export function join(booking: Booking, command: Join, now: number, policy: Policy): BookingEvent[] {
  if (booking.attendance !== undefined && !isOver(booking)) return [];
  const { from, until } = joinWindow(booking, policy);
  const lateNews = nobodyJoined(booking);
  if (command.stamp >= until || (isOver(booking) && !lateNews)) {
    throw new Refusal('already-over', 'This session is over.', { bookingStatus: booking.status });
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
  };
  return lateNews ? [joined, reversal(booking, 'joined', command.timeTaken, now, policy)] : [joined];
}

/** What a text does to the booking that it is about: 1 keeps the session open, anything else gets a short help text. */
export function reply(booking: Booking, command: Reply, now: number, policy: Policy): BookingEvent[] {
  const { stamp, messageId } = command;
  const note = (answer: 'help' | 'too-early' | 'too-late'): BookingEvent[] => [
    { type: 'reply-noted', at: now, stamp, messageId, answer },
  ];
  if (command.meaning === 'unclear') return booking.helped === true ? [] : note('help');
  const { from, until } = joinWindow(booking, policy);
  const answered: BookingEvent = { type: 'check-in-answered', at: now, stamp, messageId };
  if (wasAbsent(booking) && stamp >= from && stamp < until) {
    return [answered, reversal(booking, 'answered', command.timeTaken, now, policy)];
  }
  if (isOver(booking) || stamp >= until) return note('too-late');
  if (stamp < from) return note('too-early');
  return booking.attendance === undefined && booking.checkIn?.answeredAt === undefined ? [answered] : [];
}

/** A no-show because nobody joined, kept open or not: a join stamped in time takes it back. */
function nobodyJoined({ status, outcome }: Booking): boolean {
  return status === 'no_show' && outcome?.reason !== 'late_notice';
}

/** Closed because nobody came or answered: the one no-show that an answer stamped in time takes back. */
function wasAbsent({ status, outcome }: Booking): boolean {
  return status === 'no_show' && outcome?.reason === 'absent';
}

function reversal(
  booking: Booking,
  because: NoShowReversed['because'],
  timeTaken: boolean | undefined,
  now: number,
  policy: Policy,
): BookingEvent {
  if (timeTaken === true || now >= booking.end) {
    return { type: 'no-show-reversed', at: now, because, timers: [] };
  }
  return {
    type: 'no-show-reversed',
    at: now,
    because,
    holds: holdsOf(booking.start, booking.minutes, policy),
    timers: [{ kind: 'finish', at: booking.end }],
  };
}
