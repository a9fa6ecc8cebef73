import type { Booking } from '../domain/booking/booking.ts';
import type { BookingEvent, EventOf } from '../domain/booking/events.ts';
import { closesAt, timersOf } from '../domain/booking/timeline.ts';
import type { Timer, TimerKind } from '../domain/booking/timer.ts';
import { WORTH_TELLING } from '../domain/phone/texting.ts';
import type { Policy } from '../domain/policy.ts';
import type { MailKind, TextKind } from '../messages/facts.ts';
import type { RecordedEvent } from './deps.ts';
import { noteText, type TextWish } from './note-text.ts';

/** What the world must hear of an event. */
export type Effect =
  | { readonly do: 'mail'; readonly mail: MailKind }
  | TextEffect
  | { readonly do: 'set-timers'; readonly version: number; readonly timers: readonly Timer[] }
  | { readonly do: 'clear-timers'; readonly version: number; readonly kinds: readonly TimerKind[] };

export interface TextEffect {
  readonly do: 'text';
  readonly text: TextWish;
  /** Not worth delivering later than this (ms). */
  readonly until: number;
  /** True where it answers a text from the number. */
  readonly isAnswer: boolean;
}

interface Context {
  readonly record: RecordedEvent;
  /** The booking as it is now, which may be later than the event. */
  readonly booking: Booking;
  readonly policy: Policy;
  readonly now: number;
}

type Reactions = {
  readonly [Type in BookingEvent['type']]: (event: EventOf<Type>, context: Context) => Effect[];
};

/** What follows from an event, given the booking as it is now: what is no longer true is left out. */
export function effectsOf(record: RecordedEvent, booking: Booking, policy: Policy, now: number): Effect[] {
  const react = reactions[record.event.type] as (event: BookingEvent, context: Context) => Effect[];
  return react(record.event, { record, booking, policy, now });
}

const reactions: Reactions = {
  booked: (event, context) =>
    when(isCurrent(context), mail({ kind: 'confirmed' }), setTimers(context, event.timers)),
  rescheduled: (event, context) => [
    clearTimers(context, context.record.version - 1, event.previousStart),
    ...when(
      isCurrent(context),
      mail({ kind: 'moved', previousStart: event.previousStart, ...byStaff(event) }),
      setTimers(context, event.timers),
    ),
  ],
  cancelled: (event, context) => [
    clearTimers(context, context.record.version),
    mail({ kind: 'cancelled', ...byStaff(event) }),
    ...when(event.by === 'text', answer({ kind: 'cancelled' }, context)),
  ],
  'reminder-due': (event, context) =>
    when(isCurrent(context), mail({ kind: 'reminder', hoursBefore: event.hoursBefore })),
  'reminder-skipped': () => [],
  'check-in-asked': (event, context) => {
    const until = closesAt(context.booking, context.policy);
    const useful = isCurrent(context) && isWaiting(context.booking) && context.now < until;
    return [
      setTimers(context, closeTimer(event.closesAt)),
      ...when(useful, { do: 'text', text: { kind: 'check-in' }, until, isAnswer: false }),
    ];
  },
  'check-in-answered': (_, context) => [
    clearTimers(context, context.record.version, context.booking.start, ['check-in', 'close']),
    ...when(context.booking.status === 'confirmed', answer({ kind: 'kept-open' }, context)),
  ],
  'reply-noted': (event, context) => {
    const text = noteText(event, context.booking, context.now, context.policy);
    return text === undefined ? [] : [answer(text, context)];
  },
  'late-notice-warned': (_, context) =>
    when(
      context.booking.status === 'confirmed' && context.booking.warnedAt !== undefined,
      answer({ kind: 'late-notice-warning' }, context),
    ),
  'mobile-lost': (event, context) => [
    clearTimers(context, context.record.version, context.booking.start, ['check-in']),
    ...when(
      isCurrent(context) && context.booking.mobileLost !== undefined,
      setTimers(context, closeTimer(event.closesAt)),
      mail({ kind: 'mobile-lost', reason: event.reason }),
    ),
  ],
  'mobile-restored': (event, context) =>
    when(
      isCurrent(context) && context.booking.mobileLost === undefined,
      setTimers(context, event.timers),
      mail({ kind: 'mobile-restored' }),
    ),
  'attendee-joined': (_, context) => [
    clearTimers(context, context.record.version, context.booking.start, ['check-in', 'close']),
  ],
  'no-show-recorded': (event, context) => {
    const closed: TextKind = event.notice === undefined ? { kind: 'closed' } : { kind: 'given-up' };
    return [
      clearTimers(context, context.record.version),
      ...when(
        context.booking.status === 'no_show',
        mail(noShowMail(event, context.booking)),
        event.notice === undefined ? tell(closed, context) : answer(closed, context),
      ),
    ];
  },
  'no-show-reversed': (event, context) => {
    const sessionOpen = event.holds !== undefined;
    const text: TextKind =
      event.because === 'cancelled' ? { kind: 'cancelled' } : { kind: 'no-show-reversed', sessionOpen };
    return [
      setTimers(context, event.timers),
      mail({ kind: 'no-show-reversed', because: event.because, sessionOpen }),
      event.because === 'joined' ? tell(text, context) : answer(text, context),
    ];
  },
  'no-show-excused': (_, context) =>
    when(context.booking.outcome?.excused !== undefined, mail({ kind: 'no-show-excused' })),
  completed: (event, context) =>
    when(event.staffId !== undefined, clearTimers(context, context.record.version)),
};

