import * as z from 'zod/mini';
import { mailLosses } from '../domain/mailbox.ts';
import { price } from './answer-schemas.ts';
import { deskBookingAnswer } from './desk-answers.ts';

/** The shapes of answers about standing. */

const time = z.iso.datetime();
const text = z.optional(z.string());

const noShowReason = z.enum(['absent', 'late_notice', 'never_joined_after_keeping_open']);

/** A no-show that counts. */
export const missed = z.array(z.strictObject({ booking: z.string(), start: time, reason: noShowReason }));

/** What each of the sentences is about. */
const reasonCodes = [
  'blocked-by-no-shows',
  'blocked-by-staff',
  'company-blocked',
  'approval-for-late-notices',
  'approval-for-company',
  'no-show-counts',
  'block-over',
  'strike',
  'under-review',
  'same-day-changes',
  'nothing-against',
] as const;

/** Why things stand as they do, each in a sentence, with the bookings that it is about. */
const why = z.array(
  z.strictObject({
    code: z.enum(reasonCodes),
    detail: z.string(),
    bookings: z.optional(z.array(z.string())),
    until: z.optional(time),
  }),
);

export type ReasonCode = (typeof reasonCodes)[number];

const ruling = z.strictObject({
  id: z.string(),
  decision: z.enum(['block', 'lift', 'payment']),
  at: time,
  by: z.string(),
  reason: z.string(),
  until: z.optional(time),
  fee: z.optional(price),
});

const blockFields = {
  since: time,
  until: time,
  because: z.enum(['no-shows', 'staff']),
  missed,
};

/** A time without free sessions, with who of our staff set it or ended it. */
export const deskBlock = z.strictObject({
  ...blockFields,
  ruling: z.optional(ruling),
  endedBy: z.optional(ruling),
});

export const approval = z.strictObject({ because: z.enum(['late-notices']), until: time, missed });

/** Something that counts for or against a person, as it was recorded. */
export const entry = z.strictObject({
  kind: z.enum(['no-show', 'no-show-reversed', 'no-show-excused', 'same-day-change', 'ruling']),
  at: time,
  booking: text,
  start: z.optional(time),
  reason: z.optional(noShowReason),
  change: z.optional(z.enum(['cancelled', 'moved'])),
  stamp: z.optional(time),
  by: text,
  ruling: z.optional(ruling),
});

export const personStandingAnswer = z.strictObject({
  email: z.string(),
  company: text,
  companies: z.array(z.string()),
  person: text,
  block: z.optional(deskBlock),
  approval: z.optional(approval),
  noShows: missed,
  blocks: z.array(deskBlock),
  entries: z.array(entry),
  why,
});

const companyDecision = z.enum(['nothing', 'approval', 'block']);

const companyRuling = z.strictObject({
  decision: companyDecision,
  at: time,
  by: z.string(),
  reason: z.string(),
  until: z.optional(time),
});

const strikes = z.array(z.strictObject({ email: z.string(), since: time, missed }));

const changes = z.array(
  z.strictObject({
    booking: z.string(),
    email: z.string(),
    change: z.enum(['cancelled', 'moved']),
    at: time,
    start: time,
  }),
);

export const companyStandingAnswer = z.strictObject({
  company: z.string(),
  name: z.string(),
  strikes,
  sameDayChanges: changes,
  review: z.optional(z.strictObject({ since: time, changes })),
  ruling: z.optional(companyRuling),
  rulings: z.array(companyRuling),
  seen: z.int(),
  why,
});

export const queueAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      since: time,
      booking: z.optional(deskBookingAnswer),
      company: z.optional(companyStandingAnswer),
    }),
  ),
  next: text,
});

/** As members are told: not who of our staff decided. */
const ownRuling = z.strictObject({
  decision: companyDecision,
  at: time,
  reason: z.string(),
  until: z.optional(time),
});

export const ownStandingAnswer = z.strictObject({
  person: z.strictObject({
    block: z.optional(z.strictObject({ ...blockFields, reason: text })),
    approval: z.optional(approval),
    noShows: missed,
    why,
  }),
  company: z.strictObject({
    ruling: z.optional(ownRuling),
    strikes: z.optional(strikes),
    rulings: z.optional(z.array(ownRuling)),
    why,
  }),
});

/** What is known of where mail to somebody goes. */
export const mailboxAnswer = z.strictObject({
  email: z.string(),
  lost: z.optional(z.strictObject({ reason: z.enum(mailLosses), since: time })),
  notes: z.array(
    z.strictObject({
      what: z.enum([...mailLosses, 'delivered', 'allowed']),
      at: time,
      address: text,
      by: text,
      reason: text,
    }),
  ),
});
