import { isLanguageCode, type LanguageCode, languageCodes } from '../../domain/language.ts';
import type { Language } from './en.ts';

/** What each language calls itself. */
export const languageNames: Readonly<Record<LanguageCode, string>> = { en: 'English', de: 'Deutsch' };

/** The words of a language, which are loaded when they are first asked for. */
export async function loadLanguage(code: LanguageCode): Promise<Language> {
  switch (code) {
    case 'en':
      return (await import('./en.ts')).en;
    case 'de':
      return (await import('./de.ts')).de;
  }
}

/** The language for a reader: the one asked for in the address, else the one their browser likes best, else English. */
export function languageFor(asked: string | undefined, acceptLanguage = ''): LanguageCode {
  if (isLanguageCode(asked)) return asked;
  return preferences(acceptLanguage).find(isLanguageCode) ?? languageCodes[0];
}

/** The languages of an Accept-Language header (RFC 9110), without their regions, best first. */
function preferences(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/u);
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { code: range.split('-')[0] ?? '', weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ code }) => code);
}
