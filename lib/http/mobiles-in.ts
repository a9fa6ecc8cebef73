import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * The numbers (E.164) that a typed text can be, in any usual spelling: with +, with 00, or as it is dialled within one of
 * the countries (ISO 3166). None where it holds more than a number does.
 */
export function mobilesIn(text: string, countries: readonly string[]): string[] {
  const typed = text.normalize('NFKC').trim();
  if (typed.length > 40 || !/^[+\d(][\d\s()./\u2010-\u2013-]{5,}$/u.test(typed)) return [];
  const digits = typed.replaceAll(/\D/gu, '');
  const isInternational = typed.startsWith('+');
  const read = [
    isInternational || digits.startsWith('00') ? [whole(`+${digits.replace(/^00/u, '')}`)] : [],
    isInternational ? [] : countries.map((country) => whole(typed, country)),
    // As programs keep them: with the country, without the +.
    isInternational || digits.startsWith('0') ? [] : [whole(`+${digits}`)],
  ].flat();
  return [...new Set(read.filter((number) => number !== undefined))];
}

function whole(typed: string, country?: string): string | undefined {
  const number = parsePhoneNumberFromString(typed, country as CountryCode | undefined);
  return number?.isPossible() === true && number.ext === undefined ? number.number : undefined;
}
