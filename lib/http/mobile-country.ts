import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { refuseField } from './read.ts';

/**
 * The ISO 3166 code of an E.164 number's country; undefined where no country has numbers like it. One that isn't assigned
 * to anybody, as those of fiction, is taken for the main country of its calling code: texting it costs nothing.
 */
export function countryOf(mobile: string): string | undefined {
  const number = parsePhoneNumberFromString(mobile);
  if (number?.isPossible() !== true) return undefined;
  return number.country ?? number.getPossibleCountries()[0];
}

/** Whether numbers of its country are texted. */
export function isTextable(mobile: string, countries: readonly string[]): boolean {
  const country = countryOf(mobile);
  return country !== undefined && countries.includes(country);
}

/** Throws `invalid-input` for a number of a country that isn't texted; somebody without a number has none to refuse. */
export function refuseUnlessTextable(mobile: string | undefined, countries: readonly string[]): void {
  if (mobile === undefined || isTextable(mobile, countries)) return;
  refuseField(
    'attendee.mobile',
    `must be a number of a country that we text (${countries.join(', ')}): leave it out to book without one`,
  );
}
