import { addDays, dateAt, isDate, startOfDate } from '../../domain/calendar/zone.ts';
import type { LanguageCode } from '../../domain/language.ts';
import type { CompanyFacts } from '../../domain/people/change-company.ts';
import type { Level } from '../../domain/people/level.ts';
import { Refusal } from '../../domain/refusal.ts';
import { companyChangesBody, reason } from '../../http/desk-schemas.ts';
import { accountBody } from '../../http/portal-schemas.ts';
import type { FieldError } from '../../http/problems.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import type { FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { CompanyForm } from './company-forms.ts';

type Checked<Body> = { readonly body: Body } | { readonly problems: FieldProblems };

/** What is to be said of the company, held to the same schema as the API. */
export function checkFacts(
  { name, planUntil, afterHours }: CompanyForm,
  { language }: Visit,
): Checked<Partial<CompanyFacts>> {
  const { fields } = language;
  const { companies: words } = deskIn(language);
  const wish = { name, planUntil, afterHours: afterHours === 'yes' };
  return checked(
    () => read(companyChangesBody, wish, 'body'),
    [
      ['name', 'name', wordsForLine(name, words.name, limits.name, fields)],
      ['planUntil', 'planUntil', planUntil.trim() === '' ? fields.missing(words.plan) : words.dateWrong],
    ],
  );
}

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly level: Level;
  readonly language?: LanguageCode;
}

/** Who is to be invited, held to the same schema as the API. */
export function checkInvited(form: CompanyForm, { language }: Visit): Checked<Invited> {
  const { fields } = language;
  const { companies: words } = deskIn(language);
  const { personName: name, email, personLevel: level } = form;
  const wish = { name, email, level, language: form.language };
  return checked(
    () => read(accountBody, wish, 'body'),
    [
      ['name', 'personName', wordsForLine(name, words.personName, limits.name, fields)],
      ['email', 'email', email.trim() === '' ? fields.missing(words.email) : fields.email],
      ['level', 'personLevel', words.levelMissing],
    ],
  );
}

/** What is decided on the company; `until` is the end of its last day in the deployment's zone (ms). */
export type Decided = { readonly reason: string } & (
  | { readonly decision: 'nothing' }
  | { readonly decision: 'approval' | 'block'; readonly until: number }
);

/** The last day is for a decision that ends alone; `now` in ms. */
export function checkRuling(form: CompanyForm, { language, settings }: Visit, now: number): Checked<Decided> {
  const { fields } = language;
  const { companies: words } = deskIn(language);
  const { decision, until } = form;
  const problems = new Map<string, string>();
  const isKnown = decision === 'nothing' || decision === 'approval' || decision === 'block';
  if (!isKnown) problems.set('decision', words.decisionMissing);
  const ends = decision !== 'nothing';
  const today = dateAt(settings.zone, now);
  const isGood = isDate(until) && until >= today && until < '3000';
  if (ends && !isGood) problems.set('until', words.untilWrong);
  const why = checked(
    () => read(reason, form.reason, 'reason'),
    [['reason', 'reason', wordsForLine(form.reason, words.reason, limits.reason, fields)]],
  );
  if ('problems' in why) for (const [field, problem] of why.problems) problems.set(field, problem);
  if (problems.size > 0 || 'problems' in why || !isKnown) return { problems };
  if (decision === 'nothing') return { body: { decision, reason: why.body } };
  return { body: { decision, reason: why.body, until: startOfDate(settings.zone, addDays(until, 1)) } };
}

/** The fields of the schema, those of the form, and what is said at them, in the order in which they stand. */
type Sayings = readonly (readonly [field: string, shownAs: string, words: string])[];

function checked<Body>(readBody: () => Body, sayings: Sayings): Checked<Body> {
  try {
    return { body: readBody() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const wrong = (error.facts['errors'] as readonly FieldError[]).map(({ field }) => field);
    const found = sayings.filter(([field]) => wrong.includes(field));
    // Nothing that a person could mend.
    if (found.length === 0) throw error;
    return { problems: new Map(found.map(([, shownAs, words]) => [shownAs, words])) };
  }
}

function wordsForLine(
  text: string,
  label: string,
  most: number,
  { missing, tooLong, malformed }: Visit['language']['fields'],
): string {
  if (text.trim() === '') return missing(label);
  return text.trim().length > most ? tooLong(label, most) : malformed(label);
}
