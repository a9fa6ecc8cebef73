import type { PhoneTextKind, SessionMeant } from './facts.ts';
import type { Language } from './language/en.ts';
import { listedMoment } from './time.ts';
import { zoneAbbreviation } from './zone.ts';

type Which = Extract<PhoneTextKind, { kind: 'which' }>;

/** How much a list tells of each session. */
interface Style {
  readonly weekday: boolean;
  readonly zone: boolean;
}

/** What goes first where room is short. Not the month: four weeks on, weekday and day can be the same again. */
const styles: readonly Style[] = [
  { weekday: true, zone: true },
  { weekday: false, zone: true },
  { weekday: true, zone: false },
  { weekday: false, zone: false },
];

/** Asks which session is meant, from the fullest wording to the shortest; the shortest holds four sessions. */
export function whichWordings(kind: Which, brand: string, language: Language): readonly string[] {
  const { intent, sessions, over } = kind;
  const zones = sessions.map(({ start, timeZone }) => zoneAbbreviation(start, timeZone, language));
  return styles.flatMap(({ weekday, zone }) => {
    const tell = ({ start, timeZone }: SessionMeant): string =>
      listedMoment(start, timeZone, language, weekday);
    const told = sessions.map(tell);
    const about = { brand, intent, ...(over === undefined ? {} : { over: tell(over) }) };
    const [only = '', ...others] = told;
    if (others.length === 0) {
      return language.phoneTexts.single({ ...about, session: zone ? `${only} ${zones[0]}` : only });
    }
    const list = zone ? listWithZones(told, zones) : listOf(told);
    return language.phoneTexts.which({ ...about, list, count: sessions.length });
  });
}

/** "1 Tue 24 Nov 10:00, 2 Thu 26 Nov 14:00 (EST)": the zone once where all share it, else with each. */
function listWithZones(told: readonly string[], zones: readonly string[]): string {
  if (new Set(zones).size === 1) return `${listOf(told)} (${zones[0]})`;
  return listOf(told.map((moment, at) => `${moment} ${zones[at]}`));
}

function listOf(told: readonly string[]): string {
  return told.map((moment, at) => `${at + 1} ${moment}`).join(', ');
}
