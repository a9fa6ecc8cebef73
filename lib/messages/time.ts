import { dateFormat } from './date-format.ts';
import type { Language } from './language/en.ts';
import { zoneAbbreviation, zoneName } from './zone.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "Tuesday, 24 November 2026, 08:55 (Eastern Standard Time, New York)". */
export function moment(at: number, timeZone: string, language: Language): string {
  return language.time.moment(
    longDate(at, timeZone, language),
    clock(at, timeZone, language),
    zoneName(at, timeZone, language),
  );
}

/** "Tue 24 Nov, 10:00 EST". */
export function shortMoment(at: number, timeZone: string, language: Language): string {
  const date = format(at, timeZone, language, { weekday: 'short', day: 'numeric', month: 'short' });
  return language.time.shortMoment(
    date,
    clock(at, timeZone, language),
    zoneAbbreviation(at, timeZone, language),
  );
}

/** "24 Nov 2026, 10:00:05 EST": for records, where seconds and years matter. */
export function exactMoment(at: number, timeZone: string, language: Language): string {
  const told = format(at, timeZone, language, { dateStyle: 'medium', timeStyle: 'medium' });
  return `${told} ${zoneAbbreviation(at, timeZone, language)}`;
}

/** "10:00 EST". */
export function shortClock(at: number, timeZone: string, language: Language): string {
  return language.time.shortClock(clock(at, timeZone, language), zoneAbbreviation(at, timeZone, language));
}

/** "10:00". */
export function clock(at: number, timeZone: string, language: Language): string {
  return format(at, timeZone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** An instant told beside another of the zone: "09:30", with its day where that is not the same. */
export function dateAndClock(at: number, beside: number, timeZone: string, language: Language): string {
  const told = clock(at, timeZone, language);
  if (dayNumber(at, timeZone) === dayNumber(beside, timeZone)) return told;
  return `${listedDay(at, timeZone, language, true)} ${told}`;
}

/** "Tue 24 Nov 10:00", or "24 Nov 10:00": as short as a list in a text needs it. */
export function listedMoment(at: number, timeZone: string, language: Language, weekday: boolean): string {
  return `${listedDay(at, timeZone, language, weekday)} ${clock(at, timeZone, language)}`;
}

function listedDay(at: number, timeZone: string, language: Language, weekday: boolean): string {
  const { day, month } = language.time.listedDay;
  const date = format(at, timeZone, language, { day, month });
  return weekday ? `${format(at, timeZone, language, { weekday: 'short' })} ${date}` : date;
}

/**
 * From when to when, in the zone: "Tuesday, 24 November 2026, 10:00–11:00 (Eastern Standard Time, New York)".
 * Both ends are written out where the date or the zone's offset changes in between.
 */
export function span(start: number, end: number, timeZone: string, language: Language): string {
  const [from, to] = [longDate(start, timeZone, language), longDate(end, timeZone, language)];
  const [startZone, endZone] = [zoneName(start, timeZone, language), zoneName(end, timeZone, language)];
  if (startZone !== endZone) {
    return `${moment(start, timeZone, language)} – ${moment(end, timeZone, language)}`;
  }
  const [startClock, endClock] = [clock(start, timeZone, language), clock(end, timeZone, language)];
  if (from !== to) return language.time.acrossDays(from, startClock, to, endClock, startZone);
  return language.time.withinDay(from, startClock, endClock, startZone);
}

/**
 * How far away an instant is, as people say it: "tomorrow", "in 2 days", "in 2 hours". Days are the calendar's
 * in the zone, and are used from 18 hours on, so that a reminder sent late still says what is true.
 */
export function away(at: number, now: number, timeZone: string, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(language.time.locale, { numeric: 'auto' });
  const left = at - now;
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (left >= 18 * HOUR && days > 0) return relative.format(days, 'day');
  if (left >= 55 * MINUTE) return relative.format(Math.round(left / HOUR), 'hour');
  const minutes = Math.round(left / MINUTE);
  return minutes > 0 ? relative.format(minutes, 'minute') : relative.format(0, 'second');
}

/** "30 minutes", from one instant to another. */
export function minutesBetween(from: number, to: number, { time }: Language): string {
  return time.minutes(Math.round((to - from) / MINUTE));
}

function dayNumber(at: number, timeZone: string): number {
  const [year = 0, month = 1, day = 1] = dateFormat('en-CA', { timeZone, dateStyle: 'short' })
    .format(at)
    .split('-')
    .map(Number);
  return Date.UTC(year, month - 1, day) / (24 * HOUR);
}

function longDate(at: number, timeZone: string, language: Language): string {
  return format(at, timeZone, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function format(
  at: number,
  timeZone: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  return dateFormat(language.time.locale, { ...options, timeZone }).format(at);
}
