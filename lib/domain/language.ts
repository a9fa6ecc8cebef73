/** The languages that people are told things in, by ISO 639-1 code; the first is the one taken where none is asked for. */
export const languageCodes = ['en', 'de'] as const;

export type LanguageCode = (typeof languageCodes)[number];

export function isLanguageCode(text: string | undefined): text is LanguageCode {
  return languageCodes.some((code) => code === text);
}
