import { type Booking, type Cancellation, isPending } from './booking.ts';
import { erased } from './erase.ts';
import type {
  Booked,
  BookingEvent,
  EventOf,
  JoinWithdrawn,
  MobileRestored,
  NoShowReversed,
  ReplyNoted,
  Rescheduled,
} from './events.ts';
import { hear, takeNote, withoutNotes, withoutWarning } from './heard.ts';
import { contested, excused, rejected } from './outcome.ts';
import type { Timer, TimerKind } from './timer.ts';
import { keepWords } from './words.ts';

const MINUTE = 60_000;

/** The booking after an event. Folding all events of a booking, from undefined, gives its row. */
export function evolve(booking: Booking | undefined, event: BookingEvent): Booking {
  if (event.type === 'booked') return begin(event);
  if (booking === undefined) throw new Error(`a booking can't begin with ${event.type}`);
  const next = keepWords({ ...booking, revision: booking.revision + 1 }, event);
  return event.type === 'reply-noted' ? takeNote(next, event) : apply(withoutNotes(next), event);
}

/** Folds a booking's events, oldest first. Throws if there are none. */
export function fold(events: readonly BookingEvent[]): Booking {
  const booking = events.reduce<Booking | undefined>(evolve, undefined);
  if (booking === undefined) throw new Error('a booking has at least one event');
  return booking;
}

function begin(event: Booked): Booking {
  const {
    type: _,
    at,
    bookingId,
    timers,
    start,
    minutes,
    mobileLost,
    by,
    staffId,
    reason: __,
    ...facts
  } = event;
  const booking: Booking = {
    ...facts,
    ...(by === undefined || staffId === undefined ? {} : { bookedBy: staffId }),
    ...(mobileLost === undefined ? {} : { mobileLost: { at, reason: mobileLost } }),
    id: bookingId,
    status: facts.approval === undefined ? 'confirmed' : 'pending',
    version: 1,
    revision: 1,
    start,
    minutes,
    end: start + minutes * MINUTE,
    due: timers,
    createdAt: at,
  };
  return keepWords(booking, event);
}

function apply(booking: Booking, event: Exclude<BookingEvent, Booked | ReplyNoted>): Booking {
  switch (event.type) {
    case 'rescheduled':
      return {
        ...hear(approvable(withoutBeside(atAnotherTime(booking)), event), 'move', event.at),
        status: isPending(booking) ? 'pending' : 'confirmed',
        version: booking.version + 1,
        start: event.start,
        end: event.start + booking.minutes * MINUTE,
        consultantId: event.consultantId,
        holds: event.holds,
        due: event.timers,
      };
    case 'cancelled':
      return cancelled(hear(booking, 'cannot', event.notice?.stamp), {
        at: event.at,
        by: event.by,
        ...(event.staffId === undefined ? {} : { staffId: event.staffId }),
        ...(event.reason === undefined ? {} : { reason: event.reason }),
      });
    case 'reminder-due':
    case 'reminder-skipped':
      return without(booking, [event.kind]);
    case 'check-in-asked':
      return moveClose({ ...without(booking, ['check-in']), checkIn: { askedAt: event.at } }, event.closesAt);
    case 'check-in-answered':
      return {
        ...hear(withoutWarning(without(booking, ['check-in', 'close'])), 'coming', event.stamp),
        checkIn: { ...booking.checkIn, answeredAt: event.stamp, answer: 'keep' },
      };
    case 'late-notice-warned':
      return { ...hear(booking, 'cannot', event.stamp), warnedAt: event.at };
    case 'mobile-lost': {
      const { at, reason, closesAt } = event;
      return moveClose(
        {
          ...withoutClose(without(booking, ['check-in'])),
          mobileLost: { at, reason, ...(closesAt === undefined ? {} : { closesAt }) },
        },
        closesAt,
      );
    }
    case 'mobile-restored':
      return restore(booking, event);
    case 'mail-lost':
      return { ...booking, mailLost: { at: event.at, reason: event.reason } };
    case 'mail-restored':
      return withoutMailLost(booking);
    case 'attendee-joined':
      return {
        ...without(booking, ['check-in', 'close']),
        status: 'in_progress',
        attendance: {
          joinedAt: event.stamp,
          evidence: event.evidence,
          ...(event.staffId === undefined ? {} : { staffId: event.staffId }),
        },
      };
    case 'join-withdrawn':
      return withoutJoin(booking, event);
    case 'no-show-recorded':
      return over(hear(booking, 'cannot', event.notice?.stamp), 'no_show', {
        holds: event.holds,
        outcome: {
          reason: event.reason,
          at: event.at,
          ...(event.staffId === undefined ? {} : { staffId: event.staffId }),
        },
      });
    case 'no-show-reversed':
      return takeBack(hear(booking, 'cannot', event.notice?.stamp), event);
    case 'no-show-excused':
      return excused(booking, event);
    case 'no-show-contested':
      return contested(booking, event);
    case 'contest-rejected':
      return rejected(booking, event);
    case 'approved':
      return approved(booking, event);
    case 'declined':
      return cancelled(booking, {
        at: event.at,
        by: 'staff',
        staffId: event.staffId,
        reason: event.reason,
      });
    case 'approval-expired':
      return cancelled(booking, { at: event.at, by: 'showup' });
    case 'attendee-erased':
      return erased(booking, event);
    case 'completed':
      return over(booking, 'completed', event.holds === undefined ? {} : { holds: event.holds });
    case 'reopened':
      return { ...booking, status: 'in_progress', holds: event.holds, due: event.timers };
  }
}

