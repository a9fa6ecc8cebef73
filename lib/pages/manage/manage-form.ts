import * as z from 'zod/mini';

const picked = z.prefault(z.string().check(z.maxLength(60, 'is too long')), '');

/** What is posted to change a booking: the button, the version of the booking that it was pressed on, and what it needs. */
export const manageForm = z.strictObject({
  action: z.enum(['move', 'cancel', 'contest'], 'is not a button of this page'),
  version: z.string().check(z.regex(/^[1-9]\d{0,8}$/u, 'is not one that we made')),
  month: picked,
  day: picked,
  start: picked,
  timeZone: picked,
  lang: picked,
  /** More than it may hold, so that what is too long comes back to be shortened. */
  reason: z.prefault(z.string().check(z.maxLength(4000, 'is too long')), ''),
  text: z.prefault(z.string().check(z.maxLength(8000, 'is too long')), ''),
});

export type ManageForm = z.output<typeof manageForm>;
