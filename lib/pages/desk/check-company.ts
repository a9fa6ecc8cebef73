import type * as z from 'zod/mini';
import { Refusal } from '../../domain/refusal.ts';
import { companyBody } from '../../http/desk-schemas.ts';
import type { FieldError } from '../../http/problems.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import type { FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import type { TypedCompany } from './companies-view.ts';

type Body = z.output<typeof companyBody>;
type Checked = { readonly body: Body } | { readonly problems: FieldProblems };

/** A company as it was typed, held to the same schema as the API; or what is wrong with it, by field. */
export function checkCompany(
  { id, name, planUntil, afterHours, code }: TypedCompany,
  language: Language,
): Checked {
  const wish = {
    ...{ id, name, planUntil },
    afterHours: afterHours === 'yes',
    ...(code.trim() === '' ? {} : { code }),
  };
  try {
    return { body: read(companyBody, wish, 'body') };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = (error.facts['errors'] as readonly FieldError[]).map(({ field }) => field);
    return { problems: wordsFor(fields, { id, name, planUntil }, language) };
  }
}

/** What a refusal says at a field of the form; undefined where it is about none of them. */
export function companyProblem({ code }: Refusal, language: Language): FieldProblems | undefined {
  if (code === 'company-exists') return new Map([['id', deskIn(language).companies.exists]]);
  if (code === 'code-taken') return new Map([['code', deskIn(language).companies.codeTaken]]);
  return undefined;
}

/** In the order in which the fields stand. */
function wordsFor(
  wrong: readonly string[],
  { id, name, planUntil }: Pick<TypedCompany, 'id' | 'name' | 'planUntil'>,
  language: Language,
): FieldProblems {
  const { fields } = language;
  const { companies: words } = deskIn(language);
  const isBlank = (text: string): boolean => text.trim() === '';
  const tooLong = name.trim().length > limits.name;
  const nameWords = tooLong ? fields.tooLong(words.name, limits.name) : fields.malformed(words.name);
  const all = [
    ['id', isBlank(id) ? fields.missing(words.id) : words.idWrong],
    ['name', isBlank(name) ? fields.missing(words.name) : nameWords],
    ['planUntil', isBlank(planUntil) ? fields.missing(words.plan) : words.dateWrong],
    ['code', words.codeWrong],
  ] as const;
  const found = all.filter(([field]) => wrong.includes(field));
  if (found.length === 0) throw new Error(`no words for what is wrong with ${wrong.join(', ')}`);
  return new Map(found);
}
