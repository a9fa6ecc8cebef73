import { dateFormat } from './date-format.ts';
import type { Language } from './language/en.ts';

const REGIONS = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;
const OFFSET = /^(GMT|UTC)[+\-\u2212]/;

/** The zone's full name at an instant with its city: "Eastern Standard Time, New York". Throws RangeError for an unknown zone. */
export function zoneName(at: number, timeZone: string, language: Language): string {
  return language.time.zone(namePart(at, timeZone, language.time.locale, 'long'), zoneCity(timeZone));
}

/** The zone's abbreviation at an instant as it is known where it applies ("EST"), else its offset ("GMT+5:45"). */
export function zoneAbbreviation(at: number, timeZone: string, language: Language): string {
  const names = language.time.abbreviationLocales.map((locale) => namePart(at, timeZone, locale, 'short'));
  return names.find((name) => !OFFSET.test(name)) ?? namePart(at, timeZone, language.time.locale, 'short');
}

/** Old ids such as US/Eastern name no city themselves; the zone they stand for may. UTC and fixed offsets have none. */
function zoneCity(timeZone: string): string | undefined {
  const standsFor = () => dateFormat('en', { timeZone }).resolvedOptions().timeZone;
  const id = REGIONS.test(timeZone) ? timeZone : standsFor();
  return REGIONS.test(id) ? id.split('/').at(-1)?.replaceAll('_', ' ') : undefined;
}

function namePart(at: number, timeZone: string, locale: string, timeZoneName: 'long' | 'short'): string {
  const parts = dateFormat(locale, { timeZone, timeZoneName }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
