import * as z from 'zod/mini';
import { languageCodes } from '../domain/language.ts';

/** The shapes of answers, for the OpenAPI document and the tests that hold answers to it. */

const time = z.iso.datetime();
const url = z.url();

export const price = z.strictObject({ amount: z.number(), currency: z.string() });

const consultant = z.strictObject({ id: z.string(), name: z.string() });

const attendee = z.strictObject({ name: z.string(), email: z.email(), mobile: z.optional(z.string()) });

export const sessionTypesAnswer = z.strictObject({
  sessionTypes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      minutes: z.int(),
      price,
      freeWithCode: z.boolean(),
    }),
  ),
});

export const slotsAnswer = z.strictObject({
  sessionType: z.string(),
  timeZone: z.string(),
  days: z.record(z.string(), z.array(z.strictObject({ start: time, end: time }))),
});

const reasons = z.array(
  z.strictObject({
    code: z.enum([
      'off-grid',
      'in-the-past',
      'too-soon',
      'beyond-horizon',
      'outside-hours',
      'holiday',
      'time-off',
      'booked',
      'not-given',
    ]),
    detail: z.string(),
    consultant: z.optional(z.string()),
  }),
);

export const explanationAnswer = z.strictObject({ bookable: z.boolean(), reasons });

export const bookingAnswer = z.strictObject({
  id: z.string(),
  status: z.enum(['pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show']),
  version: z.int(),
  sessionType: z.string(),
  start: time,
  end: time,
  timeZone: z.string(),
  consultant,
  attendee,
  free: z.boolean(),
  price: z.optional(price),
  topic: z.optional(z.string()),
  release: z.optional(z.string()),
  language: z.enum(languageCodes),
  notices: z.optional(z.array(z.string())),
  changeBy: z.strictObject({ link: time, text: z.optional(time) }),
  approval: z.optional(
    z.strictObject({
      because: z.enum(['late-notices', 'company']),
      decideBy: time,
      approved: z.optional(z.strictObject({ at: time })),
    }),
  ),
  attendance: z.optional(z.strictObject({ joinedAt: time, evidence: z.enum(['link', 'staff', 'provider']) })),
  checkIn: z.optional(
    z.strictObject({
      askedAt: z.optional(time),
      answeredAt: z.optional(time),
      answer: z.optional(z.enum(['keep'])),
    }),
  ),
  outcome: z.optional(
    z.strictObject({
      reason: z.enum(['absent', 'late_notice', 'never_joined_after_keeping_open']),
      at: time,
      excused: z.optional(z.strictObject({ at: time })),
      contest: z.optional(
        z.strictObject({
          at: time,
          text: z.string(),
          rejected: z.optional(z.strictObject({ at: time, reason: z.string() })),
        }),
      ),
    }),
  ),
  cancelled: z.optional(
    z.strictObject({
      at: time,
      by: z.enum(['link', 'text', 'staff', 'showup']),
      reason: z.optional(z.string()),
    }),
  ),
  manageUrl: url,
  joinUrl: url,
  createdAt: time,
});

export const joinAnswer = z.strictObject({
  meetingUrl: url,
  dialIn: z.strictObject({ url, conferenceId: z.string() }),
});

export const receivedAnswer = z.strictObject({ received: z.literal(true) });

export const healthAnswer = z.strictObject({ status: z.literal('ok') });

export const openApiAnswer = z.looseObject({ openapi: z.string() });

/** RFC 9457, with our `code`; refusals carry facts of their own beside it. */
export const problemAnswer = z.looseObject({
  type: url,
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  errors: z.optional(z.array(z.strictObject({ field: z.string(), message: z.string() }))),
});
