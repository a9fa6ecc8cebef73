import { describe, expect, test } from 'vitest';
import { emptyCalendar } from '../../../lib/domain/calendar/calendar.ts';
import { whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { openStarts } from '../../../lib/domain/calendar/openings.ts';
import type { Catalogue } from '../../../lib/domain/catalogue.ts';
import { busy, catalogue, consultant, DAY, everyDay, instant, local, policy, weekdays } from '../given.ts';

const SUNDAY = instant('2026-11-22T12:00');
const hour = { id: 'live-60', minutes: 60 };

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly now?: number;
  readonly offer?: { id: string; minutes: number };
  readonly taken?: Parameters<typeof busy>[0];
}

/** The starts offered, on New York's wall clock; on Tuesday 24 November, seen from the Sunday before, if not told otherwise. */
function offered(rules: Catalogue, asked: Asked = {}): string[] {
  const {
    from = '2026-11-24T00:00',
    to = '2026-11-25T00:00',
    now = SUNDAY,
    offer = hour,
    taken = {},
  } = asked;
  const starts = openStarts(rules, offer, busy(taken), now, instant(from), instant(to));
  return starts.map((start) => local(start).slice(from.slice(0, 10) === '2026-11-24' ? 11 : 0));
}

function only(id: string, changes: Parameters<typeof consultant>[1] = {}): Catalogue['consultants'] {
  return [consultant(id, changes)];
}

