import { time as english } from '../en/time.ts';
import type { Language } from '../en.ts';

/** Cities that German calls by another name than the ids of zones do. */
const CITIES: Readonly<Record<string, string>> = {
  Athens: 'Athen',
  Belgrade: 'Belgrad',
  Brussels: 'Brüssel',
  Bucharest: 'Bukarest',
  Cairo: 'Kairo',
  Copenhagen: 'Kopenhagen',
  Kyiv: 'Kyjiw',
  Lisbon: 'Lissabon',
  Luxembourg: 'Luxemburg',
  'Mexico City': 'Mexiko-Stadt',
  Moscow: 'Moskau',
  Prague: 'Prag',
  Rome: 'Rom',
  Singapore: 'Singapur',
  Tokyo: 'Tokio',
  Vienna: 'Wien',
  Warsaw: 'Warschau',
  Zurich: 'Zürich',
};

/** How times are told in German: 24 hours with "Uhr", the zone by its name and city. */
export const time: Language['time'] = {
  locale: 'de-DE',
  // German has its own for Europe ("MEZ"); elsewhere people know the English ones ("EST").
  abbreviationLocales: ['de-DE', ...english.abbreviationLocales],
  zone: (name, city) => (city ? `${name}, ${CITIES[city] ?? city}` : name),
  moment: (date, clock, zone) => `${date}, ${clock} Uhr (${zone})`,
  shortMoment: (date, clock, zone) => `${date}, ${clock} Uhr ${zone}`,
  shortClock: (clock, zone) => `${clock} Uhr ${zone}`,
  withinDay: (date, from, to, zone) => `${date}, ${from}–${to} Uhr (${zone})`,
  acrossDays: (fromDate, from, toDate, to, zone) =>
    `${fromDate}, ${from} Uhr – ${toDate}, ${to} Uhr (${zone})`,
  listedDay: { day: 'numeric', month: 'numeric' },
  minutes: (count) => (count === 1 ? '1 Minute' : `${count} Minuten`),
};
