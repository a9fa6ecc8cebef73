import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Catalogue, Consultant, Weekday } from '../../lib/domain/catalogue.ts';
import type { Session } from './half-booked.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

interface Range {
  readonly start: Dayjs;
  readonly end: Dayjs;
}

export interface Asked {
  readonly catalogue: Catalogue;
  readonly minutes: number;
  readonly sessions: readonly Session[];
  readonly now: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The straightforward way: each consultant's hours expanded day by day, what is booked subtracted, and the ranges that
 * remain walked from slot to slot, all in date objects. Gives the starts (ms), ascending. Time off, extra hours, hours
 * past midnight and hours outside the deployment's zone are left out of it: what it is compared on has none.
 */
export function slotsWithDayjs(asked: Asked): number[] {
  const bySession = Map.groupBy(asked.sessions, ({ consultantId }) => consultantId);
  const starts = new Map<number, Dayjs>();
  for (const consultant of asked.catalogue.consultants) {
    const busy = (bySession.get(consultant.id) ?? []).map(({ start, end }) => ({
      start: dayjs(start),
      end: dayjs(end),
    }));
    const sorted = busy.toSorted((a, b) => a.start.valueOf() - b.start.valueOf());
    const free = workingHours(asked, consultant).flatMap((range) => without(range, sorted));
    for (const start of free.flatMap((range) => walk(asked, range))) starts.set(start.valueOf(), start);
  }
  return [...starts.keys()].toSorted((a, b) => a - b);
}

/** A range for each window of each day that is worked. */
function workingHours({ catalogue, from, to }: Asked, { hours }: Consultant): Range[] {
  const { zone, holidays } = catalogue;
  const ranges: Range[] = [];
  const last = dayjs(to).tz(zone).format('YYYY-MM-DD');
  let date = dayjs.utc(dayjs(from).tz(zone).format('YYYY-MM-DD'));
  for (; date.format('YYYY-MM-DD') <= last; date = date.add(1, 'day')) {
    const day = date.format('YYYY-MM-DD');
    if (holidays.includes(day)) continue;
    for (const window of hours[weekdays[date.day()] ?? 'sunday'] ?? []) {
      ranges.push({
        start: dayjs.tz(`${day} ${window.from}`, zone),
        end: dayjs.tz(`${day} ${window.to}`, zone),
      });
    }
  }
  return ranges;
}

const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** What remains of a range without what is busy, which is sorted. */
function without({ start, end }: Range, busy: readonly Range[]): Range[] {
  const free: Range[] = [];
  let at = start;
  for (const taken of busy) {
    if (!taken.end.isAfter(at)) continue;
    if (!taken.start.isBefore(end)) break;
    if (taken.start.isAfter(at)) free.push({ start: at, end: taken.start });
    at = taken.end;
  }
  if (at.isBefore(end)) free.push({ start: at, end });
  return free;
}

/** The starts in a range at which a session fits, on the grid, not too soon and not too far ahead. */
function walk({ catalogue, minutes, now, from, to }: Asked, { start, end }: Range): Dayjs[] {
  const { slotEveryMinutes, noticeMinutes, horizonDays } = catalogue.policy.offering;
  const soonest = dayjs(now).add(noticeMinutes, 'minute');
  const latest = dayjs(now).add(horizonDays * 24, 'hour');
  const [first, after] = [dayjs(from), dayjs(to)];
  const starts: Dayjs[] = [];
  const past = (start.hour() * 60 + start.minute()) % slotEveryMinutes;
  let slot = past === 0 ? start : start.add(slotEveryMinutes - past, 'minute');
  for (; !slot.add(minutes, 'minute').isAfter(end); slot = slot.add(slotEveryMinutes, 'minute')) {
    if (slot.isBefore(soonest) || slot.isAfter(latest)) continue;
    if (slot.isBefore(first) || !slot.isBefore(after)) continue;
    starts.push(slot);
  }
  return starts;
}
