import { describe, expect, test } from 'vitest';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import {
  bookAnHour,
  given,
  HOUR,
  policy,
  refusalOf,
  START,
  startPlus,
  THREE_DAYS_BEFORE,
  tell,
  withoutMobile,
} from '../given.ts';

describe('a new booking', () => {
  test('is confirmed, with the first consultant who can give it, and holds its cells', () => {
    expect(given()).toMatchObject({
      id: 'bkg_1',
      status: 'confirmed',
      version: 1,
      revision: 1,
      consultantId: 'robin',
      start: START,
      end: START + HOUR,
      createdAt: startPlus(THREE_DAYS_BEFORE),
      holds: { from: cellAt(START), to: cellAt(START) + 4 },
    });
  });

  test('holds the buffer after it too', () => {
    const { holds } = given([], {}, policy({ offering: { bufferMinutes: 30 } }));
    expect(holds).toEqual({ from: cellAt(START), to: cellAt(START) + 6 });
  });

  test('has its timers ahead, in order', () => {
    expect(given().due).toEqual([
      { kind: 'remind-24h', at: startPlus(-24 * 60) },
      { kind: 'remind-2h', at: startPlus(-2 * 60) },
      { kind: 'check-in', at: startPlus(5) },
      { kind: 'close', at: startPlus(15) },
      { kind: 'finish', at: startPlus(60) },
    ]);
  });

  test('without a mobile number has no check-in, and closes after 10 minutes', () => {
    expect(given([], withoutMobile).due.slice(2)).toEqual([
      { kind: 'close', at: startPlus(10) },
      { kind: 'finish', at: startPlus(60) },
    ]);
  });

  test.each([
    [-90, ['check-in', 'close', 'finish']],
    [-120, ['check-in', 'close', 'finish']],
    [-121, ['remind-2h', 'check-in', 'close', 'finish']],
    [-24 * 60, ['remind-2h', 'check-in', 'close', 'finish']],
    [-24 * 60 - 1, ['remind-24h', 'remind-2h', 'check-in', 'close', 'finish']],
  ])('made at minute %d has no reminder whose time has come', (minute, kinds) => {
    expect(tell([[minute, bookAnHour()]]).booking.due.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('keeps what was said of it, and only that', () => {
    const { booking } = tell([[-90, bookAnHour({ topic: 'Upgrade', release: '6.1' })]]);
    expect(booking).toMatchObject({ topic: 'Upgrade', release: '6.1', companyId: 'example-crates' });
    expect(Object.keys(booking)).not.toContain('consultants');
    expect(Object.keys(booking)).not.toContain('type');
  });

  test('that nobody can give is refused', () => {
    expect(refusalOf(() => tell([[-90, bookAnHour({ consultants: [] })]])).code).toBe('slot-unavailable');
  });
});
