import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate } from '../../lib/domain/calendar/zone.ts';
import { addMonths, isMonth, monthOf, weeksOf } from '../../lib/pages/picker/month.ts';
import { pickerOf } from '../../lib/pages/picker/picker.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-30T12:00:00Z');
const at = (time: string): number => Date.parse(time);
const starts = [
  at('2026-11-30T22:00:00Z'),
  at('2026-12-01T14:00:00Z'),
  at('2026-12-01T14:30:00Z'),
  at('2026-12-15T23:30:00Z'),
  at('2027-01-20T15:00:00Z'),
];
const timeZone = 'America/New_York';
const months = fc
  .record({ year: fc.integer({ min: 2000, max: 2999 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

describe('a month', () => {
  it('shows each of its dates once, in order, in weeks of seven from Monday on', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month);
        const dates = weeks.flat().filter((date) => date !== undefined);
        const [year = 0, number = 1] = month.split('-').map(Number);
        expect(dates).toHaveLength(new Date(Date.UTC(year, number, 0)).getUTCDate());
        expect(dates).toEqual(dates.toSorted());
        expect(dates.every((date) => isDate(date) && monthOf(date) === month)).toBe(true);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          for (const [place, date] of week.entries())
            if (date !== undefined) expect((new Date(date).getUTCDay() + 6) % 7).toBe(place);
        }
      }),
    );
  });

  it('leads to the ones around it, over the end of a year', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2027-01', -1)).toBe('2026-12');
    expect(['2026-13', '2026-00', '26-01', '2026-1', ''].filter(isMonth)).toEqual([]);
  });
});

describe('picking a time', () => {
  it('begins in the month and on the day of the next free time, which is offered at once', () => {
    expect(pickerOf(starts, { timeZone }, now)).toMatchObject({
      month: '2026-11',
      day: '2026-11-30',
      next: starts[0],
      later: '2026-12',
      nearest: [],
    });
  });

  it('lays times out by the date of the zone', () => {
    const [days, inTokyo] = [timeZone, 'Asia/Tokyo'].map((zone) => [
      ...pickerOf(starts, { timeZone: zone }, now).days.keys(),
    ]);
    expect(days).toEqual(['2026-11-30', '2026-12-01', '2026-12-15', '2027-01-20']);
    expect(inTokyo).toEqual(['2026-12-01', '2026-12-16', '2027-01-21']);
  });

  it('turns from this month to the last with anything free, and no further', () => {
    const month = (wanted: string) => pickerOf(starts, { timeZone, month: wanted }, now);
    expect(month('2026-11')).not.toHaveProperty('earlier');
    expect(month('2026-12')).toMatchObject({ earlier: '2026-11', later: '2027-01', day: '2026-12-01' });
    expect(month('2027-01')).not.toHaveProperty('later');
    expect(month('2030-01')).toMatchObject({ month: '2027-01' });
    expect(month('2020-01')).toMatchObject({ month: '2026-11' });
    expect(month('nonsense')).toMatchObject({ month: '2026-11' });
  });

  it('keeps a time that is picked, in whatever zone and month it is looked at', () => {
    const start = at('2026-12-15T23:30:00Z');
    expect(pickerOf(starts, { timeZone, start }, now)).toMatchObject({
      start,
      month: '2026-12',
      day: '2026-12-15',
    });
    expect(pickerOf(starts, { timeZone: 'Asia/Tokyo', start }, now)).toMatchObject({
      start,
      day: '2026-12-16',
    });
    expect(pickerOf(starts, { timeZone, start, month: '2027-01' }, now)).toMatchObject({
      start,
      day: '2027-01-20',
    });
  });

  it('lets go of a time that is not free any more, and offers the three nearest in order', () => {
    const lost = at('2026-12-01T15:00:00Z');
    const picker = pickerOf(starts, { timeZone, start: lost }, now);
    expect(picker).toMatchObject({ lost, nearest: starts.slice(0, 3), day: '2026-12-01' });
    expect(picker).not.toHaveProperty('start');
  });

  it('stays at the day of a time that is gone, if the day has others', () => {
    const lost = at('2026-12-15T20:00:00Z');
    expect(pickerOf(starts, { timeZone, start: lost }, now)).toMatchObject({ lost, day: '2026-12-15' });
  });

  it('has an answer where nothing is free at all', () => {
    const picker = pickerOf([], { timeZone, start: now + HOUR, day: '2026-12-01' }, now);
    expect(picker).toMatchObject({ lost: now + HOUR, nearest: [] });
    for (const name of ['start', 'next', 'day', 'later']) expect(picker).not.toHaveProperty(name);
  });
});