describe('slots', () => {
  test('start every 30 minutes, as long as the whole session fits into the hours', () => {
    const starts = offered(catalogue());
    expect(starts).toHaveLength(17);
    expect(starts.slice(0, 3)).toEqual(['08:30', '09:00', '09:30']);
    expect(starts.at(-1)).toBe('16:30');
    expect(offered(catalogue(), { offer: { id: 'live-90', minutes: 90 } }).at(-1)).toBe('16:00');
    expect(offered(catalogue(), { offer: { id: 'call-30', minutes: 30 } }).at(-1)).toBe('17:00');
  });

  test('start on the policy’s grid, counted from midnight in the deployment’s zone', () => {
    const hourly = catalogue({ policy: { offering: { slotEveryMinutes: 60 } } });
    expect(offered(hourly).slice(0, 2)).toEqual(['09:00', '10:00']);
    const nepal = catalogue({
      zone: 'Asia/Kathmandu',
      policy: { offering: { slotEveryMinutes: 60 } },
      consultants: only('robin', { hours: weekdays('09:00', '11:00') }),
    });
    const from = instant('2026-11-24T00:00', 'Asia/Kathmandu');
    const starts = openStarts(nepal, hour, emptyCalendar, SUNDAY, from, from + DAY);
    expect(starts.map((start) => local(start, 'Asia/Kathmandu').slice(11))).toEqual(['09:00', '10:00']);
    expect(starts.map((start) => local(start, 'UTC').slice(11))).toEqual(['03:15', '04:15']);
  });

  test('may run across midnight of UTC, and a session there takes them on both sides', () => {
    const west = catalogue({ zone: 'America/Los_Angeles', consultants: only('robin') });
    const slots = (taken: Parameters<typeof busy>[0]): string[] =>
      openStarts(west, hour, busy(taken), SUNDAY, Date.UTC(2026, 10, 24, 22), Date.UTC(2026, 10, 25, 2)).map(
        (start) => new Date(start).toISOString().slice(5, 16),
      );
    expect(slots({})).toEqual([
      '11-24T22:00',
      '11-24T22:30',
      '11-24T23:00',
      '11-24T23:30',
      '11-25T00:00',
      '11-25T00:30',
    ]);
    expect(slots({ robin: [['2026-11-24T18:30', '2026-11-24T19:30']] })).toEqual([
      '11-24T22:00',
      '11-24T22:30',
      '11-25T00:30',
    ]);
  });

  test('at the end of a range run on past it, and past midnight of UTC, as far as the calendar is free', () => {
    const west = catalogue({ zone: 'America/Los_Angeles', consultants: only('robin') });
    const slots = (taken: Parameters<typeof busy>[0], rules = west): string[] =>
      openStarts(
        rules,
        hour,
        busy(taken),
        SUNDAY,
        Date.UTC(2026, 10, 24, 23),
        Date.UTC(2026, 10, 24, 23, 45),
      ).map((start) => new Date(start).toISOString().slice(11, 16));
    expect(slots({})).toEqual(['23:00', '23:30']);
    expect(slots({ robin: [['2026-11-24T19:15', '2026-11-24T19:30']] })).toEqual(['23:00']);
    const buffered = { ...west, policy: policy({ offering: { bufferMinutes: 60 } }) };
    expect(slots({ robin: [['2026-11-24T19:45', '2026-11-24T20:00']] }, buffered)).toEqual([]);
  });

  test('may run across midnight of the deployment’s zone, where the hours do', () => {
    const night = catalogue({
      consultants: only('robin', { hours: everyDay({ from: '22:00', to: '30:00' }) }),
    });
    expect(offered(night, { from: '2026-11-23T23:30', to: '2026-11-24T00:30' })).toEqual([
      '2026-11-23T23:30',
      '2026-11-24T00:00',
    ]);
  });

  test('are all there in the night after the clocks went forward', () => {
    const night = catalogue({
      consultants: only('robin', { hours: everyDay({ from: '00:00', to: '24:00' }) }),
    });
    const starts = offered(night, {
      from: '2026-03-09T00:00',
      to: '2026-03-09T01:30',
      now: instant('2026-03-06T12:00'),
    });
    expect(starts).toEqual(['2026-03-09T00:00', '2026-03-09T00:30', '2026-03-09T01:00']);
    expect(
      whoCanGive(night, hour, emptyCalendar, instant('2026-03-06T12:00'), instant('2026-03-09T00:00')),
    ).toHaveLength(1);
  });

  test('are offered while anybody is free', () => {
    const morning: [string, string] = ['2026-11-24T08:30', '2026-11-24T12:00'];
    expect(offered(catalogue(), { taken: { robin: [morning] } })[0]).toBe('08:30');
    expect(offered(catalogue(), { taken: { robin: [morning], kim: [morning] } })[0]).toBe('12:00');
  });

  test('are within the hours of some one consultant: two can’t share a session', () => {
    const rules = catalogue({
      consultants: [
        consultant('robin', { hours: weekdays('08:00', '10:00') }),
        consultant('kim', { hours: weekdays('10:00', '12:00') }),
      ],
    });
    expect(offered(rules)).toEqual(['08:00', '08:30', '09:00', '10:00', '10:30', '11:00']);
  });

  test('come from those consultants only who give this kind of session', () => {
    const rules = catalogue({
      consultants: [
        consultant('robin', { sessionTypes: ['call-30'], hours: weekdays('08:00', '18:00') }),
        consultant('kim', { hours: weekdays('10:00', '12:00') }),
      ],
    });
    expect(offered(rules)).toEqual(['10:00', '10:30', '11:00']);
    expect(offered(rules, { offer: { id: 'call-30', minutes: 30 } })[0]).toBe('08:00');
    expect(
      whoCanGive(rules, hour, emptyCalendar, SUNDAY, instant('2026-11-24T10:00')).map(({ id }) => id),
    ).toEqual(['kim']);
  });
});

describe('a buffer', () => {
  const rules = catalogue({ consultants: only('robin'), policy: { offering: { bufferMinutes: 30 } } });

  test('keeps the time after a session free before the next one', () => {
    const starts = offered(rules, { taken: { robin: [['2026-11-24T12:00', '2026-11-24T13:30']] } });
    expect(starts).toContain('10:30');
    expect(starts).not.toContain('11:00');
    expect(starts.filter((start) => start > '10:30')[0]).toBe('13:30');
  });

  test('need not fit into the hours', () => {
    expect(offered(rules).at(-1)).toBe('16:30');
  });
});
