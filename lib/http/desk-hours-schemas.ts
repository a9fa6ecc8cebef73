import * as z from 'zod/mini';
import { hoursKinds } from '../domain/calendar/hours-exception.ts';
import { date, instant, limits, prose } from './schemas.ts';

/** The shapes of what our staff ask of consultants' hours. */

/** Dates of the deployment's zone, both included. */
export const hoursQuery = z.strictObject({ from: date, to: date });

export const hoursBody = z.strictObject({
  kind: z.enum(hoursKinds, `must be one of ${hoursKinds.join(', ')}`),
  from: instant,
  to: instant,
  reason: prose(limits.reason),
  dryRun: z.exactOptional(z.boolean()),
});
