import { describe, expect, test } from 'vitest';
import { emptyCalendar } from '../../../lib/domain/calendar/calendar.ts';
import { whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { explain } from '../../../lib/domain/calendar/explain.ts';
import { type HoursWish, refuseBadStretch } from '../../../lib/domain/calendar/hours-exception.ts';
import { openStarts } from '../../../lib/domain/calendar/openings.ts';
import {
  catalogue,
  cellsIn,
  consultant,
  DAY,
  instant,
  local,
  MINUTE,
  refusalOf,
  type Stretches,
} from '../given.ts';

const SUNDAY = instant('2026-11-22T12:00');
const hour = { id: 'live-60', minutes: 60 };
const robinOnly = catalogue({ consultants: [consultant('robin')] });

interface Given {
  readonly booked?: Stretches;
  readonly off?: Stretches;
  readonly extra?: Stretches;
}

function calendarOf({ booked = {}, off = {}, extra = {} }: Given) {
  return { booked: cellsIn(booked), off: cellsIn(off), extra: cellsIn(extra) };
}

/** The starts offered on a date of New York, seen from the Sunday before if not told otherwise. */
function offered(given: Given, date = '2026-11-24', rules = robinOnly, now = SUNDAY): string[] {
  const from = instant(`${date}T00:00`);
  const starts = openStarts(rules, hour, calendarOf(given), now, from, from + DAY);
  return starts
    .map((start) => local(start))
    .filter((at) => at.startsWith(date))
    .map((at) => at.slice(11));
}

function reasons(start: string, given: Given, rules = robinOnly): string[] {
  const told = explain(rules, hour, calendarOf(given), SUNDAY, instant(start)).reasons;
  return told.map(({ code, consultant: who }) => (who === undefined ? code : `${code} ${who}`));
}

describe('time off', () => {
  test('closes each start whose session would reach into it, and no other', () => {
    const starts = offered({ off: { robin: [['2026-11-24T10:00', '2026-11-24T12:00']] } });
    expect(starts.slice(0, 4)).toEqual(['08:30', '09:00', '12:00', '12:30']);
    expect(starts).toHaveLength(17 - 5);
  });

  test('is the reason why nobody can be booked, and the only one where there is no other', () => {
    const off = { robin: [['2026-11-24T10:00', '2026-11-24T10:15']] } as const;
    expect(reasons('2026-11-24T09:30', { off })).toEqual(['time-off robin']);
    expect(
      reasons('2026-11-24T10:00', { off, booked: { robin: [['2026-11-24T10:30', '2026-11-24T10:45']] } }),
    ).toEqual(['time-off robin', 'booked robin']);
    const told = explain(robinOnly, hour, calendarOf({ off }), SUNDAY, instant('2026-11-24T10:00'));
    expect(told.reasons[0]?.detail).toBe('Robin is off then.');
  });

  test('of one leaves the others', () => {
    const off = cellsIn({ robin: [['2026-11-24T00:00', '2026-11-25T00:00']] });
    const able = whoCanGive(
      catalogue(),
      hour,
      { ...emptyCalendar, off },
      SUNDAY,
      instant('2026-11-24T10:00'),
    );
    expect(able.map(({ id }) => id)).toEqual(['kim']);
  });

  test('is no load: who is off in the afternoon is not passed over in the morning', () => {
    const off = cellsIn({ robin: [['2026-11-24T13:00', '2026-11-24T17:30']] });
    const able = whoCanGive(
      catalogue(),
      hour,
      { ...emptyCalendar, off },
      SUNDAY,
      instant('2026-11-24T10:00'),
    );
    expect(able.map(({ id }) => id)).toEqual(['robin', 'kim']);
  });

  test('may begin where the buffer after a session does: the buffer is no work', () => {
    const buffered = catalogue({
      consultants: [consultant('robin')],
      policy: { offering: { bufferMinutes: 30 } },
    });
    expect(
      offered({ off: { robin: [['2026-11-24T10:00', '2026-11-24T17:30']] } }, '2026-11-24', buffered),
    ).toEqual(['08:30', '09:00']);
  });
});

describe('extra hours', () => {
  test('open time outside the weekly hours, also together with them', () => {
    const extra = { robin: [['2026-11-24T17:30', '2026-11-24T19:00']] } as const;
    expect(offered({ extra }).slice(-4)).toEqual(['16:30', '17:00', '17:30', '18:00']);
    expect(reasons('2026-11-24T18:30', { extra })).toEqual(['outside-hours robin']);
  });

  test('open a day without hours', () => {
    expect(offered({}, '2026-11-28')).toEqual([]);
    const extra = { robin: [['2026-11-28T10:00', '2026-11-28T12:00']] } as const;
    expect(offered({ extra }, '2026-11-28')).toEqual(['10:00', '10:30', '11:00']);
  });

  test('open a holiday, and no more of it than they say', () => {
    const rules = catalogue({ consultants: [consultant('robin')], holidays: ['2026-11-26'] });
    const extra = { robin: [['2026-11-26T10:00', '2026-11-26T11:30']] } as const;
    expect(offered({ extra }, '2026-11-26', rules)).toEqual(['10:00', '10:30']);
    expect(reasons('2026-11-26T11:00', { extra }, rules)).toEqual(['holiday robin']);
  });

  test('do not give back time off, nor the time of other sessions', () => {
    const all = { robin: [['2026-11-28T10:00', '2026-11-28T12:00']] } as const;
    expect(
      offered({ extra: all, off: { robin: [['2026-11-28T11:00', '2026-11-28T11:15']] } }, '2026-11-28'),
    ).toEqual(['10:00']);
    expect(
      offered({ extra: all, booked: { robin: [['2026-11-28T11:00', '2026-11-28T12:00']] } }, '2026-11-28'),
    ).toEqual(['10:00']);
    expect(reasons('2026-11-28T11:00', { extra: all, off: all })).toEqual(['time-off robin']);
  });

  test('are booked on the grid and at the notice of all other hours', () => {
    const extra = { robin: [['2026-11-22T12:00', '2026-11-22T15:00']] } as const;
    expect(offered({ extra }, '2026-11-22')).toEqual(['13:30', '14:00']);
  });

  test('of the night in which an hour comes twice open both, and in which one is left out neither', () => {
    const twice = { robin: [['2026-11-01T00:00', '2026-11-01T03:00']] } as const;
    const october = instant('2026-10-31T12:00');
    expect(offered({ extra: twice }, '2026-11-01', robinOnly, october)).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '01:00',
      '01:30',
      '02:00',
    ]);
    const once = { robin: [['2026-03-08T01:00', '2026-03-08T04:00']] } as const;
    const march = instant('2026-03-07T12:00');
    expect(offered({ extra: once }, '2026-03-08', robinOnly, march)).toEqual(['01:00', '01:30', '03:00']);
  });
});

