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

/** What the feed's `number` was when it was looked at: no address has a longer one. */
export const feedBody = z.strictObject({
  seen: z
    .int('must be a whole number')
    .check(z.minimum(1, 'must be at least 1'), z.maximum(999_999_999, 'must be at most 999999999')),
});
