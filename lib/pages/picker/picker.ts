import { dateAt } from '../../domain/calendar/zone.ts';
import { addMonths, isMonth, monthOf } from './month.ts';

/** What somebody who picks a time has picked so far; instants are ms, dates and months those of the zone. */
export interface Picked {
  readonly timeZone: string;
  readonly month?: string;
  readonly day?: string;
  readonly start?: number;
}

/** What was picked, as forms post it: empty fields say nothing, and a start that is no instant neither. */
export function pickedIn(form: {
  readonly timeZone: string;
  readonly month: string;
  readonly day: string;
  readonly start: string;
}): Picked {
  const start = Date.parse(form.start);
  return {
    timeZone: form.timeZone,
    ...(form.month && { month: form.month }),
    ...(form.day && { day: form.day }),
    ...(Number.isNaN(start) ? {} : { start }),
  };
}

/** What there is to pick from, and what is shown of it. */
export interface Picker extends Picked {
  /** The free starts of each date that has any, ascending. */
  readonly days: ReadonlyMap<string, readonly number[]>;
  readonly month: string;
  readonly today: string;
  /** Months that can be turned to. */
  readonly earlier?: string;
  readonly later?: string;
  /** The first free start of all. */
  readonly next?: number;
  /** A start that was picked and is not free any more. */
  readonly lost?: number;
  /** The free starts nearest to the one lost, ascending. */
  readonly nearest: readonly number[];
}

const NEAREST = 3;

/** Lays free starts (ms, ascending) out in days of the zone, around what was picked; what is gone is unpicked. */
export function pickerOf(starts: readonly number[], picked: Picked, now: number): Picker {
  const { timeZone } = picked;
  const days = Map.groupBy(starts, (start) => dateAt(timeZone, start));
  const isFree = picked.start !== undefined && starts.includes(picked.start);
  const [start, lost] = isFree ? [picked.start, undefined] : [undefined, picked.start];
  const [next] = starts;
  const wanted = picked.start ?? next ?? now;
  const month = monthWithin(
    picked.month ?? monthOf(picked.day ?? dateAt(timeZone, wanted)),
    days,
    timeZone,
    now,
  );
  const day = dayShown(month.shown, picked.day, picked.start, days, timeZone);
  return {
    timeZone,
    days,
    month: month.shown,
    today: dateAt(timeZone, now),
    ...(month.shown > month.first && { earlier: addMonths(month.shown, -1) }),
    ...(month.shown < month.last && { later: addMonths(month.shown, 1) }),
    ...(day !== undefined && { day }),
    ...(start !== undefined && { start }),
    ...(next !== undefined && { next }),
    ...(lost !== undefined && { lost }),
    nearest: lost === undefined ? [] : nearestTo(lost, starts),
  };
}

/** From this month to the last one in which anything is free. */
function monthWithin(wanted: string, days: Picker['days'], timeZone: string, now: number) {
  const first = monthOf(dateAt(timeZone, now));
  const last = monthOf([...days.keys()].at(-1) ?? first);
  const shown = isMonth(wanted) ? wanted : first;
  return { first, last, shown: shown < first ? first : shown > last ? last : shown };
}

/** The day whose times are shown: the one picked, the one of the start picked even if that is gone, or the month's first free one. */
function dayShown(
  month: string,
  picked: string | undefined,
  start: number | undefined,
  days: Picker['days'],
  timeZone: string,
): string | undefined {
  const ofStart = start === undefined ? undefined : dateAt(timeZone, start);
  const candidates = [picked, ofStart, ...[...days.keys()].toSorted()];
  return candidates.find((date) => date !== undefined && monthOf(date) === month && days.has(date));
}

function nearestTo(instant: number, starts: readonly number[]): number[] {
  const distance = (start: number): number => Math.abs(start - instant);
  return starts
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, NEAREST)
    .toSorted((a, b) => a - b);
}
