/**
 * Wall-clock time in IANA zones, on integers. Offsets come from Intl, the one zone database that every
 * runtime carries; they are remembered by UTC day, because a day without a change needs one look-up, and by
 * instant on the few days with one.
 */

import { remember } from '../remember.ts';

const MINUTE = 60_000;
export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsetsByDay = new Map<string, Map<number, number>>();
const offsetsOnDaysOfChange = new Map<string, number>();

/** Abbreviations that only ICU knows, and that are not what people mean by them: its BST is Dhaka. */
const ICU_ONLY =
  /^(?:(?:AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T|SystemV\/.*)$/iu;

/** Whether the name is a zone of the IANA database (`UTC` included), in any case. Bare offsets such as +05:00 are not. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/u.test(name) || ICU_ONLY.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Minutes east of UTC in the zone at an instant (ms). Throws RangeError for a zone that doesn't exist. */
export function offsetAt(zone: string, instant: number): number {
  const offset = offsetThroughout(zone, Math.floor(instant / DAY_MS));
  return Number.isNaN(offset) ? offsetOnDayOfChange(zone, instant) : offset;
}

/** The wall clock of the zone at an instant, as the milliseconds that UTC would show the same date and time at. */
export function wallClock(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant) * MINUTE;
}

/** The date (YYYY-MM-DD) in the zone at an instant. */
export function dateAt(zone: string, instant: number): string {
  return isoDate(wallClock(zone, instant));
}

/** The first instant (ms) of a date in the zone, also where the clocks change at midnight. */
export function startOfDate(zone: string, date: string): number {
  return instantOf(zone, Date.parse(`${date}T00:00:00Z`));
}

/**
 * The instant (ms) at which the zone's clock shows so many minutes after midnight on a date: the earlier one where it shows
 * that twice, and as long after the gap as the time is into it where the clock skips it.
 */
export function instantOn(zone: string, date: string, minutes: number): number {
  return instantOf(zone, Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE);
}

/** The instant (ms) some calendar days later, at the same time on the zone's clock. */
export function daysLater(zone: string, instant: number, days: number): number {
  return instantOf(zone, wallClock(zone, instant) + days * DAY_MS);
}

/** The date some days later (or earlier). */
export function addDays(date: string, days: number): string {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

/** The same day of the month some months later (or earlier); the month's last where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return isoDate(first.setUTCDate(Math.min(day, lastDay)));
}

/** Whether the text is a date that exists, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed) && isoDate(parsed) === text;
}

/**
 * The instant (ms) at which the zone's clock shows a time, given as `wallClock` gives it: the earlier one where the
 * clock shows it twice, and as long after the gap as the time is into it where the clock skips it.
 */
function instantOf(zone: string, wall: number): number {
  const byEarlierOffset = wall - offsetAt(zone, wall - DAY_MS) * MINUTE;
  const byLaterOffset = wall - offsetAt(zone, wall + DAY_MS) * MINUTE;
  const shown = [byEarlierOffset, byLaterOffset].filter((instant) => wallClock(zone, instant) === wall);
  return shown.length === 0 ? Math.max(byEarlierOffset, byLaterOffset) : Math.min(...shown);
}

function isoDate(utc: number): string {
  return new Date(utc).toISOString().slice(0, 10);
}

/** NaN on a day on which it changes. */
function offsetThroughout(zone: string, day: number): number {
  // There are some 600 zones: more names than that are spellings that somebody tries.
  if (offsetsByDay.size > 600) offsetsByDay.clear();
  const days = remember(offsetsByDay, zone, () => new Map<number, number>());
  return remember(days, day, () => {
    const before = lookUp(zone, day * DAY_MS);
    return before === lookUp(zone, (day + 1) * DAY_MS) ? before : Number.NaN;
  });
}

function offsetOnDayOfChange(zone: string, instant: number): number {
  if (offsetsOnDaysOfChange.size > 1000) offsetsOnDaysOfChange.clear();
  return remember(offsetsOnDaysOfChange, `${instant} ${zone}`, () => lookUp(zone, instant));
}

function lookUp(zone: string, instant: number): number {
  const parts = formatOf(zone).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/u.exec(name);
  if (match === null) throw new RangeError(`no offset for the zone ${zone}`);
  const [, sign, hours = '0', minutes = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** One format a zone, however its name is spelled: names come from requests, and formats are heavy. */
function formatOf(zone: string): Intl.DateTimeFormat {
  return remember(
    formats,
    zone.toLowerCase(),
    () => new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }),
  );
}
