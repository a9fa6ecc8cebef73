import type * as z from 'zod/mini';
import type { Settings } from '../../config/settings.ts';
import { DAY_MS, isDate, isZone } from '../../domain/calendar/zone.ts';
import { Refusal } from '../../domain/refusal.ts';
import { memberBookingBody } from '../../http/desk-booking-schemas.ts';
import { isTextable } from '../../http/mobile-country.ts';
import type { FieldError } from '../../http/problems.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import { callingCode, mobileOf } from '../book/mobile.ts';
import type { FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { DeskWords } from '../language/en/desk.ts';
import type { Language } from '../language/en.ts';
import type { DeskBookForm } from './book-form.ts';
import { instantTyped, minutesOf } from './clock-time.ts';

export type CheckedBooking =
  | { readonly body: z.output<typeof memberBookingBody> }
  | { readonly problems: FieldProblems };

interface Asking {
  readonly form: DeskBookForm;
  readonly settings: Settings;
  readonly language: Language;
  readonly now: number;
  /** The id that the company typed was found to have; undefined where there is none such. */
  readonly companyId: string | undefined;
}

const FURTHEST = 366 * DAY_MS;

/** What the form asks to book, held to the same schema as the API; or what is wrong with it, in the order of the fields. */
export function checkBook(asking: Asking): CheckedBooking {
  const start = instantTyped(asking.settings.zone, asking.form.date, asking.form.time);
  const problems = problemsOf(asking, start);
  if (problems.size > 0 || start === undefined) return { problems };
  return { body: read(memberBookingBody, bodyOf(asking, start), 'body') };
}

function problemsOf(asking: Asking, start: number | undefined): Map<string, string> {
  const { form, settings, language, now, companyId } = asking;
  const { problems: words } = deskIn(language).book;
  const mobile = mobileProblem(asking);
  const wrong = new Set(fieldsWrong(asking, start ?? now));
  const typed = (field: Typed) => (wrong.has(field) ? typedProblem(field, form[field], language) : undefined);
  const said: readonly (readonly [string, string | undefined | false])[] = [
    ['consultant', settings.consultants.every(({ id }) => id !== form.consultant) && words.consultant],
    ['sessionType', settings.sessionTypes.every(({ id }) => id !== form.sessionType) && words.sessionType],
    ['date', dateProblem(form, start, now, words)],
    ['time', timeProblem(form, start, now, words)],
    ['name', typed('name')],
    ['email', typed('email')],
    ['mobile', mobile],
    ['timeZone', !isZone(form.timeZone) && words.timeZone],
    ['company', form.company.trim() !== '' && companyId === undefined && words.company],
    ['topic', typed('topic')],
    ['reason', typed('reason')],
  ];
  return new Map(said.flatMap(([field, words]) => (words ? [[field, words] as const] : [])));
}

type Words = DeskWords['book']['problems'];

function dateProblem({ date }: DeskBookForm, start: number | undefined, now: number, words: Words) {
  if (!isDate(date)) return words.date;
  return start !== undefined && start > now + FURTHEST ? words.far : undefined;
}

/** The minute that has begun is no past: what is urgent is typed for now. */
function timeProblem({ time }: DeskBookForm, start: number | undefined, now: number, words: Words) {
  if (minutesOf(time) === undefined) return words.time;
  return start !== undefined && start <= now - 60_000 ? words.past : undefined;
}

function mobileProblem({ form, settings: { texts }, language }: Asking): string | undefined {
  if (form.mobile.trim() === '') return undefined;
  const { problems } = deskIn(language).book;
  const mobile = mobileOf(form.mobile, texts.defaultCountry);
  if (mobile === undefined) return problems.mobile(callingCode(texts.defaultCountry));
  return isTextable(mobile, texts.countries) ? undefined : problems.mobileCountry;
}

type Typed = 'name' | 'email' | 'topic' | 'reason';

/** Fields of free text that the schema won't take. */
function fieldsWrong(asking: Asking, start: number): string[] {
  try {
    read(memberBookingBody, bodyOf(asking, start), 'body');
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.facts['errors'] as readonly FieldError[];
    return errors.map(({ field }) => field.replace(/^attendee\./u, ''));
  }
}

function typedProblem(field: Typed, value: string, language: Language): string {
  const { fields } = language;
  const { book: deskBook } = deskIn(language);
  const label = deskBook[field];
  if (value.trim() === '') return field === 'reason' ? deskBook.problems.reason : fields.missing(label);
  if (value.trim().length > limits[field]) return fields.tooLong(label, limits[field]);
  return field === 'email' ? fields.email : fields.malformed(label);
}

/** What is left empty is left out: an empty text is no value to the schema. */
function bodyOf({ form, settings, companyId }: Asking, start: number): unknown {
  const mobile = mobileOf(form.mobile, settings.texts.defaultCountry);
  const topic = form.topic.replaceAll('\r\n', '\n').trim();
  return {
    ...{ sessionType: form.sessionType, consultant: form.consultant, timeZone: form.timeZone },
    start: new Date(start).toISOString(),
    attendee: { name: form.name, email: form.email, ...(mobile && { mobile }) },
    ...(companyId && { company: companyId }),
    ...(topic && { topic }),
    ...(form.language && { language: form.language }),
    reason: form.reason.replaceAll('\r\n', '\n'),
    override: form.override === 'yes',
  };
}
