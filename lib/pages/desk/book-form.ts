import * as z from 'zod/mini';

const short = z.prefault(z.string().check(z.maxLength(60, 'is too long')), '');
/** More than any field of ours may hold, so that what is too long comes back to be shortened. */
const text = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');

/** The form of an emergency appointment as it is posted. */
export const deskBookForm = z.strictObject({
  /** Checked before the form is read. */
  csrf: z.prefault(z.string(), ''),
  /** `show` is the footer's change of language, which keeps what was typed. */
  action: z.enum(['check', 'book', 'show'], 'is not a button of this page'),
  /** Made by the server with the form; makes one form book once. */
  key: z.string().check(z.regex(/^[\da-f-]{36}$/u, 'is not one that we made')),
  /** What was shown to be in the way of what; empty before that. */
  checked: short,
  back: short,
  consultant: text,
  sessionType: text,
  /** As they are typed, in the deployment's zone. */
  date: short,
  time: short,
  name: text,
  email: text,
  mobile: text,
  timeZone: short,
  language: short,
  company: text,
  topic: text,
  reason: text,
  override: z.prefault(z.enum(['', 'yes'], 'is a box to tick'), ''),
});

export type DeskBookForm = z.output<typeof deskBookForm>;

/** A form that nobody has typed into yet. */
export function blankBookForm(
  key: string,
  usual: Pick<DeskBookForm, 'consultant' | 'sessionType' | 'date' | 'timeZone' | 'language'>,
): DeskBookForm {
  return {
    ...{ csrf: '', action: 'check', key, checked: '', back: '' },
    ...{ time: '', name: '', email: '', mobile: '', company: '', topic: '', reason: '', override: '' },
    ...usual,
  };
}
