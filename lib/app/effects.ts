import type { Booking } from '../domain/booking/booking.ts';
import type { BookingEvent, EventOf } from '../domain/booking/events.ts';
import { timersOf } from '../domain/booking/timeline.ts';
import type { Timer, TimerKind } from '../domain/booking/timer.ts';
import type { Policy } from '../domain/policy.ts';
import type { MailKind, TextKind } from '../messages/facts.ts';
import type { RecordedEvent } from './deps.ts';

/** What the world must hear of an event. */
export type Effect =
  | { readonly do: 'mail'; readonly mail: MailKind }
  | { readonly do: 'text'; readonly text: TextKind }
  | { readonly do: 'set-timers'; readonly version: number; readonly timers: readonly Timer[] }
  | { readonly do: 'clear-timers'; readonly version: number; readonly kinds: readonly TimerKind[] };

interface Context {
  readonly record: RecordedEvent;
  /** The booking as it is now, which may be later than the event. */
  readonly booking: Booking;
  readonly policy: Policy;
}

type Reactions = {
  readonly [Type in BookingEvent['type']]: (event: EventOf<Type>, context: Context) => Effect[];
};

/** What follows from an event, given the booking as it is now: what is no longer true is left out. */
export function effectsOf(record: RecordedEvent, booking: Booking, policy: Policy): Effect[] {
  const react = reactions[record.event.type] as (event: BookingEvent, context: Context) => Effect[];
  return react(record.event, { record, booking, policy });
}

const reactions: Reactions = {
  booked: (event, context) =>
    when(isCurrent(context), mail({ kind: 'confirmed' }), setTimers(context, event.timers)),
  rescheduled: (event, context) => [
    clearTimers(context, context.record.version - 1, event.previousStart),
    ...when(
      isCurrent(context),
      mail({ kind: 'moved', previousStart: event.previousStart }),
      setTimers(context, event.timers),
    ),
  ],
  cancelled: (event, context) => [
    clearTimers(context, context.record.version),
    mail({ kind: 'cancelled', ...(event.reason === undefined ? {} : { reason: event.reason }) }),
  ],
  'reminder-due': (event, context) =>
    when(isCurrent(context), mail({ kind: 'reminder', hoursBefore: event.hoursBefore })),
  'reminder-skipped': () => [],
  'check-in-asked': (_, context) =>
    when(isCurrent(context) && isWaiting(context.booking), text({ kind: 'check-in' })),
  'check-in-answered': (_, context) => [
    clearTimers(context, context.record.version, context.booking.start, ['check-in', 'close']),
    ...when(context.booking.status === 'confirmed', text({ kind: 'kept-open' })),
  ],
  'reply-noted': (event, { booking }) => [text(answerTo(event, booking))],
  'attendee-joined': (_, context) => [
    clearTimers(context, context.record.version, context.booking.start, ['check-in', 'close']),
  ],
  'no-show-recorded': (event, context) => [
    clearTimers(context, context.record.version),
    ...when(
      context.booking.status === 'no_show',
      mail(noShowMail(event, context.booking)),
      text({ kind: 'closed' }),
    ),
  ],
  'no-show-reversed': (event, context) => {
    const sessionOpen = event.holds !== undefined;
    return [
      setTimers(context, event.timers),
      mail({ kind: 'no-show-reversed', because: event.because, sessionOpen }),
      text({ kind: 'no-show-reversed', sessionOpen }),
    ];
  },
  completed: () => [],
};

function noShowMail({ at, reason }: EventOf<'no-show-recorded'>, { checkIn }: Booking): MailKind {
  const asked = checkIn?.askedAt === undefined ? {} : { askedAt: checkIn.askedAt };
  return { kind: 'no-show', closedAt: at, reason, ...asked };
}

function answerTo(event: EventOf<'reply-noted'>, { status }: Booking): TextKind {
  switch (event.answer) {
    case 'help':
      return { kind: 'help', open: status === 'confirmed' };
    case 'too-early':
      return { kind: 'too-early' };
    case 'too-late':
      return {
        kind: 'too-late',
        status: status === 'cancelled' || status === 'completed' ? status : 'no_show',
      };
  }
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

function text(kind: TextKind): Effect {
  return { do: 'text', text: kind };
}

/** Only those that the booking still has due: an event that comes late, or again, must not set what was cleared since. */
function setTimers({ record, booking }: Context, timers: readonly Timer[]): Effect {
  const due = record.version === booking.version ? booking.due : [];
  const stillDue = timers.filter(({ kind }) => due.some((timer) => timer.kind === kind));
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
    mobile: booking.attendee.mobile !== undefined,
  };
  const kinds = timersOf(plan, policy, record.event.at).map(({ kind }) => kind);
  return {
    do: 'clear-timers',
    version,
    kinds: only === undefined ? kinds : kinds.filter((kind) => only.includes(kind)),
  };
}
