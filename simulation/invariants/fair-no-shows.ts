import type { Logged } from '../script.ts';
import type { SeenBooking, SeenText, World } from '../world.ts';
import { type Moment, momentsOf } from './history.ts';
import { closeAfter, closeWithoutMobileAfter, joinFrom, noticeBefore, timeToAnswer } from './stated-rules.ts';
import { type Found, type Invariant, instant, type Seen } from './violation.ts';

export const fairNoShows: Invariant = {
  name: 'fair no-shows',
  says: "Whoever joined, answered or cancelled in time is never a no-show, and whoever didn't always is.",
  find: ({ world, log }) =>
    world.bookings.flatMap((booking) => {
      const last = momentsOf(booking).at(-1);
      if (last === undefined || booking.erased) return [];
      return [...wronged({ world, log }, booking, last), ...letOff(booking, last)];
    }),
};

/** A no-show that stands, of somebody who was seen to come, or to say so. */
function wronged({ world, log }: Pick<Seen, 'world' | 'log'>, booking: SeenBooking, last: Moment): Found[] {
  const recorded = booking.history.findLast(({ type }) => type === 'no-show-recorded');
  if (last.status !== 'no_show' || recorded === undefined) return [];
  const about = { bookingId: booking.id };
  const placed = booking.history.findLast(({ type }) => type === 'booked' || type === 'rescheduled');
  const cancelled = booking.history.find(({ type }) => givesUp.includes(type));
  if (cancelled !== undefined) {
    return [
      {
        sentence: `${booking.id} is a no-show, and was ${cancelled.type} at ${instant(cancelled.at)}.`,
        ...about,
      },
    ];
  }
  const joined = joinedAt(log, booking, placed?.at ?? 0, last);
  if (joined !== undefined) {
    return [{ sentence: `${booking.id} is a no-show, and was joined at ${instant(joined)}.`, ...about }];
  }
  const said = saidInTime(world, booking, last, recorded.reason === 'absent');
  if (said === undefined) return [];
  const words = `who had texted "${said.body}" at ${instant(said.at)}`;
  return [{ sentence: `${booking.id} is a no-show (${recorded.reason}) of somebody ${words}.`, ...about }];
}

const givesUp = ['cancelled', 'declined', 'approval-expired'];

/** The earliest instant at which it can have closed on whoever waited. */
function closeOf({ mobile }: SeenBooking, { start, end, askedAt }: Moment): number {
  const usual = start + (mobile === undefined ? closeWithoutMobileAfter : closeAfter);
  return Math.min(end, Math.max(usual, (askedAt ?? 0) === 0 ? 0 : (askedAt ?? 0) + timeToAnswer));
}

/** A join that was let in, or that the meeting's provider told of, and that was in time. */
function joinedAt(
  log: readonly Logged[],
  booking: SeenBooking,
  from: number,
  last: Moment,
): number | undefined {
  return log.find(({ act, bookingId, answers }) => {
    if (act.do !== 'join' || bookingId !== booking.id || act.at < from) return false;
    if (!answers.some(({ status }) => status >= 200 && status < 400)) return false;
    // The provider is thanked whatever it tells.
    if (act.by !== 'provider') return true;
    return act.at >= last.start - joinFrom && act.at < closeOf(booking, last);
  })?.act.at;
}

/**
 * What the number itself said in time, in words that can mean nothing else, where it has no other session that it could
 * have meant, and never said otherwise.
 */
function saidInTime(
  { texts, bookings }: World,
  booking: SeenBooking,
  last: Moment,
  wasAbsent: boolean,
): SeenText | undefined {
  const { mobile } = booking;
  const alone = bookings.filter((other) => other.mobile === mobile).length === 1;
  if (mobile === undefined || !alone || last.mobileLost) return undefined;
  const said = texts.filter(({ direction, phone }) => direction === 'in' && phone === mobile);
  const words = new Set(said.map(({ body }) => body.trim()));
  if (words.size !== 1) return undefined;
  const [from, until] = words.has('1')
    ? [last.start - joinFrom, closeOf(booking, last)]
    : [booking.history[0]?.at ?? 0, last.start - noticeBefore];
  const counts = (words.has('1') && wasAbsent) || words.has('2');
  return counts ? said.find(({ at }) => at >= from && at < until) : undefined;
}

/** A session that is done although nobody is known to have come. */
function letOff(booking: SeenBooking, last: Moment): Found[] {
  if (last.status !== 'completed' || last.joined) return [];
  return [
    {
      sentence: `${booking.id} is completed, and nobody has joined it.`,
      bookingId: booking.id,
    },
  ];
}
