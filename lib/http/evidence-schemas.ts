import * as z from 'zod/mini';
import { languageCodes } from '../domain/language.ts';

/** As what evidence is wanted, and in which language its words. */
export const evidenceQuery = z.strictObject({
  format: z.exactOptional(z.enum(['json', 'html'], 'must be one of json, html')),
  language: z.exactOptional(z.enum(languageCodes, `must be one of ${languageCodes.join(', ')}`)),
});
