import type { LanguageCode } from '../../domain/language.ts';
import { desk as de } from './de/desk.ts';
import { type DeskWords, desk as en } from './en/desk.ts';

const words: Readonly<Record<LanguageCode, DeskWords>> = { en, de };

/** What the desk's pages have to say. Apart from what all pages say, so that no other function carries it. */
export function deskIn({ code }: { readonly code: LanguageCode }): DeskWords {
  return words[code];
}
