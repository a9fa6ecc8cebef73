import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A typed number as E.164, read as one of the country where it doesn't begin with +; undefined if it is none. */
export function mobileOf(typed: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(typed, country as CountryCode);
  // By its length only: countries open new ranges faster than any list follows, and a number that is refused wrongly
  // keeps somebody from booking. A text can't be sent to an extension.
  return number?.isPossible() === true && number.ext === undefined ? number.number : undefined;
}

/** An E.164 number as people of any country read it: "+1 555 010 0123". */
export function mobileText(mobile: string): string {
  return parsePhoneNumberFromString(mobile)?.formatInternational() ?? mobile;
}

/** What a number without + is taken for: "+1". */
export function callingCode(country: string): string {
  return `+${getCountryCallingCode(country as CountryCode)}`;
}
