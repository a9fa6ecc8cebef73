import type { LanguageCode } from '../../domain/language.ts';
import { de } from './de.ts';
import { en, type Language } from './en.ts';

/** Every language that messages are told in. Another one is another file beside these, and a row here. */
export const languages = { en, de } as const satisfies Record<LanguageCode, Language>;
