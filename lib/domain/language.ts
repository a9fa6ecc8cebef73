/** The languages that people are told things in, by ISO 639-1 code; the first is the one taken where none is asked for. */
export const languageCodes = ['en', 'de'] as const;

export type LanguageCode = (typeof languageCodes)[number];

export function isLanguageCode(text: string | undefined): text is LanguageCode {
  return languageCodes.some((code) => code === text);
}

/** What an operator has to say: the same in every language, or in English and in others beside it. */
export type Words = string | Readonly<{ en: string } & Partial<Record<LanguageCode, string>>>;

/** The words in a language; in English where they were not given in it. */
export function wordsIn(words: Words, language: LanguageCode): string {
  return typeof words === 'string' ? words : (words[language] ?? words.en);
}
