import * as z from 'zod/mini';
import { deskBookingAnswer, event } from './desk-answers.ts';
import { approval, deskBlock, entry, missed } from './standing-answers.ts';

/** The shapes of answers that prove, and that forget. */

const time = z.iso.datetime();

const who = z.strictObject({
  who: z.enum(['attendee', 'staff', 'showup']),
  staffId: z.optional(z.string()),
});

const verdict = z.array(z.strictObject({ finding: z.string(), sentence: z.string() }));

const message = z.strictObject({
  number: z.int(),
  channel: z.enum(['mail', 'text']),
  kind: z.string(),
  sentAt: z.optional(time),
  receipt: z.optional(z.string()),
  withheld: z.optional(z.string()),
  delivery: z.record(z.string(), time),
});

const reply = z.strictObject({
  number: z.int(),
  stamp: time,
  at: time,
  messageId: z.string(),
  understood: z.optional(z.enum(['coming', 'cannot', 'move'])),
});

const policy = z.strictObject({
  version: z.string(),
  events: z.array(z.int()),
  text: z.optional(z.record(z.string(), z.unknown())),
});

/** All that is on record about a booking; the first of the verdict says what the rest comes to. */
export const evidenceAnswer = z.strictObject({
  madeAt: time,
  verdict,
  booking: deskBookingAnswer,
  events: z.array(z.extend(event, { policy: z.string(), who })),
  messages: z.array(message),
  replies: z.array(reply),
  joins: z.array(
    z.strictObject({ number: z.int(), stamp: time, evidence: z.enum(['link', 'staff', 'provider']), who }),
  ),
  entries: z.array(entry),
  standing: z.strictObject({
    block: z.optional(deskBlock),
    approval: z.optional(approval),
    noShows: missed,
    blocks: z.array(deskBlock),
  }),
  policies: z.array(policy),
});

/** What stands now where somebody was, and how many bookings and numbers lost whose they were. */
export const erasedAnswer = z.strictObject({
  tombstone: z.string(),
  bookings: z.int(),
  numbers: z.int(),
  account: z.boolean(),
});
