import type { LanguageCode } from '../../domain/language.ts';
import { de } from './de.ts';
import { en, type Language } from './en.ts';

/** All at once. Whoever shows somebody a page takes one of them, by `loadLanguage`. */
export const languages: Readonly<Record<LanguageCode, Language>> = { en, de };
