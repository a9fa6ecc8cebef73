import { isLanguageCode, type LanguageCode, languageCodes } from '../../domain/language.ts';
import { de } from './de.ts';
import { en, type Language } from './en.ts';

export const languages: Readonly<Record<LanguageCode, Language>> = { en, de };

/** The language for a reader: the one asked for in the address, else the one their browser likes best, else English. */
export function languageFor(asked: string | undefined, acceptLanguage = ''): Language {
  if (isLanguageCode(asked)) return languages[asked];
  const liked = preferences(acceptLanguage).find(isLanguageCode);
  return languages[liked ?? languageCodes[0]];
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
