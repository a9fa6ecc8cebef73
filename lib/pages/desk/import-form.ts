import * as z from 'zod/mini';

/** The import's form; `write` does what was shown as `plan`. */
export const importForm = z.strictObject({
  /** Checked before the form is read. */
  csrf: z.prefault(z.string(), ''),
  action: z.enum(['look', 'write'], 'is not a button of this page'),
  sheet: z.prefault(z.string(), ''),
  plan: z.prefault(z.string().check(z.maxLength(60, 'is too long')), ''),
});
