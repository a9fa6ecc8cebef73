import type { Price } from '../domain/catalogue.ts';
import type { Language } from './language/en.ts';

/** Dates (YYYY-MM-DD) and months (YYYY-MM) of no zone, and amounts, as a language tells them. */

const DAY_MS = 86_400_000;
/** A Monday. */
const SOME_MONDAY = Date.parse('2024-01-01T00:00:00Z');

/** "Wednesday 2 December 2026". */
export function dateName(date: string, language: Language): string {
  return dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(date);
}

/** "December 2026". */
export function monthName(month: string, language: Language): string {
  return dateFormat(language, { month: 'long', year: 'numeric' })(`${month}-01`);
}

/** Formats many dates alike: making the format is what takes time. */
export function dateFormat(
  { messages }: Language,
  options: Intl.DateTimeFormatOptions,
): (date: string) => string {
  const format = new Intl.DateTimeFormat(messages.time.locale, { ...options, timeZone: 'UTC' });
  return (date) => format.format(Date.parse(`${date}T00:00:00Z`));
}

/** The days of the week, Monday first, short and whole. */
export function weekdays({ messages }: Language): { short: string; long: string }[] {
  const format = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(messages.time.locale, { weekday, timeZone: 'UTC' });
  const [short, long] = [format('short'), format('long')];
  return Array.from({ length: 7 }, (_, index) => {
    const day = SOME_MONDAY + index * DAY_MS;
    return { short: short.format(day), long: long.format(day) };
  });
}

/** "US$140.00". */
export function priceText({ amount, currency }: Price, { messages }: Language): string {
  return new Intl.NumberFormat(messages.time.locale, { style: 'currency', currency }).format(amount);
}
