import * as z from 'zod/mini';
import type { Booking } from '../domain/booking/booking.ts';
import type { BookingEvent } from '../domain/booking/events.ts';
import type { TimerKind } from '../domain/booking/timer.ts';
import { isDate } from '../domain/calendar/zone.ts';
import type { Company } from '../domain/company.ts';
import { languageCodes } from '../domain/language.ts';

const instant = z.int();
const price = z.object({ amount: z.number(), currency: z.string() });
const cells = z.object({ from: z.int(), to: z.int() });
const timerKind = z.custom<TimerKind>(
  (value) => typeof value === 'string' && /^(?:remind-\d+h|check-in|close|finish)$/u.test(value),
);
const timers = z.array(z.object({ kind: timerKind, at: instant }));
const attendee = z.object({ name: z.string(), email: z.string(), mobile: z.exactOptional(z.string()) });
const evidence = z.literal('link');
const changer = z.enum(['link', 'showup']);
const language = z.enum(languageCodes);
const noShowReason = z.enum(['absent', 'late_notice', 'never_joined_after_keeping_open']);

const terms = {
  sessionType: z.string(),
  minutes: z.int(),
  start: instant,
  timeZone: z.string(),
  attendee,
  companyId: z.exactOptional(z.string()),
  price: z.exactOptional(price),
  topic: z.exactOptional(z.string()),
  release: z.exactOptional(z.string()),
  language: z.exactOptional(language),
};

/** A booking as its row holds it; what the row has beside it (keys, the index) is dropped. */
export const bookingRow: z.ZodMiniType<Booking> = z.object({
  id: z.string(),
  status: z.enum(['pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show']),
  version: z.int(),
  revision: z.int(),
  consultantId: z.string(),
  ...terms,
  end: instant,
  attendance: z.exactOptional(z.object({ joinedAt: instant, evidence })),
  checkIn: z.exactOptional(
    z.object({
      askedAt: z.exactOptional(instant),
      answeredAt: z.exactOptional(instant),
      answer: z.exactOptional(z.literal('keep')),
    }),
  ),
  outcome: z.exactOptional(z.object({ reason: noShowReason, at: instant })),
  cancelled: z.exactOptional(z.object({ at: instant, by: changer, reason: z.exactOptional(z.string()) })),
  holds: z.exactOptional(cells),
  due: timers,
  helped: z.exactOptional(z.boolean()),
  createdAt: instant,
});

const reply = { at: instant, stamp: instant, messageId: z.string() };

const event: z.ZodMiniType<BookingEvent> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('booked'),
    at: instant,
    bookingId: z.string(),
    ...terms,
    consultantId: z.string(),
    holds: cells,
    timers,
  }),
  z.object({
    type: z.literal('rescheduled'),
    at: instant,
    by: changer,
    previousStart: instant,
    start: instant,
    consultantId: z.string(),
    holds: cells,
    timers,
  }),
  z.object({ type: z.literal('cancelled'), at: instant, by: changer, reason: z.exactOptional(z.string()) }),
  z.object({ type: z.literal('reminder-due'), at: instant, kind: timerKind, hoursBefore: z.int() }),
  z.object({ type: z.literal('reminder-skipped'), at: instant, kind: timerKind }),
  z.object({ type: z.literal('check-in-asked'), at: instant, closesAt: z.exactOptional(instant) }),
  z.object({ type: z.literal('check-in-answered'), ...reply }),
  z.object({
    type: z.literal('reply-noted'),
    ...reply,
    answer: z.enum(['help', 'too-early', 'too-late']),
  }),
  z.object({ type: z.literal('attendee-joined'), at: instant, stamp: instant, evidence }),
  z.object({ type: z.literal('no-show-recorded'), at: instant, reason: noShowReason, holds: cells }),
  z.object({
    type: z.literal('no-show-reversed'),
    at: instant,
    because: z.enum(['answered', 'joined']),
    holds: z.exactOptional(cells),
    timers,
  }),
  z.object({ type: z.literal('completed'), at: instant }),
]);

/** An event of a booking as its row holds it. */
export const bookingEventRow = z.object({
  kind: z.literal('event'),
  about: z.literal('booking'),
  bookingId: z.string(),
  number: z.int(),
  version: z.int(),
  event,
});

/** A text about no booking that we know. */
export const strayTextRow = z.object({
  kind: z.literal('event'),
  about: z.literal('stray-text'),
  mobile: z.string(),
  messageId: z.string(),
  at: instant,
});

/** Any row that the stream carries on. */
export const outboxRow = z.discriminatedUnion('about', [bookingEventRow, strayTextRow]);

/** What a code opens: the company's facts that booking needs, so that one read answers. */
export const codeRow: z.ZodMiniType<Company> = z.object({
  id: z.string(),
  name: z.string(),
  planUntil: z.string().check(z.refine(isDate)),
});

export const threadRow = z.object({ bookingId: z.exactOptional(z.string()) });

export const doneRow = z.object({ bookingId: z.string(), fingerprint: z.string(), expiresAt: z.int() });

/** A consultant's UTC day: one attribute for each busy cell, named by its place in the day. */
export const calendarRow = z.looseObject({ sk: z.string() });
