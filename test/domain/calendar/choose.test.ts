import { describe, expect, test } from 'vitest';
import { emptyCalendar } from '../../../lib/domain/calendar/calendar.ts';
import { spanToLoad, whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { busy, catalogue, consultant, everyDay, instant, MINUTE } from '../given.ts';

const hour = { id: 'live-60', minutes: 60 };
const now = instant('2026-11-22T12:00');
const start = instant('2026-11-24T10:00');

const three = catalogue({ consultants: [consultant('robin'), consultant('kim'), consultant('sam')] });

function order(taken: Parameters<typeof busy>[0], prefer?: string, rules = three): string[] {
  return whoCanGive(rules, hour, busy(taken), now, start, prefer).map(({ id }) => id);
}

describe('who gives a session', () => {
  test('is the first listed, among equals', () => {
    expect(order({})).toEqual(['robin', 'kim', 'sam']);
    const afternoon: [string, string] = ['2026-11-24T14:00', '2026-11-24T15:00'];
    expect(order({ robin: [afternoon], kim: [afternoon], sam: [afternoon] })).toEqual([
      'robin',
      'kim',
      'sam',
    ]);
  });

  test('is the least loaded that day', () => {
    expect(
      order({
        robin: [['2026-11-24T14:00', '2026-11-24T16:00']],
        kim: [['2026-11-24T14:00', '2026-11-24T14:30']],
        sam: [['2026-11-24T14:00', '2026-11-24T15:00']],
      }),
    ).toEqual(['kim', 'sam', 'robin']);
  });

  test('is counted by time and not by sessions', () => {
    const short: [string, string][] = [
      ['2026-11-24T08:30', '2026-11-24T08:45'],
      ['2026-11-24T09:00', '2026-11-24T09:15'],
    ];
    expect(order({ robin: [['2026-11-24T14:00', '2026-11-24T15:00']], kim: short, sam: short })[0]).toBe(
      'kim',
    );
  });

  test('counts the day in the deployment’s zone: what lies beside it is no load', () => {
    expect(order({ robin: [['2026-11-23T22:00', '2026-11-24T00:00']] })[0]).toBe('robin');
    expect(order({ robin: [['2026-11-25T00:00', '2026-11-25T02:00']] })[0]).toBe('robin');
    expect(order({ robin: [['2026-11-24T00:00', '2026-11-24T00:15']] })[0]).toBe('kim');
    expect(order({ robin: [['2026-11-24T23:45', '2026-11-25T00:00']] })[0]).toBe('kim');
  });

  test('is never somebody whose time is taken, however little they have to do', () => {
    expect(order({ robin: [['2026-11-24T10:45', '2026-11-24T11:00']] })).toEqual(['kim', 'sam']);
    expect(order({ robin: [['2026-11-24T11:00', '2026-11-24T12:00']] })).toEqual(['kim', 'sam', 'robin']);
  });

  test('is the preferred one, if free, before all others', () => {
    const load = { robin: [['2026-11-24T14:00', '2026-11-24T16:00']] } as const;
    expect(order(load, 'robin')).toEqual(['robin', 'kim', 'sam']);
    expect(order({ robin: [['2026-11-24T10:00', '2026-11-24T10:15']] }, 'robin')).toEqual(['kim', 'sam']);
    expect(order({}, 'kim')).toEqual(['kim', 'robin', 'sam']);
    expect(order({}, 'nobody')).toEqual(['robin', 'kim', 'sam']);
  });

  test('is nobody when the time itself is out of the question', () => {
    expect(whoCanGive(three, hour, emptyCalendar, start - 69 * MINUTE, start)).toEqual([]);
    expect(whoCanGive(three, hour, emptyCalendar, now, start + 15 * MINUTE)).toEqual([]);
  });
});

describe('the span to load for a start', () => {
  test('is its date in the deployment’s zone', () => {
    expect(spanToLoad(three, hour, start)).toEqual({
      from: instant('2026-11-24T00:00'),
      to: instant('2026-11-25T00:00'),
    });
  });

  test('reaches past midnight with the session and its buffer', () => {
    const rules = catalogue({ policy: { offering: { bufferMinutes: 30 } } });
    expect(spanToLoad(rules, hour, instant('2026-11-24T23:00')).to).toBe(instant('2026-11-25T00:30'));
  });

  test('has all 23 hours of the day on which the clocks go forward, and those of the day after', () => {
    expect(spanToLoad(three, hour, instant('2026-03-08T10:00'))).toEqual({
      from: instant('2026-03-08T00:00'),
      to: instant('2026-03-09T00:00'),
    });
    expect(spanToLoad(three, hour, instant('2026-03-09T00:30')).from).toBe(instant('2026-03-09T00:00'));
  });

  test('lets a session be found that another one meets just after midnight', () => {
    const night = catalogue({
      consultants: [consultant('robin', { hours: everyDay({ from: '00:00', to: '24:00' }) })],
    });
    const late = instant('2026-11-24T23:30');
    expect(
      whoCanGive(night, hour, busy({ robin: [['2026-11-25T00:15', '2026-11-25T00:30']] }), now, late),
    ).toEqual([]);
    expect(
      whoCanGive(night, hour, busy({ robin: [['2026-11-25T00:30', '2026-11-25T01:30']] }), now, late),
    ).toHaveLength(1);
  });
});