/** The reason given for a change, and whether our staff made it. */
function byStaff({ by, reason }: EventOf<'cancelled' | 'rescheduled'>) {
  return { ...(reason === undefined ? {} : { reason }), ...(by === 'staff' ? { byStaff: true } : {}) };
}

function noShowMail({ at, reason }: EventOf<'no-show-recorded'>, { checkIn }: Booking): MailKind {
  const asked = checkIn?.askedAt === undefined ? {} : { askedAt: checkIn.askedAt };
  return { kind: 'no-show', closedAt: at, reason, ...asked };
}

/** Nothing that was said since makes a message about this event untrue. */
function isCurrent({ record, booking }: Context): boolean {
  const open = booking.status === 'confirmed' || booking.status === 'in_progress';
  return open && booking.version === record.version;
}

/** Nobody has joined or answered. */
function isWaiting({ attendance, checkIn }: Booking): boolean {
  return attendance === undefined && checkIn?.answeredAt === undefined;
}

function when(condition: boolean, ...effects: Effect[]): Effect[] {
  return condition ? effects : [];
}

function mail(kind: MailKind): Effect {
  return { do: 'mail', mail: kind };
}

/** Who texted us hears back within the time that the answer is worth something. */
function answer(text: TextWish, context: Context): TextEffect {
  return { ...tell(text, context), isAnswer: true };
}

function tell(text: TextWish, { now }: Context): TextEffect {
  return { do: 'text', text, until: now + WORTH_TELLING, isAnswer: false };
}

function closeTimer(at: number | undefined): Timer[] {
  return at === undefined ? [] : [{ kind: 'close', at }];
}

/** As the booking has them due now: an event that comes late, or again, must not set what was cleared or moved since. */
function setTimers({ record, booking }: Context, timers: readonly Timer[]): Effect {
  const due = record.version === booking.version ? booking.due : [];
  const stillDue = due.filter(({ kind }) => timers.some((timer) => timer.kind === kind));
  return { do: 'set-timers', version: record.version, timers: stillDue };
}

/** Clears the timers of one version that had not fired when the event happened. They'd do no harm: this is tidiness. */
function clearTimers(
  { record, booking, policy }: Context,
  version: number,
  start = booking.start,
  only?: readonly TimerKind[],
): Effect {
  const plan = {
    start,
    end: start + booking.minutes * 60_000,
    // Both sorts of timers: a mobile number may have been lost or come back meanwhile.
    mobile: booking.attendee.mobile !== undefined,
  };
  const kinds = timersOf(plan, policy, record.event.at).map(({ kind }) => kind);
  return {
    do: 'clear-timers',
    version,
    kinds: only === undefined ? kinds : kinds.filter((kind) => only.includes(kind)),
  };
}
