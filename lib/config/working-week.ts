import type { Weekday, WeeklyHours, Window } from '../domain/catalogue.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly Weekday[];

const day = 24 * 60;
const week = 7 * day;

/** A working window in minutes after Monday 00:00 of the wall clock, with the place it was written at. */
export interface Stretch {
  readonly weekday: Weekday;
  readonly index: number;
  readonly window: Window;
  readonly from: number;
  readonly to: number;
}

/** Minutes after midnight of a time written HH:MM, which may lie past 24:00. */
export function minutesOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** All windows of a week, ordered by their start. */
function stretchesOf(hours: WeeklyHours): Stretch[] {
  return weekdays
    .flatMap((weekday, number) =>
      (hours[weekday] ?? []).map((window, index) => ({
        weekday,
        index,
        window,
        from: number * day + minutesOf(window.from),
        to: number * day + minutesOf(window.to),
      })),
    )
    .sort((a, b) => a.from - b.from);
}

/** Pairs of windows that share time, Sunday night running into Monday. The later one comes first. */
export function* overlapsOf(hours: WeeklyHours): Iterable<readonly [Stretch, Stretch]> {
  const stretches = stretchesOf(hours);
  for (const [position, earlier] of stretches.entries()) {
    for (const later of stretches.slice(position + 1)) {
      if (later.from < earlier.to) yield [later, earlier];
      if (earlier.from + week < later.to) yield [earlier, later];
    }
  }
}

/** Minutes of the longest time worked without a break; windows that touch count as one, at most a week. */
export function longestStretch(hours: WeeklyHours): number {
  const once = stretchesOf(hours);
  const twice = [...once, ...once.map(({ from, to }) => ({ from: from + week, to: to + week }))];
  let longest = 0;
  let began = 0;
  let ended = -1;
  for (const { from, to } of twice) {
    if (from !== ended) began = from;
    ended = to;
    longest = Math.max(longest, ended - began);
  }
  return Math.min(longest, week);
}
