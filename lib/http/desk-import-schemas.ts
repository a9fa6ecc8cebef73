import * as z from 'zod/mini';

/** The shapes of requests to import companies. */

/** The most of a sheet that is taken at once. */
export const MOST_SHEET_BYTES = 1_048_576;

export const importQuery = z.strictObject({
  dryRun: z.exactOptional(
    z.pipe(
      z.enum(['true', 'false'], 'must be true or false'),
      z.transform((text) => text === 'true'),
    ),
  ),
});

/** A sheet, as it is. */
export const importBody = z.string();