describe('a stretch of time off or extra hours', () => {
  const wish: HoursWish = {
    consultantId: 'robin',
    kind: 'off',
    from: instant('2026-11-24T10:00'),
    to: instant('2026-11-24T12:00'),
    reason: 'Training',
  };
  const zone = 'America/New_York';
  const fieldOf = (changes: Partial<HoursWish>, now = SUNDAY) =>
    refusalOf(() => refuseBadStretch({ ...wish, ...changes }, zone, now)).facts['errors'];

  test('is of whole quarter hours, ends after it begins, and not in the past', () => {
    expect(() => refuseBadStretch(wish, zone, wish.to - 1)).not.toThrow();
    expect(fieldOf({ from: wish.from + MINUTE })).toMatchObject([{ field: 'from' }]);
    expect(fieldOf({ to: wish.to + 1 })).toMatchObject([{ field: 'to' }]);
    expect(fieldOf({ to: wish.from })).toMatchObject([{ field: 'to', message: 'must be after from' }]);
    expect(fieldOf({}, wish.to)).toMatchObject([{ field: 'to', message: 'must not lie in the past' }]);
  });

  test('is at most 92 days long, as the wall clock counts them', () => {
    const from = instant('2026-09-01T00:00');
    // The clocks go back in between: an hour more than 92 times 24.
    expect(() =>
      refuseBadStretch({ ...wish, from, to: instant('2026-12-02T00:00') }, zone, from),
    ).not.toThrow();
    expect(fieldOf({ from, to: instant('2026-12-02T00:15') }, from)).toEqual([
      { field: 'to', message: 'must be at most 92 days after from' },
    ]);
  });
});
