import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { CELL_MS, CELLS_A_DAY, cellAt, dayOfCell } from '../../../lib/domain/calendar/cells.ts';
import { closedCells } from '../../../lib/domain/calendar/hours.ts';
import { Obstacle } from '../../../lib/domain/calendar/obstacle.ts';
import type { Catalogue, WeeklyHours } from '../../../lib/domain/catalogue.ts';
import { catalogue, consultant, everyDay, instant, local, weekdays } from '../given.ts';

function worksIn(zone: string, hours: WeeklyHours, changes: Partial<Catalogue> = {}): Catalogue {
  return catalogue({ ...changes, zone, consultants: [consultant('robin', { hours })] });
}

/** What stands against one cell. */
function closed(rules: Catalogue, cell: number): number | undefined {
  const [first] = rules.consultants;
  if (first === undefined) throw new Error('nobody to ask');
  return closedCells(rules, first, dayOfCell(cell))[cell % CELLS_A_DAY];
}

/** The instants (ms) of the cells worked in a date of a zone. */
function workedOn(rules: Catalogue, date: string, zone = rules.zone): number[] {
  const day = Temporal.PlainDate.from(date);
  const from = cellAt(day.toZonedDateTime(zone).epochMilliseconds);
  const to = cellAt(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
  const cells = Array.from({ length: to - from }, (_, index) => from + index);
  return cells.filter((cell) => closed(rules, cell) === 0).map((cell) => cell * CELL_MS);
}

function hoursOn(
  rules: Catalogue,
  date: string,
  zone = rules.zone,
): { count: number; first: string; last: string } {
  const worked = workedOn(rules, date, zone);
  const [first, last] = [worked[0], worked.at(-1)];
  if (first === undefined || last === undefined) return { count: 0, first: '', last: '' };
  return {
    count: worked.length,
    first: local(first, zone).slice(11),
    last: local(last + CELL_MS - 1, zone).slice(11),
  };
}

describe('working hours', () => {
  test.each([
    ['America/New_York', '2026-03-08', 92],
    ['America/New_York', '2026-11-01', 100],
    ['Europe/Berlin', '2026-03-29', 92],
    ['Europe/Berlin', '2026-10-25', 100],
    ['Australia/Lord_Howe', '2026-10-04', 94],
    ['Australia/Lord_Howe', '2026-04-05', 98],
    ['Africa/Cairo', '2026-04-24', 92],
    ['Africa/Cairo', '2026-10-29', 100],
    ['Asia/Kathmandu', '2026-03-08', 96],
  ])('around the clock in %s on %s are %d quarter hours', (zone, date, count) => {
    expect(workedOn(worksIn(zone, everyDay({ from: '00:00', to: '24:00' })), date)).toHaveLength(count);
  });

  test.each([
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['America/St_Johns', '2026-03-08'],
    ['America/Havana', '2026-03-08'],
    ['Asia/Beirut', '2026-03-29'],
    ['Asia/Kolkata', '2026-03-08'],
    ['Asia/Kathmandu', '2026-03-08'],
  ])('are the same on the wall clock before, on and after a change: %s, %s', (zone, date) => {
    const rules = worksIn(zone, everyDay({ from: '08:30', to: '17:30' }));
    const day = Temporal.PlainDate.from(date);
    for (const days of [-1, 0, 1])
      expect(hoursOn(rules, day.add({ days }).toString())).toEqual({
        count: 36,
        first: '08:30',
        last: '17:29',
      });
  });

  test('lose the hour that the clocks skip, and have twice the one that they repeat', () => {
    const rules = worksIn('America/New_York', everyDay({ from: '01:00', to: '04:00' }));
    expect(workedOn(rules, '2026-03-08')).toHaveLength(8);
    expect(workedOn(rules, '2026-11-01')).toHaveLength(16);
  });

  test('of zones at a half or three quarters of an hour begin there in UTC', () => {
    const begins = (zone: string): string =>
      new Date(workedOn(worksIn(zone, weekdays('08:30', '17:30')), '2026-11-24')[0] ?? 0).toISOString();
    expect(begins('Asia/Kolkata')).toBe('2026-11-24T03:00:00.000Z');
    expect(begins('Asia/Kathmandu')).toBe('2026-11-24T02:45:00.000Z');
    expect(begins('America/St_Johns')).toBe('2026-11-24T12:00:00.000Z');
  });

  test('past midnight run on into the next day', () => {
    const rules = worksIn('America/New_York', { monday: [{ from: '22:00', to: '30:00' }] });
    expect(hoursOn(rules, '2026-11-23')).toEqual({ count: 8, first: '22:00', last: '23:59' });
    expect(hoursOn(rules, '2026-11-24')).toEqual({ count: 24, first: '00:00', last: '05:59' });
    expect(workedOn(rules, '2026-11-25')).toEqual([]);
  });

  test('of a Saturday or a Sunday night run on into Sunday or Monday', () => {
    const night = [{ from: '22:00', to: '30:00' }];
    const rules = worksIn('Europe/Berlin', { saturday: night, sunday: night });
    expect(workedOn(rules, '2026-11-21')).toHaveLength(8);
    expect(workedOn(rules, '2026-11-22')).toHaveLength(24 + 8);
    expect(hoursOn(rules, '2026-11-23')).toEqual({ count: 24, first: '00:00', last: '05:59' });
  });

  test('may be several windows in a day', () => {
    const rules = worksIn('Europe/Berlin', {
      tuesday: [
        { from: '08:00', to: '12:00' },
        { from: '13:00', to: '17:00' },
      ],
    });
    expect(hoursOn(rules, '2026-11-24')).toEqual({ count: 32, first: '08:00', last: '16:59' });
    expect(closed(rules, cellAt(instant('2026-11-24T12:00', 'Europe/Berlin')))).toBe(Obstacle.outsideHours);
  });

  test('of a consultant with a zone are meant in it', () => {
    const rules = catalogue({
      consultants: [consultant('robin', { zone: 'Asia/Kolkata', hours: weekdays('09:00', '17:00') })],
    });
    expect(hoursOn(rules, '2026-11-24', 'Asia/Kolkata')).toEqual({
      count: 32,
      first: '09:00',
      last: '16:59',
    });
    expect(closed(rules, cellAt(instant('2026-11-24T09:00', 'America/New_York')))).toBe(
      Obstacle.outsideHours,
    );
  });

  test('are those windows that Temporal’s wall clock lies in, in any zone, on any day', () => {
    const zones = [
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'America/Havana',
    ];
    const quarters = fc.tuple(fc.nat(95), fc.integer({ min: 1, max: 95 }));
    const anyCell = fc.integer({ min: cellAt(Date.UTC(2026, 0)), max: cellAt(Date.UTC(2028, 0)) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), quarters, anyCell, (zone, [from, length], cell) => {
        const time = (quarter: number): string =>
          `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
        const hours = everyDay({ from: time(from), to: time(from + length) });
        const wall = Temporal.PlainDateTime.from(local(cell * CELL_MS, zone));
        const quarter = wall.hour * 4 + wall.minute / 15;
        const worked = (quarter - from + CELLS_A_DAY) % CELLS_A_DAY < length;
        expect(closed(worksIn(zone, hours), cell) === 0).toBe(worked);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a holiday', () => {
  const office = weekdays('08:30', '17:30');

  test('is not worked, and the days beside it are', () => {
    const rules = worksIn('America/New_York', office, { holidays: ['2026-11-26'] });
    expect(workedOn(rules, '2026-11-25')).toHaveLength(36);
    expect(workedOn(rules, '2026-11-26')).toEqual([]);
    expect(workedOn(rules, '2026-11-27')).toHaveLength(36);
    expect(closed(rules, cellAt(instant('2026-11-26T10:00')))).toBe(Obstacle.holiday);
  });

  test('is a date of the deployment’s zone, for a consultant of another zone too', () => {
    const rules = catalogue({
      holidays: ['2026-11-26'],
      consultants: [
        consultant('robin', { zone: 'Asia/Kolkata', hours: everyDay({ from: '00:00', to: '24:00' }) }),
      ],
    });
    const worked = (time: string): boolean => closed(rules, cellAt(instant(time))) === 0;
    expect(worked('2026-11-25T23:45')).toBe(true);
    expect(worked('2026-11-26T00:00')).toBe(false);
    expect(worked('2026-11-26T23:45')).toBe(false);
    expect(worked('2026-11-27T00:00')).toBe(true);
  });

  test('ends a night’s hours at its midnight', () => {
    const rules = worksIn('America/New_York', everyDay({ from: '22:00', to: '30:00' }), {
      holidays: ['2026-11-26'],
    });
    expect(hoursOn(rules, '2026-11-25')).toMatchObject({ count: 32, last: '23:59' });
    expect(workedOn(rules, '2026-11-26')).toEqual([]);
    expect(hoursOn(rules, '2026-11-27')).toMatchObject({ count: 32, first: '00:00' });
  });
});
