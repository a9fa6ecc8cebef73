import { agreedAt, type Booking, isContested, isOver } from '../domain/booking/booking.ts';
import type { BookingEvent, EventOf } from '../domain/booking/events.ts';
import { closesAt } from '../domain/booking/timeline.ts';
import { withWords } from '../domain/booking/words.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { MailKind, TextKind, Wanted } from '../messages/facts.ts';
import type { RecordedEvent } from './deps.ts';
import type { Effect } from './effect.ts';
import {
  answer,
  type Context,
  clearTimers,
  closeTimer,
  isCurrent,
  mail,
  setTimers,
  tell,
  when,
} from './effect-context.ts';
import { noteText } from './note-text.ts';
import type { Shift } from './shift.ts';
import { consequenceOf, reliefOf, standingEffects } from './standing-effects.ts';

type Reactions = {
  readonly [Type in BookingEvent['type']]: (event: EventOf<Type>, context: Context) => Effect[];
};

/**
 * What follows from an event, given the booking as it is now and what the event did to where the attendee stands, if
 * anything: what is no longer true is left out. Nobody is told anything about who was erased.
 */
export function effectsOf(
  record: RecordedEvent,
  booking: Booking,
  catalogue: Pick<Catalogue, 'policy' | 'currency'>,
  now: number,
  shift?: Shift,
): Effect[] {
  const event = withWords(record.event, record.number, booking);
  const react = reactions[event.type] as (event: BookingEvent, context: Context) => Effect[];
  const context = { record, booking, catalogue, now, ...(shift === undefined ? {} : { shift }) };
  const effects = [...react(event, context), ...standingEffects(context)];
  return booking.erasedAt === undefined ? effects : effects.filter(tellsNobody);
}

const reactions: Reactions = {
  booked: (event, context) => {
    if (event.approval === undefined) {
      return when(
        isCurrent(context),
        mail({ kind: 'confirmed', ...byStaff(event) }),
        setTimers(context, event.timers),
      );
    }
    return when(
      isCurrent(context, 'pending'),
      mail({ kind: 'requested', ...event.approval }),
      { do: 'ask-staff', question: { kind: 'approval-wanted' } },
      setTimers(context, event.timers),
    );
  },
  approved: (event, context) => [
    clearTimers(context, context.record.version, context.booking.start, ['expire']),
    ...when(isCurrent(context), mail({ kind: 'approved' }), setTimers(context, event.timers)),
  ],
  declined: ({ reason }, context) => [
    clearTimers(context, context.record.version),
    mail({ kind: 'declined', reason }),
  ],
  'approval-expired': () => [mail({ kind: 'approval-expired' })],
  rescheduled: (event, context) => {
    const { previousStart, decideBy, timers } = event;
    const wanted = wantedBy(context.booking, decideBy);
    const state = decideBy === undefined ? undefined : 'pending';
    const moved = { kind: 'moved', previousStart, ...byStaff(event), ...(wanted && { wanted }) } as const;
    return [
      clearTimers(context, context.record.version - 1, previousStart),
      ...when(isCurrent(context, state), mail(moved), setTimers(context, timers)),
      ...when(isCurrent(context, 'pending') && wanted !== undefined, {
        do: 'ask-staff',
        question: { kind: 'approval-wanted', previousStart },
      }),
    ];
  },
  cancelled: (event, context) => {
    const wasRequest = agreedAt(context.booking) === undefined ? { wasRequest: true } : {};
    return [
      clearTimers(context, context.record.version),
      mail({ kind: 'cancelled', ...byStaff(event), ...wasRequest }),
      ...when(event.by === 'text', answer({ kind: 'cancelled' }, context)),
    ];
  },
  'reminder-due': (event, context) =>
    when(isCurrent(context), mail({ kind: 'reminder', hoursBefore: event.hoursBefore })),
  'reminder-skipped': () => [],
  'check-in-asked': (event, context) => {
    const until = closesAt(context.booking, context.catalogue.policy);
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
    const text = noteText(event, context.booking, context.now, context.catalogue.policy);
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
  'mail-lost': ({ confirmation }, context) =>
    when(
      confirmation === true &&
        context.booking.mailLost?.reason === 'bounced' &&
        (isCurrent(context) || isCurrent(context, 'pending')),
      tell({ kind: 'mail-bounced' }, context),
    ),
  'mail-restored': () => [],
  // One that was withdrawn since has set them anew.
  'attendee-joined': (_, context) =>
    when(
      context.booking.attendance !== undefined,
      clearTimers(context, context.record.version, context.booking.start, ['check-in', 'close']),
    ),
  'join-withdrawn': (event, context) => [setTimers(context, event.timers)],
  'no-show-recorded': (event, context) => {
    const closed: TextKind = event.notice === undefined ? { kind: 'closed' } : { kind: 'given-up' };
    return [
      clearTimers(context, context.record.version),
      ...when(
        context.booking.status === 'no_show' && context.booking.outcome?.excused === undefined,
        mail(noShowMail(event, context)),
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
      mail({ kind: 'no-show-reversed', because: event.because, sessionOpen, ...reliefOf(context) }),
      event.because === 'joined' ? tell(text, context) : answer(text, context),
    ];
  },
  'no-show-excused': (_, context) =>
    when(
      context.booking.outcome?.excused !== undefined,
      mail({ kind: 'no-show-excused', ...reliefOf(context) }),
    ),
  'no-show-contested': (_, { booking }) =>
    when(isContested(booking), { do: 'ask-staff', question: { kind: 'contest-opened' } }),
  'contest-rejected': ({ reason }, { booking: { outcome } }) =>
    when(
      outcome?.contest?.rejected !== undefined && outcome.excused === undefined,
      mail({ kind: 'contest-rejected', reason }),
    ),
  // Whoever asked to be forgotten hears no more from us: staff who did it know.
  'attendee-erased': () => [],
  completed: (event, context) =>
    when(
      event.staffId !== undefined && isOver(context.booking),
      clearTimers(context, context.record.version),
    ),
  reopened: (event, context) => [setTimers(context, event.timers)],
};

/** The reason given for a change, and whether our staff made it. */
function byStaff({ by, reason }: EventOf<'booked' | 'cancelled' | 'rescheduled'>) {
  return { ...(reason === undefined ? {} : { reason }), ...(by === 'staff' ? { byStaff: true } : {}) };
}

/** Why a booking that was moved still needs a person's word, and until when; undefined where it doesn't. */
function wantedBy({ approval }: Booking, decideBy: number | undefined): Wanted | undefined {
  if (approval === undefined || decideBy === undefined) return undefined;
  return { because: approval.because, decideBy };
}

function noShowMail({ at, reason }: EventOf<'no-show-recorded'>, context: Context): MailKind {
  const { checkIn } = context.booking;
  const asked = checkIn?.askedAt === undefined ? {} : { askedAt: checkIn.askedAt };
  return { kind: 'no-show', closedAt: at, reason, ...asked, ...consequenceOf(context, reason) };
}

/** Nobody has joined or answered. */
function isWaiting({ attendance, checkIn }: Booking): boolean {
  return attendance === undefined && checkIn?.answeredAt === undefined;
}

function tellsNobody(effect: Effect): boolean {
  return effect.do === 'set-timers' || effect.do === 'clear-timers' || effect.do === 'await-block-end';
}
