import * as z from 'zod/mini';

/** More than any field of ours may hold, so that what is too long comes back to be shortened. */
const text = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');

const typed = {
  /** Made by the server with the form; makes one form book once. */
  key: z.string().check(z.regex(/^[\da-f-]{36}$/u, 'is not one that we made')),
  sessionType: text,
  month: text,
  day: text,
  start: text,
  timeZone: text,
  name: text,
  email: text,
  mobile: text,
  companyCode: text,
  release: text,
  topic: text,
};

/** What was typed and picked, as it is kept while somebody signs in. */
export const draftForm = z.strictObject(typed);

/** The booking form as it is posted, with the button that was pressed and, of a session, its CSRF token. */
export const bookForm = z.strictObject({ ...typed, action: text, csrf: text });

export type BookForm = z.output<typeof draftForm>;

/** A form that nobody has typed into yet. */
export function blankForm(key: string, timeZone: string, sessionType: string): BookForm {
  return {
    key,
    sessionType,
    timeZone,
    month: '',
    day: '',
    start: '',
    name: '',
    email: '',
    mobile: '',
    companyCode: '',
    release: '',
    topic: '',
  };
}
