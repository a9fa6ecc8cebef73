import { describe, expect, test } from 'vitest';
import { cancel, DAY, due, given, moveTo, policy, START, type Step, when } from '../given.ts';

const first: Step = [-24 * 60, due('remind-24h')];

describe('a reminder', () => {
  test('comes at its time, and says how many hours are left', () => {
    expect(when(given(), first).events).toMatchObject([
      { type: 'reminder-due', kind: 'remind-24h', hoursBefore: 24 },
    ]);
    expect(when(given([first]), [-120, due('remind-2h')]).events).toMatchObject([
      { type: 'reminder-due', kind: 'remind-2h', hoursBefore: 2 },
    ]);
  });

  test('does not come a second time', () => {
    expect(when(given([first]), first).events).toEqual([]);
  });

  test('does not come early, by not so much as a millisecond', () => {
    expect(when(given(), [-24 * 60 - 1 / 60_000, due('remind-24h')]).events).toEqual([]);
  });

  test('that comes late says how many hours are left then', () => {
    expect(when(given(), [-20 * 60 + 1, due('remind-24h')]).events).toMatchObject([{ hoursBefore: 20 }]);
    expect(when(given([first]), [-61, due('remind-2h')]).events).toMatchObject([{ hoursBefore: 2 }]);
    expect(when(given([first]), [-60, due('remind-2h')]).events).toMatchObject([{ hoursBefore: 1 }]);
  });

  test('is skipped once the next one is due', () => {
    expect(when(given(), [-121, due('remind-24h')]).events).toMatchObject([{ type: 'reminder-due' }]);
    expect(when(given(), [-120, due('remind-24h')]).events).toMatchObject([{ type: 'reminder-skipped' }]);
  });

  test('is skipped once the next one is due, also when that one has come already', () => {
    const told = given([[-120, due('remind-2h')]]);
    expect(when(told, [-119, due('remind-24h')]).events).toMatchObject([{ type: 'reminder-skipped' }]);
  });

  test('is skipped once the session has begun', () => {
    expect(when(given([first]), [-1, due('remind-2h')]).events).toMatchObject([{ type: 'reminder-due' }]);
    expect(when(given([first]), [0, due('remind-2h')]).events).toMatchObject([{ type: 'reminder-skipped' }]);
  });

  test('is no longer to come once it was sent or skipped', () => {
    for (const minute of [-24 * 60, -120])
      expect(when(given(), [minute, due('remind-24h')]).booking.due.map(({ kind }) => kind)).toEqual([
        'remind-2h',
        'check-in',
        'close',
        'finish',
      ]);
  });

  test('of a cancelled booking never comes', () => {
    expect(when(given([[-48 * 60, cancel(-48 * 60)]]), first).events).toEqual([]);
  });

  test('for the old time never comes after a move, and the new one’s does', () => {
    const moved = given([[-48 * 60, moveTo(START + DAY, -48 * 60)]]);
    expect(when(moved, [-24 * 60, due('remind-24h', 1)]).events).toEqual([]);
    expect(when(moved, [-24 * 60, due('remind-24h', 2)]).events).toEqual([]);
    expect(when(moved, [0, due('remind-24h', 2)]).events).toMatchObject([{ hoursBefore: 24 }]);
  });

  test('comes at whatever hours the policy names, in whatever order', () => {
    const rules = policy({ reminders: { hoursBefore: [1, 48, 6] } });
    const booking = given([], {}, rules);
    expect(booking.due.slice(0, 3).map(({ kind }) => kind)).toEqual(['remind-48h', 'remind-6h', 'remind-1h']);
    expect(when(booking, [-6 * 60, due('remind-48h')], rules).events).toMatchObject([
      { type: 'reminder-skipped' },
    ]);
    expect(when(booking, [-6 * 60, due('remind-6h')], rules).events).toMatchObject([{ hoursBefore: 6 }]);
  });

  test('that was never set does not come', () => {
    expect(when(given(), [-60, due('remind-1h')]).events).toEqual([]);
  });
});
