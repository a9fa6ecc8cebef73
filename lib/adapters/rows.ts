import * as z from 'zod/mini';
import {
  type Approval,
  type Attendance,
  type Booking,
  type Cancellation,
  type Contest,
  type Excusal,
  mobileLosses,
  notes,
  type Outcome,
} from '../domain/booking/booking.ts';
import type { Notice } from '../domain/booking/events.ts';
import { isTimerKind, type TimerKind } from '../domain/booking/timer.ts';
import type { WordlessEvent, WordlessEventOf } from '../domain/booking/words.ts';
import { languageCodes } from '../domain/language.ts';
import { mailLosses } from '../domain/mailbox.ts';

/** A schema for every field of a type, those that may be absent too: none is lost unnoticed on the way in. */
export type Fields<Type> = Record<keyof Type, z.ZodMiniType>;

export const instant = z.int();
const price = () => z.object({ amount: z.number(), currency: z.string() });
const cells = () => z.object({ from: z.int(), to: z.int() });
const timerKind = z.custom<TimerKind>((value) => typeof value === 'string' && isTimerKind(value));
const timers = () => z.array(z.object({ kind: timerKind, at: instant }));
const attendee = () => z.object({ name: z.string(), email: z.string(), mobile: z.exactOptional(z.string()) });
const evidence = z.enum(['link', 'staff', 'provider']);
const changer = z.enum(['link', 'text', 'staff', 'showup']);
const staffId = z.exactOptional(z.string());
export const language = z.enum(languageCodes);
export const intent = z.enum(['coming', 'cannot', 'move']);
const mobileLoss = z.enum(mobileLosses);
export const mailLoss = z.enum(mailLosses);
const note = z.enum(notes);
const noShowReason = z.enum(['absent', 'late_notice', 'never_joined_after_keeping_open']);

const because = z.enum(['late-notices', 'company']);
const excusal = () => z.object({ by: z.string(), at: instant, reason: z.string() } satisfies Fields<Excusal>);

/** What is agreed, but for who it is for and what they wrote. */
const terms = () => ({
  sessionType: z.string(),
  minutes: z.int(),
  start: instant,
  timeZone: z.string(),
  companyId: z.exactOptional(z.string()),
  personId: z.exactOptional(z.string()),
  price: z.exactOptional(price()),
  release: z.exactOptional(z.string()),
  language: z.exactOptional(language),
});

/** A booking as its row holds it; what the row has beside it (keys, the indexes) is dropped. */
export const bookingRow = (): z.ZodMiniType<Booking> =>
  z.object({
    id: z.string(),
    status: z.enum(['pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show']),
    version: z.int(),
    revision: z.int(),
    consultantId: z.string(),
    ...terms(),
    attendee: attendee(),
    topic: z.exactOptional(z.string()),
    end: instant,
    attendance: z.exactOptional(
      z.object({ joinedAt: instant, evidence, staffId } satisfies Fields<Attendance>),
    ),
    checkIn: z.exactOptional(
      z.object({
        askedAt: z.exactOptional(instant),
        answeredAt: z.exactOptional(instant),
        answer: z.exactOptional(z.literal('keep')),
      }),
    ),
    outcome: z.exactOptional(
      z.object({
        reason: noShowReason,
        at: instant,
        staffId,
        excused: z.exactOptional(excusal()),
        contest: z.exactOptional(
          z.object({
            at: instant,
            text: z.string(),
            rejected: z.exactOptional(excusal()),
          } satisfies Fields<Contest>),
        ),
      } satisfies Fields<Outcome>),
    ),
    cancelled: z.exactOptional(
      z.object({
        at: instant,
        by: changer,
        staffId,
        reason: z.exactOptional(z.string()),
      } satisfies Fields<Cancellation>),
    ),
    approval: z.exactOptional(
      z.object({
        because,
        decideBy: instant,
        approved: z.exactOptional(z.object({ at: instant, by: z.string() })),
      } satisfies Fields<Approval>),
    ),
    mobileLost: z.exactOptional(
      z.object({ at: instant, reason: mobileLoss, closesAt: z.exactOptional(instant) }),
    ),
    mailLost: z.exactOptional(z.object({ at: instant, reason: mailLoss })),
    heard: z.exactOptional(z.object({ stamp: instant, intent })),
    warnedAt: z.exactOptional(instant),
    moveUntil: z.exactOptional(instant),
    closesAt: z.exactOptional(instant),
    beside: z.exactOptional(z.literal(true)),
    holds: z.exactOptional(cells()),
    due: timers(),
    helped: z.exactOptional(z.boolean()),
    noted: z.exactOptional(note),
    words: z.exactOptional(z.record(z.string(), z.string())),
    erasedAt: z.exactOptional(instant),
    bookedBy: z.exactOptional(z.string()),
    createdAt: instant,
  } satisfies Fields<Booking>);

const inText = () => ({ stamp: instant, messageId: z.string() }) satisfies Fields<Notice>;
const byStaff = () => ({ at: instant, staffId: z.string() });
const notice = () => z.exactOptional(z.object(inText()));

