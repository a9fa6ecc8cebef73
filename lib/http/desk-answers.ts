import * as z from 'zod/mini';
import { mobileLosses, notes } from '../domain/booking/booking.ts';
import type { BookingEvent } from '../domain/booking/events.ts';
import { mailLosses } from '../domain/mailbox.ts';
import { bookingAnswer } from './answer-schemas.ts';

/** The shapes of what our staff are answered. */

const time = z.iso.datetime();
const text = z.optional(z.string());
const evidence = z.enum(['link', 'staff', 'provider']);
const changer = z.enum(['link', 'text', 'staff', 'showup']);

/** What one of our staff decided, with who and why. */
const decided = z.strictObject({ at: time, by: z.string(), reason: z.string() });

const booking = {
  ...z.omit(bookingAnswer, { manageUrl: true, joinUrl: true }).shape,
  revision: z.int(),
  bookedBy: z.optional(z.strictObject({ staffId: z.string(), reason: text })),
  beside: z.optional(z.literal(true)),
  company: text,
  person: text,
  attendance: z.optional(z.strictObject({ joinedAt: time, evidence, staffId: text })),
  outcome: z.optional(
    z.strictObject({
      reason: z.enum(['absent', 'late_notice', 'never_joined_after_keeping_open']),
      at: time,
      staffId: text,
      excused: z.optional(decided),
      contest: z.optional(z.strictObject({ at: time, text: z.string(), rejected: z.optional(decided) })),
    }),
  ),
  approval: z.optional(
    z.strictObject({
      because: z.enum(['late-notices', 'company']),
      decideBy: time,
      approved: z.optional(z.strictObject({ at: time, by: z.string() })),
    }),
  ),
  erasedAt: z.optional(time),
  cancelled: z.optional(z.strictObject({ at: time, by: changer, staffId: text, reason: text })),
  mobileLost: z.optional(z.strictObject({ at: time, reason: z.enum(mobileLosses) })),
  mailLost: z.optional(z.strictObject({ at: time, reason: z.enum(mailLosses) })),
};

/** A booking as staff see it: with who did what, and without the links that speak for its holder. */
export const deskBookingAnswer = z.strictObject(booking);

/** Every type of event, each once: the compiler tells of one that is missing. */
const eventTypes: Readonly<Record<BookingEvent['type'], true>> = {
  booked: true,
  rescheduled: true,
  cancelled: true,
  'reminder-due': true,
  'reminder-skipped': true,
  'check-in-asked': true,
  'check-in-answered': true,
  'reply-noted': true,
  'late-notice-warned': true,
  'mobile-lost': true,
  'mobile-restored': true,
  'mail-lost': true,
  'mail-restored': true,
  'attendee-joined': true,
  'join-withdrawn': true,
  'no-show-recorded': true,
  'no-show-reversed': true,
  'no-show-excused': true,
  approved: true,
  declined: true,
  'approval-expired': true,
  'no-show-contested': true,
  'contest-rejected': true,
  'attendee-erased': true,
  completed: true,
  reopened: true,
};

/** Something that happened to a booking. */
export const event = z.strictObject({
  number: z.int(),
  type: z.enum(Object.keys(eventTypes) as [BookingEvent['type'], ...BookingEvent['type'][]]),
  at: time,
  stamp: z.optional(time),
  by: z.optional(changer),
  staffId: text,
  reason: text,
  text,
  evidence: z.optional(evidence),
  consultant: text,
  previousStart: z.optional(time),
  start: z.optional(time),
  closesAt: z.optional(time),
  until: z.optional(time),
  decideBy: z.optional(time),
  timer: text,
  because: z.optional(z.enum(['answered', 'joined', 'cancelled', 'late-notices', 'company'])),
  answer: z.optional(z.enum(notes)),
  intent: z.optional(z.enum(['coming', 'cannot', 'move'])),
});

export const deskBookingWithEventsAnswer = z.strictObject({ ...booking, events: z.array(event) });

export const deskBookingsAnswer = z.strictObject({ bookings: z.array(deskBookingAnswer), next: text });
