import * as z from 'zod/mini';
import { levels } from '../domain/people/level.ts';
import { type Permission, permissions } from '../domain/people/permissions.ts';
import { bookingAnswer } from './answer-schemas.ts';

/** The shapes of what the portal answers. */

const time = z.iso.datetime();

const next = z.optional(z.string());

export const memberAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.email(),
  status: z.enum(['invited', 'active', 'removed']),
  level: z.enum(levels),
  newsletters: z.boolean(),
  invitedAt: time,
  activatedAt: z.optional(time),
  removedAt: z.optional(time),
});

const company = {
  id: z.string(),
  name: z.string(),
  planUntil: z.iso.date(),
  afterHours: z.boolean(),
};

const formerCodes = z.array(z.strictObject({ code: z.string(), until: time }));

/** As it is told to those who may replace its code. */
export const companyAnswer = z.strictObject({ ...company, code: z.string(), formerCodes });

export const profileAnswer = z.strictObject({
  person: memberAnswer,
  company: z.strictObject({
    ...company,
    code: z.optional(z.string()),
    formerCodes: z.optional(formerCodes),
  }),
  may: z.array(z.enum(permissions as [Permission, ...Permission[]])),
  companyGetsNewsletters: z.boolean(),
  needsAnotherPrimary: z.boolean(),
});

export const newslettersAnswer = z.strictObject({
  newsletters: z.boolean(),
  companyGetsNewsletters: z.boolean(),
});

export const myBookingsAnswer = z.strictObject({ bookings: z.array(bookingAnswer), next });

export const peopleAnswer = z.strictObject({ people: z.array(memberAnswer), next });