const event = (): z.ZodMiniType<WordlessEvent> =>
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('booked'),
      at: instant,
      bookingId: z.string(),
      ...terms(),
      consultantId: z.string(),
      holds: cells(),
      timers: timers(),
      mobileLost: z.exactOptional(mobileLoss),
      by: z.exactOptional(z.literal('staff')),
      staffId,
      approval: z.exactOptional(z.object({ because, decideBy: instant })),
      beside: z.exactOptional(z.literal(true)),
    } satisfies Fields<WordlessEventOf<'booked'>>),
    z.object({
      type: z.literal('rescheduled'),
      at: instant,
      by: changer,
      staffId,
      previousStart: instant,
      start: instant,
      decideBy: z.exactOptional(instant),
      consultantId: z.string(),
      holds: cells(),
      timers: timers(),
    } satisfies Fields<WordlessEventOf<'rescheduled'>>),
    z.object({
      type: z.literal('cancelled'),
      at: instant,
      by: changer,
      staffId,
      notice: notice(),
    } satisfies Fields<WordlessEventOf<'cancelled'>>),
    z.object({ type: z.literal('reminder-due'), at: instant, kind: timerKind, hoursBefore: z.int() }),
    z.object({ type: z.literal('reminder-skipped'), at: instant, kind: timerKind }),
    z.object({ type: z.literal('check-in-asked'), at: instant, closesAt: z.exactOptional(instant) }),
    z.object({ type: z.literal('check-in-answered'), at: instant, ...inText() }),
    z.object({
      type: z.literal('reply-noted'),
      at: instant,
      ...inText(),
      answer: z.exactOptional(note),
      intent: z.exactOptional(intent),
      until: z.exactOptional(instant),
    } satisfies Fields<WordlessEventOf<'reply-noted'>>),
    z.object({ type: z.literal('late-notice-warned'), at: instant, ...inText() }),
    z.object({
      type: z.literal('mobile-lost'),
      at: instant,
      reason: mobileLoss,
      closesAt: z.exactOptional(instant),
    } satisfies Fields<WordlessEventOf<'mobile-lost'>>),
    z.object({ type: z.literal('mobile-restored'), at: instant, timers: timers() }),
    z.object({
      type: z.literal('mail-lost'),
      at: instant,
      reason: mailLoss,
      confirmation: z.exactOptional(z.literal(true)),
    } satisfies Fields<WordlessEventOf<'mail-lost'>>),
    z.object({ type: z.literal('mail-restored'), at: instant, staffId } satisfies Fields<
      WordlessEventOf<'mail-restored'>
    >),
    z.object({
      type: z.literal('attendee-joined'),
      at: instant,
      stamp: instant,
      evidence,
      staffId,
    } satisfies Fields<WordlessEventOf<'attendee-joined'>>),
    z.object({
      type: z.literal('no-show-recorded'),
      at: instant,
      staffId,
      reason: noShowReason,
      holds: cells(),
      notice: notice(),
    } satisfies Fields<WordlessEventOf<'no-show-recorded'>>),
    z.object({
      type: z.literal('no-show-reversed'),
      at: instant,
      because: z.enum(['answered', 'joined', 'cancelled']),
      holds: z.exactOptional(cells()),
      timers: timers(),
      notice: notice(),
    } satisfies Fields<WordlessEventOf<'no-show-reversed'>>),
    z.object({
      type: z.literal('join-withdrawn'),
      ...byStaff(),
      timers: timers(),
      answeredAt: z.exactOptional(instant),
      closesAt: z.exactOptional(instant),
    } satisfies Fields<WordlessEventOf<'join-withdrawn'>>),
    z.object({ type: z.literal('reopened'), ...byStaff(), holds: cells(), timers: timers() } satisfies Fields<
      WordlessEventOf<'reopened'>
    >),
    z.object({ type: z.literal('no-show-excused'), ...byStaff() }),
    z.object({ type: z.literal('no-show-contested'), at: instant }),
    z.object({ type: z.literal('contest-rejected'), ...byStaff() }),
    z.object({ type: z.literal('approved'), ...byStaff(), timers: timers() } satisfies Fields<
      WordlessEventOf<'approved'>
    >),
    z.object({ type: z.literal('declined'), ...byStaff() }),
    z.object({ type: z.literal('approval-expired'), at: instant }),
    z.object({ type: z.literal('attendee-erased'), ...byStaff(), tombstone: z.string() } satisfies Fields<
      WordlessEventOf<'attendee-erased'>
    >),
    z.object({
      type: z.literal('completed'),
      at: instant,
      staffId,
      holds: z.exactOptional(cells()),
    } satisfies Fields<WordlessEventOf<'completed'>>),
  ]);

/** An event of a booking as its row holds it: never changed, and without words. */
export const bookingEventRow = () =>
  z.object({
    kind: z.literal('event'),
    about: z.literal('booking'),
    bookingId: z.string(),
    number: z.int(),
    version: z.int(),
    policy: z.string(),
    event: event(),
  });

/** What a booking's row has beside the booking, until its attendee is erased. */
export const requestRow = () => z.object({ fingerprint: z.exactOptional(z.string()) });

/** A consultant's UTC day: what its attributes count is said in calendar-day.ts. */
export const calendarRow = () => z.looseObject({ sk: z.string() });
