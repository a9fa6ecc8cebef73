import Holidays from 'date-holidays';

/** A country (ISO 3166 code), a region of it where its holidays differ, and a year. */
export interface Place {
  readonly country: string;
  readonly region?: string;
  readonly year: number;
}

/** Names of holidays by date (YYYY-MM-DD), in order. */
export type HolidayList = Readonly<Record<string, string>>;

/**
 * The public holidays of a place, days taken in lieu included; a half day counts whole. Throws an Error that
 * names what it doesn't know.
 */
export function publicHolidays({ country, region, year }: Place): HolidayList {
  const calendar = calendarOf(country.toUpperCase(), region?.toUpperCase());
  const names = new Map<string, string[]>();
  // A holiday of several days can begin in the year before.
  for (const holiday of [...calendar.getHolidays(year - 1), ...calendar.getHolidays(year)])
    if (holiday.type === 'public')
      for (const date of datesOf(holiday.date, holiday.start, holiday.end))
        if (date.startsWith(`${year}-`)) names.set(date, [...(names.get(date) ?? []), holiday.name]);
  const ordered = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered.map(([date, all]) => [date, [...new Set(all)].join(' / ')]));
}

function calendarOf(country: string, region: string | undefined): Holidays {
  const known = new Holidays();
  if (!known.getCountries()[country])
    throw new Error(`country "${country}" is not known: write its two-letter ISO code, such as US`);
  const options = { types: ['public' as const] };
  if (!region) return new Holidays(country, options);
  const regions = Object.keys(known.getStates(country) ?? {});
  if (!regions.includes(region))
    throw new Error(
      `region "${region}" is not known in ${country}: ` +
        (regions.length > 0 ? `it has ${regions.join(', ')}` : 'leave it out, this country has none'),
    );
  return new Holidays(country, region, options);
}

// The length is rounded because a day on which the clocks change has 23 or 25 hours.
function datesOf(firstDate: string, start: Date, end: Date): string[] {
  const day = 24 * 60 * 60 * 1000;
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / day));
  const first = Date.parse(firstDate.slice(0, 10));
  return Array.from({ length: days }, (_, index) => new Date(first + index * day).toISOString().slice(0, 10));
}
