import type * as z from 'zod/mini';
import type { Settings, TextSettings } from '../../config/settings.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isTextable } from '../../http/mobile-country.ts';
import type { FieldError } from '../../http/problems.ts';
import { read, refuseField } from '../../http/read.ts';
import { bookingBody, limits } from '../../http/schemas.ts';
import type { FieldProblems } from '../field.tsx';
import type { Language } from '../language/en.ts';
import type { BookForm } from './form.ts';
import { callingCode, mobileOf } from './mobile.ts';

/** What the form asks to book, held to the same schema as the API; or what is wrong with it, by field. */
export type Checked = { readonly body: z.output<typeof bookingBody> } | { readonly problems: FieldProblems };

export function check(form: BookForm, settings: Settings, language: Language): Checked {
  const { defaultCountry } = settings.texts;
  const mobile = form.mobile.trim() === '' ? undefined : mobileOf(form.mobile, defaultCountry);
  const wrongMobile = mobileProblem(form, mobile, settings.texts, language);
  const result = readBody(bodyOf(form, mobile, language));
  if ('body' in result && wrongMobile === undefined) return result;
  const fields = 'errors' in result ? result.errors.map(fieldOf) : [];
  return { problems: wordsFor(fields, form, language, wrongMobile) };
}

/** What is wrong with a number that was given: it is none, or one of a country that isn't texted. */
function mobileProblem(
  form: BookForm,
  mobile: string | undefined,
  { defaultCountry, countries }: TextSettings,
  { book: { who } }: Language,
): string | undefined {
  if (form.mobile.trim() === '') return undefined;
  if (mobile === undefined) return who.mobileWrong(callingCode(defaultCountry));
  return isTextable(mobile, countries) ? undefined : who.mobileCountry;
}

/** What is left empty is left out: an empty text is no value to the schema. */
function bodyOf(form: BookForm, mobile: string | undefined, { code }: Language): unknown {
  const { sessionType, start, timeZone, companyCode, release } = form;
  const topic = form.topic.replaceAll('\r\n', '\n');
  const optional = { companyCode, topic, release };
  return {
    sessionType,
    ...(start && { start }),
    timeZone,
    attendee: { name: form.name, email: form.email, ...(mobile && { mobile }) },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value.trim() !== '')),
    language: code,
  };
}

function readBody(body: unknown): { body: z.output<typeof bookingBody> } | { errors: readonly FieldError[] } {
  try {
    return { body: read(bookingBody, body, 'body') };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { errors: error.facts['errors'] as readonly FieldError[] };
  }
}

function fieldOf({ field }: FieldError): string {
  return field.replace(/^attendee\./u, '');
}

/** In the order in which the fields stand. */
function wordsFor(
  fields: readonly string[],
  form: BookForm,
  language: Language,
  mobile: string | undefined,
): FieldProblems {
  const { who, problems } = language.book;
  const { missing, tooLong, malformed, email } = language.fields;
  const words = (label: string, value: string, most: number): string => {
    if (value.trim() === '') return missing(label);
    return value.trim().length > most ? tooLong(label, most) : malformed(label);
  };
  const all: [string, string | undefined][] = [
    ['start', problems.time],
    ['name', words(who.name, form.name, limits.name)],
    ['email', form.email.trim() === '' ? missing(who.email) : email],
    ['mobile', mobile],
    ['companyCode', words(who.code, form.companyCode, limits.companyCode)],
    ['topic', words(who.topic, form.topic, limits.topic)],
  ];
  const found = all.flatMap(([name, said]) =>
    said !== undefined && (name === 'mobile' || fields.includes(name)) ? [[name, said] as const] : [],
  );
  // Nobody types the others: they are fields of the page's own.
  if (found.length === 0) refuseField(fields.join(', '), 'is not one that this page sends');
  return new Map(found);
}
