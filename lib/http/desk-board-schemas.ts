import * as z from 'zod/mini';
import { date } from './schemas.ts';

/** The shapes of what the board is asked for, and answered. */

const days = z.pipe(
  z.string().check(z.regex(/^[1-7]$/u, 'must be a whole number from 1 to 7')),
  z.transform(Number),
);

/** The first day, today where absent, and how many. */
export const boardQuery = z.strictObject({ date: z.exactOptional(date), days: z.exactOptional(days) });