/**
 * Takes a no-show back. Where the rest of the session can't be had any more, it ends as completed for who
 * had joined, and as cancelled by us for who had answered in time and was then closed out. Who had cancelled
 * in time has cancelled.
 */
function takeBack({ outcome: _, ...booking }: Booking, event: NoShowReversed): Booking {
  if (event.because === 'cancelled') {
    return cancelled(booking, { at: event.at, by: 'text' });
  }
  const joined = booking.attendance !== undefined;
  if (event.holds !== undefined) {
    return {
      ...booking,
      status: joined ? 'in_progress' : 'confirmed',
      holds: event.holds,
      due: event.timers,
    };
  }
  if (joined) return over(booking, 'completed', {});
  return over(booking, 'cancelled', { cancelled: { at: event.at, by: 'showup' } });
}

function approved(booking: Booking, { at, staffId, timers }: EventOf<'approved'>): Booking {
  if (booking.approval === undefined) throw new Error('only a pending booking is approved');
  const approval = { ...booking.approval, approved: { at, by: staffId } };
  return { ...booking, status: 'confirmed', approval, due: timers };
}

function approvable(booking: Booking, { decideBy }: Rescheduled): Booking {
  if (decideBy === undefined || booking.approval === undefined) return booking;
  return { ...booking, approval: { ...booking.approval, decideBy } };
}

function cancelled(booking: Booking, cancellation: Cancellation): Booking {
  return over(withoutHolds(booking), 'cancelled', { cancelled: cancellation });
}

function over(booking: Booking, status: Booking['status'], facts: Partial<Booking>): Booking {
  return { ...booking, ...facts, status, due: [] };
}

/**
 * Who joined, answered or gave late notice at the old time has not yet done so at the new one. A number that
 * was only held back by a limit is tried again.
 */
function atAnotherTime(booking: Booking): Booking {
  const {
    attendance: _,
    checkIn: __,
    warnedAt: ___,
    moveUntil: ____,
    mobileLost: lost,
    ...rest
  } = withoutClose(booking);
  if (lost === undefined || lost.reason === 'withheld') return rest;
  return { ...rest, mobileLost: { at: lost.at, reason: lost.reason } };
}

function restore({ mobileLost: _, ...booking }: Booking, { timers }: MobileRestored): Booking {
  return { ...withoutClose(booking), due: withTimers(booking, timers) };
}

function withoutMailLost({ mailLost: _, ...booking }: Booking): Booking {
  return booking;
}

/** As if nobody had joined: asked once more where the check-in is due again, and kept open by who has answered. */
function withoutJoin(booking: Booking, { timers, answeredAt, closesAt }: JoinWithdrawn): Booking {
  const { attendance: _, checkIn, ...rest } = withoutClose(booking);
  const asked = timers.some(({ kind }) => kind === 'check-in') ? undefined : checkIn;
  const answered = answeredAt === undefined ? asked : { ...asked, answeredAt, answer: 'keep' as const };
  return {
    ...rest,
    status: 'confirmed',
    ...(answered === undefined ? {} : { checkIn: answered }),
    ...(closesAt === undefined ? {} : { closesAt }),
    due: withTimers(booking, timers),
  };
}

/** Closes when that is usual again. */
function withoutClose({ closesAt: _, ...booking }: Booking): Booking {
  return booking;
}

/** What is due with these, in place of others of their kinds. */
function withTimers({ due }: Booking, timers: readonly Timer[]): Timer[] {
  const others = due.filter(({ kind }) => !timers.some((timer) => timer.kind === kind));
  return [...others, ...timers].toSorted((a, b) => a.at - b.at);
}

function withoutHolds({ holds: _, ...booking }: Booking): Booking {
  return booking;
}

/** Wherever a session is moved to, it has the time for itself. */
function withoutBeside({ beside: _, ...booking }: Booking): Booking {
  return booking;
}

function without(booking: Booking, kinds: readonly TimerKind[]): Booking {
  return { ...booking, due: booking.due.filter(({ kind }) => !kinds.includes(kind)) };
}

function moveClose(booking: Booking, closesAt: number | undefined): Booking {
  if (closesAt === undefined) return booking;
  const due = booking.due.map((timer) => (timer.kind === 'close' ? { ...timer, at: closesAt } : timer));
  return { ...booking, due };
}
