import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestStretch, overlapsOf, weekdays } from '../../lib/config/working-week.ts';
import type { WeeklyHours } from '../../lib/domain/catalogue.ts';

const weekOfQuarters = 7 * 96;

const time = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

const window = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([from, length]) => ({ from, to: from + length }));

const week = fc.array(fc.array(window, { maxLength: 2 }), { minLength: 7, maxLength: 7 });

type Week = { from: number; to: number }[][];

const hoursOf = (days: Week): WeeklyHours =>
  Object.fromEntries(
    weekdays.map((weekday, index) => [
      weekday,
      (days[index] ?? []).map(({ from, to }) => ({ from: time(from), to: time(to) })),
    ]),
  );

/** How often each quarter hour of the week is worked, counted one by one. */
function counted(days: Week): number[] {
  const counts = Array.from({ length: weekOfQuarters }, () => 0);
  for (const [index, windows] of days.entries())
    for (const { from, to } of windows)
      for (let quarter = from; quarter < to; quarter += 1) {
        const place = (index * 96 + quarter) % weekOfQuarters;
        counts[place] = (counts[place] ?? 0) + 1;
      }
  return counts;
}

function longestRun(counts: number[]): number {
  if (counts.every((count) => count > 0)) return weekOfQuarters;
  const line = [...counts, ...counts].map((count) => (count > 0 ? 'x' : ' ')).join('');
  return Math.max(...line.split(' ').map((run) => run.length));
}

test('windows overlap exactly when a quarter hour of the week is worked twice', () => {
  fc.assert(
    fc.property(week, (days) => {
      const twice = counted(days).some((count) => count > 1);
      expect([...overlapsOf(hoursOf(days))].length > 0).toBe(twice);
    }),
    { numRuns: 500 },
  );
});

test('the longest stretch is the longest run of worked quarter hours, Sunday running into Monday', () => {
  const apart = week.map((days) => days.map((windows) => windows.slice(0, 1)));
  fc.assert(
    fc.property(apart, (days) => {
      const counts = counted(days);
      fc.pre(counts.every((count) => count <= 1));
      expect(longestStretch(hoursOf(days))).toBe(longestRun(counts) * 15);
    }),
    { numRuns: 300 },
  );
});

test('round the clock, the stretch is the whole week', () => {
  const day = [{ from: '00:00', to: '24:00' }];
  const always = Object.fromEntries(weekdays.map((weekday) => [weekday, day]));
  expect(longestStretch(always)).toBe(7 * 24 * 60);
  expect([...overlapsOf(always)]).toEqual([]);
});
