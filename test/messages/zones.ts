import { septets } from '../../lib/messages/gsm.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { zoneAbbreviation } from '../../lib/messages/zone.ts';

const SUMMER = Date.UTC(2026, 8, 23, 15);

/** Of all the zones of the world one for each length that their abbreviations have in texts. */
export function zonesByLength(language: Language): string[] {
  const lengthOf = (zone: string) => septets(zoneAbbreviation(SUMMER, zone, language));
  return [...new Map(Intl.supportedValuesOf('timeZone').map((zone) => [lengthOf(zone), zone])).values()];
}
