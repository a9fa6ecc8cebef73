/** How times are told in English: day before month, 24 hours, the zone by its name and city. */
export const time = {
  locale: 'en-GB',
  /** Locales to ask for a zone's abbreviation: each knows those of its own part of the world ("EST", "CET", "AEDT"). */
  abbreviationLocales: ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA', 'en-IE'],
  zone: (name: string, city?: string) => (city ? `${name}, ${city}` : name),
  moment: (date: string, clock: string, zone: string) => `${date}, ${clock} (${zone})`,
  shortMoment: (date: string, clock: string, zone: string) => `${date}, ${clock} ${zone}`,
  shortClock: (clock: string, zone: string) => `${clock} ${zone}`,
  withinDay: (date: string, from: string, to: string, zone: string) => `${date}, ${from}–${to} (${zone})`,
  acrossDays: (fromDate: string, from: string, toDate: string, to: string, zone: string) =>
    `${fromDate}, ${from} – ${toDate}, ${to} (${zone})`,
  /** How day and month are told where room is short: "24 Nov". */
  listedDay: { day: 'numeric', month: 'short' } as {
    readonly day: 'numeric';
    readonly month: 'short' | 'numeric';
  },
  minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
};
