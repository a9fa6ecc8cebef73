import * as z from 'zod/mini';
import { LONGEST_MINUTES } from '../domain/catalogue.ts';
import { languageCodes } from '../domain/language.ts';
import { companyId, reason } from './desk-schemas.ts';
import { bookingBody, id, instant, limits, prose } from './schemas.ts';

/** The shortest leaves time for the question and its answer before the end. */
const minutes = z
  .int('must be a whole number')
  .check(
    z.minimum(15, 'must be at least 15'),
    z.maximum(LONGEST_MINUTES, `must be at most ${LONGEST_MINUTES}`),
  );

/** A session that our staff set at an exact time for a member. */
export const memberBookingBody = z.strictObject({
  sessionType: id,
  consultant: id,
  start: instant,
  minutes: z.exactOptional(minutes),
  timeZone: z.exactOptional(bookingBody.shape.timeZone),
  attendee: bookingBody.shape.attendee,
  company: z.exactOptional(companyId),
  topic: z.exactOptional(prose(limits.topic)),
  release: z.exactOptional(id),
  language: z.exactOptional(z.enum(languageCodes, `must be one of ${languageCodes.join(', ')}`)),
  reason,
  /** Whether it may lie beside or over other sessions. */
  override: z.exactOptional(z.boolean()),
});
