import * as z from 'zod/mini';
import { limits } from '../../http/schemas.ts';

/** As a form sends it: nothing is an empty text, and more than it may hold comes back to be shortened. */
const typed = z.prefault(z.string().check(z.maxLength(1000, 'is too long')), '');
/** Checked before the form is read. */
const csrf = typed;

export const newslettersForm = z.strictObject({
  csrf,
  newsletters: z.enum(['start', 'stop'], 'is not a button of this page'),
});

export const codeForm = z.strictObject({
  csrf,
  replaced: z
    .string()
    .check(z.minLength(1, 'must not be empty'), z.maxLength(limits.companyCode, 'is too long')),
});

/** `show` is the footer's change of language, which keeps what was typed. */
export const peopleForm = z.strictObject({
  csrf,
  action: z.enum(['ask', 'resend', 'level', 'remove', 'show'], 'is not a button of this page'),
  person: typed,
  name: typed,
  email: typed,
  level: typed,
});

export type PeopleForm = z.output<typeof peopleForm>;
