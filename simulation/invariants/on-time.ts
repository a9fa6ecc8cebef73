import type { Happened, SeenBooking, World } from '../world.ts';
import { isOpen, type Moment, momentsBetween, momentsOf } from './history.ts';
import {
  askAfter,
  closeAfter,
  closeWithoutMobileAfter,
  HOUR,
  lateness,
  punctual,
  remindersBefore,
  skew,
  sweepEvery,
  timeToAnswer,
} from './stated-rules.ts';
import { struckWithin } from './strikes.ts';
import { type Found, type Invariant, instant } from './violation.ts';

/** Something that is due once for a session at its time. */
interface Due {
  readonly what: string;
  readonly at: number;
  readonly isIt: (event: Happened) => boolean;
  /** Whether it is due, in a booking as it is then. */
  readonly wanted: (moment: Moment) => boolean;
}

/** A session at one of its times: from one being placed to the next. */
interface Sitting {
  readonly booking: SeenBooking;
  readonly moments: readonly Moment[];
  readonly version: number;
  readonly start: number;
  readonly end: number;
  /** Since when it is agreed on. */
  readonly since: number;
  /** Whether the number was lost or came back, or a join was withdrawn: the times after the start move then. */
  readonly unusual: boolean;
}

export const onTime: Invariant = {
  name: 'on time',
  says: 'Each reminder, check-in, close and finish happened once, within 6 minutes of its due time, or was provably not due.',
  find: ({ world }) =>
    world.bookings.flatMap((booking) =>
      sittingsOf(booking).flatMap((sitting) => [
        ...duesOf(sitting).flatMap((due) => [...missing(world, sitting, due), ...again(sitting, due)]),
        ...closedUnasked(sitting),
      ]),
    ),
};

function sittingsOf(booking: SeenBooking): Sitting[] {
  const all = momentsOf(booking);
  const versions = [...new Set(all.map(({ version }) => version))];
  return versions.flatMap((version) => {
    const moments = all.filter((moment) => moment.version === version);
    const agreed = moments.find(isOpen);
    if (agreed === undefined) return [];
    const unusual = moments.some(({ event }, index) => index > 0 && moves.includes(event.type));
    const { start, end, event } = agreed;
    return [{ booking, moments: all, version, start, end, since: event.at, unusual }];
  });
}

const moves = ['mobile-lost', 'mobile-restored', 'join-withdrawn', 'no-show-reversed', 'reopened'];

function duesOf(sitting: Sitting): Due[] {
  const { end, unusual, version } = sitting;
  const waits = (moment: Moment): boolean => moment.version === version && isOpen(moment);
  const finish: Due = {
    what: 'finish',
    at: end,
    isIt: ({ type }) => type === 'completed' || type === 'no-show-recorded',
    wanted: waits,
  };
  // What follows the start of an unusual session is told by its end alone.
  return [...remindersOf(sitting, waits), ...(unusual ? [] : startOf(sitting, waits)), finish];
}

function remindersOf({ start, since }: Sitting, wanted: Due['wanted']): Due[] {
  return remindersBefore
    .map((before) => ({ kind: `remind-${before / HOUR}h`, at: start - before }))
    .filter(({ at }) => at > since + skew)
    .map(({ kind, at }) => ({
      what: `reminder ${kind}`,
      at,
      isIt: (event) => event.type.startsWith('reminder-') && event.kind === kind,
      wanted,
    }));
}

/** The question and the close. A question that went out late moves the close. */
function startOf({ booking, start, end, since, moments, version }: Sitting, waits: Due['wanted']): Due[] {
  const waiting = (moment: Moment): boolean => waits(moment) && !moment.joined && !moment.answered;
  const first = moments.find((moment) => moment.version === version);
  const mobile = booking.mobile !== undefined && first?.mobileLost === false;
  const asked = moments.find((moment) => moment.version === version && moment.askedAt !== undefined)?.askedAt;
  const usual = start + (mobile ? closeAfter : closeWithoutMobileAfter);
  const ask = start + askAfter;
  const isLate = asked !== undefined && asked > ask + punctual;
  const close = Math.min(end, Math.max(usual, isLate ? asked + timeToAnswer : 0));
  const isClose: Due['isIt'] = ({ type, reason }) => type === 'no-show-recorded' && reason === 'absent';
  return [
    ...(mobile && ask > since + skew ? [{ what: 'check-in', at: ask, isIt: isAsk, wanted: waiting }] : []),
    ...(close > since + skew && (asked !== undefined || !mobile)
      ? [{ what: 'close', at: close, isIt: isClose, wanted: waiting }]
      : []),
  ];
}

const isAsk: Due['isIt'] = ({ type }) => type === 'check-in-asked';

/** It was wanted all the time until it was late, and didn't happen by then. */
function missing(
  world: World,
  { booking, version, moments }: Sitting,
  { what, at, isIt, wanted }: Due,
): Found[] {
  const until = at + lateness + sweepEvery * struckWithin(world, at, at + lateness);
  if (until > world.at) return [];
  const done = eventsOf(booking, version).find(isIt);
  if (done !== undefined && done.at <= until + skew) return [];
  if (!momentsBetween(moments, at, until).every(wanted)) return [];
  const instead = done === undefined ? 'never happened' : `happened only at ${instant(done.at)}`;
  return [
    {
      sentence: `The ${what} of ${booking.id} was due at ${instant(at)}, and ${instead}.`,
      bookingId: booking.id,
    },
  ];
}

/** Whoever has a mobile number is asked before the session closes on them, unless it is over by then. */
function closedUnasked({ booking, moments, version, end, unusual }: Sitting): Found[] {
  const before = moments.find((moment) => moment.version === version);
  if (unusual || booking.mobile === undefined || before?.mobileLost !== false) return [];
  const events = eventsOf(booking, version);
  const closed = events.find(
    ({ type, reason, staffId }) =>
      type === 'no-show-recorded' && reason === 'absent' && staffId === undefined,
  );
  if (closed === undefined || closed.at >= end - skew || events.some(isAsk)) return [];
  const sentence = `${booking.id} closed at ${instant(closed.at)}, and its number had not been asked.`;
  return [{ sentence, bookingId: booking.id }];
}

/** It happened before its time, or once more. */
function again({ booking, version }: Sitting, { what, at, isIt }: Due): Found[] {
  if (what === 'finish') return [];
  const [first, second] = eventsOf(booking, version).filter(
    (event) => isIt(event) && event.staffId === undefined,
  );
  const about = { bookingId: booking.id };
  if (second !== undefined) {
    const when = `${instant(first?.at ?? 0)} and ${instant(second.at)}`;
    return [{ sentence: `The ${what} of ${booking.id} happened twice, at ${when}.`, ...about }];
  }
  if (first === undefined || first.at >= at - skew) return [];
  const sentence = `The ${what} of ${booking.id} was due at ${instant(at)}, and happened at ${instant(first.at)}.`;
  return [{ sentence, ...about }];
}

function eventsOf({ history }: SeenBooking, version: number): readonly Happened[] {
  return history.filter((event) => event.version === version);
}
