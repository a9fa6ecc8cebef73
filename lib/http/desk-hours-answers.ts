import * as z from 'zod/mini';
import { hoursKinds } from '../domain/calendar/hours-exception.ts';
import { deskBookingAnswer } from './desk-answers.ts';

/** The shapes of what our staff are answered about consultants' hours. */

const time = z.iso.datetime();
const windows = z.array(z.strictObject({ from: z.string(), to: z.string() }));

export const consultantsAnswer = z.strictObject({
  consultants: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      timeZone: z.string(),
      weeklyHours: z.record(z.string(), windows),
    }),
  ),
});

const hours = z.strictObject({
  id: z.string(),
  consultant: z.string(),
  kind: z.enum(hoursKinds),
  from: time,
  to: time,
  reason: z.string(),
  by: z.string(),
  at: time,
  removed: z.optional(z.strictObject({ by: z.string(), at: time })),
});

export const hoursListAnswer = z.strictObject({ hours: z.array(hours) });

export const hoursAnswer = z.strictObject({ hours, bookings: z.array(deskBookingAnswer) });

export const feedAnswer = z.strictObject({ url: z.url(), number: z.int() });
