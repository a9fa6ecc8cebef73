import type * as z from 'zod/mini';
import { Refusal } from '../../domain/refusal.ts';
import { accountBody } from '../../http/portal-schemas.ts';
import type { FieldError } from '../../http/problems.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import type { FieldProblems } from '../field.tsx';
import type { Language } from '../language/en.ts';
import type { AskedFor } from './people-view.ts';

type Checked = { readonly body: z.output<typeof accountBody> } | { readonly problems: FieldProblems };

/** The account that is asked for, held to the same schema as the API; or what is wrong with it, by field. */
export function checkAccount({ name, email, level }: AskedFor, language: Language): Checked {
  try {
    return { body: read(accountBody, { name, email, level, language: language.code }, 'body') };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = (error.facts['errors'] as readonly FieldError[]).map(({ field }) => field);
    return { problems: wordsFor(fields, { name, email, level }, language) };
  }
}

/** In the order in which the fields stand. */
function wordsFor(fields: readonly string[], { name, email }: AskedFor, language: Language): FieldProblems {
  const { missing, tooLong, malformed, email: emailWrong } = language.fields;
  const { people } = language.portal;
  const all = [
    ['name', nameWords()],
    ['email', email.trim() === '' ? missing(people.email) : emailWrong],
    ['level', people.levelMissing],
  ] as const;
  const found = all.filter(([field]) => fields.includes(field));
  if (found.length === 0) throw new Error(`no words for what is wrong with ${fields.join(', ')}`);
  return new Map(found);

  function nameWords(): string {
    if (name.trim() === '') return missing(people.name);
    return name.trim().length > limits.name ? tooLong(people.name, limits.name) : malformed(people.name);
  }
}

/** What a refusal says at a field of the form; undefined where it is about none of them. */
export function accountProblem(
  { code, facts }: Refusal,
  { portal: { people } }: Language,
): FieldProblems | undefined {
  if (code === 'not-allowed') return new Map([['level', people.notGiven]]);
  if (code !== 'account-exists') return undefined;
  return new Map([['email', facts['accountStatus'] === 'invited' ? people.existsInvited : people.exists]]);
}
