import * as z from 'zod/mini';

const typed = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');

/** The buttons of the page of somebody's hours. What is added was looked at first, and comes as it was shown. */
export const hoursForm = z.strictObject({
  /** Checked before the form is read. */
  csrf: typed,
  action: z.enum(['add', 'remove', 'feed'], 'is not a button of this page'),
  consultant: typed,
  hours: typed,
  kind: typed,
  from: typed,
  to: typed,
  reason: typed,
  /** Number of the calendar's address that was seen. */
  seen: z.prefault(z.string().check(z.regex(/^\d{1,9}$/u, 'is not one that we made')), '0'),
});

export type HoursPressed = z.output<typeof hoursForm>;
