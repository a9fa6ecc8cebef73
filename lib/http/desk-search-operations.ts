import * as z from 'zod/mini';
import { levels } from '../domain/people/level.ts';
import { deskBookingAnswer } from './desk-answers.ts';
import { asking } from './desk-refusals.ts';
import type { Operation } from './operation.ts';
import { line } from './schemas.ts';

/** Longer than a mail address, or the address of one of our pages. */
export const deskSearchQuery = z.strictObject({ q: line(300) });

const company = { id: z.string(), name: z.string() };

const deskSearchAnswer = z.strictObject({
  people: z.array(
    z.strictObject({
      email: z.string(),
      name: z.optional(z.string()),
      person: z.optional(z.string()),
      status: z.optional(z.enum(['invited', 'active'])),
      staff: z.boolean(),
      level: z.optional(z.enum(levels)),
      company: z.optional(z.strictObject(company)),
    }),
  ),
  companies: z.array(z.strictObject({ ...company, planUntil: z.string() })),
  bookings: z.array(deskBookingAnswer),
  more: z.array(z.enum(['people', 'companies', 'bookings'])),
});

/** What there is to say of our staff's one search. */
export const deskSearchOperations = {
  searchDesk: {
    summary: 'For staff: people, companies and bookings by a name, company code, mail, number or booking id',
    query: deskSearchQuery,
    success: { status: 200, schema: deskSearchAnswer },
    refusals: asking,
  },
} as const satisfies Readonly<Record<string, Operation>>;
