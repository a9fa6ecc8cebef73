import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELLS_A_DAY, cellAt, dayOfCell } from '../../../lib/domain/calendar/cells.ts';
import { closedCells } from '../../../lib/domain/calendar/hours.ts';
import { workingHoursBefore } from '../../../lib/domain/calendar/working-hours.ts';
import type { Catalogue } from '../../../lib/domain/catalogue.ts';
import { catalogue, consultant, DAY, everyDay, instant, local, MINUTE, weekdays } from '../given.ts';

/** The wall-clock time so many working hours before another, in New York; there people work from 8:30 to 17:30. */
function less(start: string, hours: number, rules = catalogue()): string {
  return local(workingHoursBefore(rules, instant(start), hours));
}

describe('working hours before an instant', () => {
  test.each([
    ['2026-11-24T15:00', 4, '2026-11-24T11:00'],
    ['2026-11-24T12:30', 4, '2026-11-24T08:30'],
    ['2026-11-24T10:00', 4, '2026-11-23T15:00'],
    ['2026-11-24T08:30', 4, '2026-11-23T13:30'],
    ['2026-11-23T09:00', 4, '2026-11-20T14:00'],
    ['2026-11-22T12:00', 4, '2026-11-20T13:30'],
    ['2026-11-24T20:00', 4, '2026-11-24T13:30'],
    ['2026-11-24T10:00', 19.5, '2026-11-20T08:30'],
    ['2026-11-24T10:00', 20, '2026-11-19T17:00'],
    ['2026-11-24T15:10', 4, '2026-11-24T11:10'],
    ['2026-11-24T08:40', 1, '2026-11-23T16:40'],
  ])('%s less %d is %s', (start, hours, expected) => {
    expect(less(start, hours)).toBe(expected);
  });

  test('none of them is the instant itself, also where nobody works then', () => {
    expect(less('2026-11-24T08:30', 0)).toBe('2026-11-24T08:30');
    expect(less('2026-11-22T03:10', 0)).toBe('2026-11-22T03:10');
  });

  test('leave holidays out', () => {
    const rules = catalogue({ holidays: ['2026-11-26'] });
    expect(less('2026-11-27T10:00', 4, rules)).toBe('2026-11-25T15:00');
  });

  test('are those in which anybody works, counted once where several do', () => {
    const rules = catalogue({
      consultants: [
        consultant('robin', { hours: weekdays('08:30', '12:00') }),
        consultant('kim', { hours: weekdays('11:00', '17:30') }),
        consultant('sam', { zone: 'Asia/Kolkata', hours: weekdays('09:00', '10:00') }),
      ],
    });
    // In Kolkata it is 9:00 at 22:30 of the evening before.
    expect(less('2026-11-24T10:00', 4, rules)).toBe('2026-11-23T16:00');
    expect(less('2026-11-24T12:30', 4, rules)).toBe('2026-11-24T08:30');
  });

  test('are hours that pass, also where the clocks change', () => {
    const rules = catalogue({
      consultants: [consultant('robin', { hours: everyDay({ from: '00:00', to: '06:00' }) })],
    });
    expect(less('2026-03-08T05:00', 4, rules)).toBe('2026-03-08T00:00');
    expect(less('2026-11-01T03:00', 4, rules)).toBe('2026-11-01T00:00');
  });

  test('end a year before where nobody works', () => {
    const rules = catalogue({ consultants: [consultant('robin', { hours: {} })] });
    const found = workingHoursBefore(rules, instant('2026-11-24T10:00'), 4);
    expect(instant('2026-11-24T10:00') - found).toBe(366 * DAY);
  });

  test('are so many, and no later instant has as many: counted minute by minute', () => {
    const rules = catalogue({ holidays: ['2026-11-26'] });
    const starts = fc
      .integer({ min: 0, max: 14 * 24 * 60 })
      .map((minute) => instant('2026-11-16T00:00') + minute * MINUTE);
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 12 }), (start, hours) => {
        const found = workingHoursBefore(rules, start, hours);
        expect(workedMinutes(rules, found, start)).toBe(hours * 60);
        expect(workedMinutes(rules, found + MINUTE, start)).toBe(hours * 60 - 1);
      }),
      { numRuns: 60 },
    );
  });
});

function workedMinutes(rules: Catalogue, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += MINUTE) {
    const day = dayOfCell(cellAt(at));
    const index = cellAt(at) - day * CELLS_A_DAY;
    if (rules.consultants.some((one) => closedCells(rules, one, day)[index] === 0)) count++;
  }
  return count;
}
