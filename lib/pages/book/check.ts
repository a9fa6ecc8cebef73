import type * as z from 'zod/mini';
import type { Settings } from '../../config/settings.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { FieldError } from '../../http/problems.ts';
import { read } from '../../http/read.ts';
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
  const wrongMobile = form.mobile.trim() !== '' && mobile === undefined;
  const result = readBody(bodyOf(form, mobile, language));
  if ('body' in result && !wrongMobile) return result;
  const fields = [
    ...('errors' in result ? result.errors.map(fieldOf) : []),
    ...(wrongMobile ? ['mobile'] : []),
  ];
  return { problems: wordsFor(fields, form, language, defaultCountry) };
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
  country: string,
): FieldProblems {
  const { who, problems } = language.book;
  const { missing, tooLong, malformed, email } = language.fields;
  const words = (label: string, value: string, most: number): string => {
    if (value.trim() === '') return missing(label);
    return value.trim().length > most ? tooLong(label, most) : malformed(label);
  };
  const all: [string, string][] = [
    ['start', problems.time],
    ['name', words(who.name, form.name, limits.name)],
    ['email', form.email.trim() === '' ? missing(who.email) : email],
    ['mobile', who.mobileWrong(callingCode(country))],
    ['companyCode', words(who.code, form.companyCode, limits.companyCode)],
    ['topic', words(who.topic, form.topic, limits.topic)],
  ];
  const found = all.filter(([name]) => fields.includes(name));
  if (found.length === 0) throw new Error(`no words for what is wrong with ${fields.join(', ')}`);
  return new Map(found);
}
