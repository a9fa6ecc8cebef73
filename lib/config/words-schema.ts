import * as z from 'zod';
import { type LanguageCode, languageCodes } from '../domain/language.ts';

/** Words of one form: a text for every language, or one per language, of which English has to be there. */
export function words(form: z.ZodString) {
  const perLanguage = { en: form, de: form.exactOptional() } satisfies Record<LanguageCode, unknown>;
  return z.union([form, z.strictObject(perLanguage, { error: unknownLanguage })]);
}

function unknownLanguage({ code }: z.core.$ZodRawIssue): string | undefined {
  if (code !== 'unrecognized_keys') return undefined;
  return `is not a language that Showup speaks: it speaks ${languageCodes.join(', ')}`;
}
