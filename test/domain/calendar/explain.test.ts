import { describe, expect, test } from 'vitest';
import { emptyCalendar } from '../../../lib/domain/calendar/calendar.ts';
import { explain } from '../../../lib/domain/calendar/explain.ts';
import { busy, catalogue, consultant, DAY, everyDay, HOUR, instant, MINUTE, weekdays } from '../given.ts';

const hour = { id: 'live-60', minutes: 60 };
const now = instant('2026-11-22T12:00');

function reasons(
  start: string | number,
  rules = catalogue(),
  taken: Parameters<typeof busy>[0] = {},
): string[] {
  const at = typeof start === 'string' ? instant(start) : start;
  return explain(rules, hour, busy(taken), now, at).reasons.map(({ code, consultant: who }) =>
    who === undefined ? code : `${code} ${who}`,
  );
}

describe('the reasons against a start', () => {
  test('are none when it can be booked', () => {
    expect(explain(catalogue(), hour, emptyCalendar, now, instant('2026-11-24T10:00'))).toEqual({
      bookable: true,
      reasons: [],
    });
  });

  test('are none as long as one consultant is free, whatever keeps the others', () => {
    expect(
      reasons('2026-11-24T10:00', catalogue(), { robin: [['2026-11-24T10:00', '2026-11-24T11:00']] }),
    ).toEqual([]);
  });

  test('name the consultant whom they concern', () => {
    const rules = catalogue({
      consultants: [
        consultant('robin'),
        consultant('kim', { hours: weekdays('12:00', '16:00') }),
        consultant('sam', { sessionTypes: ['call-30'] }),
      ],
    });
    expect(reasons('2026-11-24T10:00', rules, { robin: [['2026-11-24T10:30', '2026-11-24T11:30']] })).toEqual(
      ['booked robin', 'outside-hours kim', 'not-given sam'],
    );
  });

  test('tell of a holiday, and not of hours that nobody has then', () => {
    expect(reasons('2026-11-26T10:00', catalogue({ holidays: ['2026-11-26'] }))).toEqual([
      'holiday robin',
      'holiday kim',
    ]);
  });

  test('tell of every thing that is wrong with the time', () => {
    const allDay = catalogue({
      consultants: [consultant('robin', { hours: everyDay({ from: '00:00', to: '24:00' }) })],
    });
    expect(reasons(now - 1, allDay)).toEqual(['off-grid', 'in-the-past']);
    expect(reasons(now + HOUR, allDay)).toEqual(['too-soon']);
    expect(reasons(now + 60 * DAY + HOUR, allDay)).toEqual(['beyond-horizon']);
    expect(reasons(now + 2 * DAY + 15 * MINUTE, allDay)).toEqual(['off-grid']);
    expect(reasons(now + 2 * DAY + 1, allDay)).toEqual(['off-grid']);
  });

  test('say in words what the policy says in numbers', () => {
    const { reasons: told } = explain(catalogue(), hour, emptyCalendar, now, now + 15 * MINUTE);
    expect(told.map(({ detail }) => detail)).toEqual([
      'Sessions start every 30 minutes.',
      'Sessions are booked at least 70 minutes ahead.',
      "The session doesn't fit into Robin's hours.",
      "The session doesn't fit into Kim's hours.",
    ]);
  });
});
