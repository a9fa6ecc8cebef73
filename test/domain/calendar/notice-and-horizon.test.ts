import { describe, expect, test } from 'vitest';
import { emptyCalendar } from '../../../lib/domain/calendar/calendar.ts';
import { whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { openStarts } from '../../../lib/domain/calendar/openings.ts';
import { catalogue, DAY, instant, local, MINUTE } from '../given.ts';

const SUNDAY = instant('2026-11-22T12:00');
const hour = { id: 'live-60', minutes: 60 };

/** The starts offered on Tuesday 24 November, on New York's wall clock. */
function offered(asked: { from?: string; to?: string; now?: number }): string[] {
  const { from = '2026-11-24T00:00', to = '2026-11-25T00:00', now = SUNDAY } = asked;
  return openStarts(catalogue(), hour, emptyCalendar, now, instant(from), instant(to)).map((start) =>
    local(start).slice(11),
  );
}

describe('the minimum notice', () => {
  const start = instant('2026-11-24T10:00');
  const bookable = (now: number): boolean =>
    whoCanGive(catalogue(), hour, emptyCalendar, now, start).length > 0;

  test('of exactly 70 minutes is enough; a millisecond less is not', () => {
    expect(bookable(start - 70 * MINUTE)).toBe(true);
    expect(bookable(start - 70 * MINUTE + 1)).toBe(false);
  });

  test('decides what is offered, too', () => {
    const window = { from: '2026-11-24T09:30', to: '2026-11-24T11:00' };
    expect(offered({ ...window, now: start - 70 * MINUTE })).toEqual(['10:00', '10:30']);
    expect(offered({ ...window, now: start - 70 * MINUTE + 1 })).toEqual(['10:30']);
  });

  test('of none lets people book up to the start, and never after it', () => {
    const rules = catalogue({ policy: { offering: { noticeMinutes: 0 } } });
    expect(whoCanGive(rules, hour, emptyCalendar, start, start)).not.toEqual([]);
    expect(whoCanGive(rules, hour, emptyCalendar, start + 1, start)).toEqual([]);
  });
});

describe('the horizon', () => {
  const start = instant('2026-11-24T10:00');

  test('is 60 days to the millisecond', () => {
    expect(whoCanGive(catalogue(), hour, emptyCalendar, start - 60 * DAY, start)).not.toEqual([]);
    expect(whoCanGive(catalogue(), hour, emptyCalendar, start - 60 * DAY - 1, start)).toEqual([]);
  });

  test('decides what is offered, too', () => {
    expect(offered({ now: start - 60 * DAY }).at(-1)).toBe('10:00');
    expect(offered({ now: start - 60 * DAY - 1 }).at(-1)).toBe('09:30');
  });

  test('and the past clip any range that is asked for', () => {
    const now = instant('2026-11-24T10:00');
    const starts = openStarts(catalogue(), hour, emptyCalendar, now, 0, now + 100_000 * DAY);
    expect(local(starts[0] ?? 0)).toBe('2026-11-24T11:30');
    expect(starts.at(-1)).toBeLessThanOrEqual(now + 60 * DAY);
    expect(openStarts(catalogue(), hour, emptyCalendar, now, now - 9 * DAY, now)).toEqual([]);
    expect(openStarts(catalogue(), hour, emptyCalendar, now, now + 61 * DAY, now + 90 * DAY)).toEqual([]);
    expect(openStarts(catalogue(), hour, emptyCalendar, now, now + 9 * DAY, now + 2 * DAY)).toEqual([]);
  });

  test('a range gives its first instant and not its last', () => {
    expect(offered({ from: '2026-11-24T10:00', to: '2026-11-24T11:00' })).toEqual(['10:00', '10:30']);
  });
});
