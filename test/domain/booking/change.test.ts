import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import {
  answer,
  cancel,
  DAY,
  due,
  given,
  HOUR,
  join,
  MINUTE,
  moveTo,
  policy,
  refusalCode,
  refusalOf,
  START,
  startPlus,
  when,
} from '../given.ts';

const MILLISECOND = 1 / MINUTE;
const NEXT_DAY = START + DAY;

describe('changing by the link', () => {
  const changes = { moving: (stamp: number) => moveTo(NEXT_DAY, stamp), cancelling: cancel };

  test.each(Object.entries(changes))(
    '%s works until 65 minutes before the start, to the millisecond',
    (_, change) => {
      expect(when(given(), [-65, change(-65 - MILLISECOND)]).events).toHaveLength(1);
      expect(refusalCode(given(), [-65, change(-65)])).toBe('outside-change-window');
    },
  );

  test.each(Object.entries(changes))(
    '%s is judged by when it was asked, not by when it is decided',
    (_, change) => {
      expect(when(given(), [-64, change(-66)]).events).toHaveLength(1);
      expect(refusalCode(given(), [-66, change(-65)])).toBe('outside-change-window');
    },
  );

  test('tells until when it would have worked', () => {
    expect(refusalOf(() => when(given(), [-30, cancel(-30)])).facts).toEqual({
      until: '2026-11-24T13:55:00.000Z',
    });
  });

  test('follows the policy’s number', () => {
    const late = policy({ changes: { linkUntilMinutes: 10 } });
    expect(when(given(), [-11, cancel(-11)], late).events).toHaveLength(1);
    expect(refusalCode(given(), [-10, cancel(-10)], late)).toBe('outside-change-window');
  });
});

describe('a move', () => {
  const moved = when(given([[-24 * 60, due('remind-24h')]]), [-120, moveTo(NEXT_DAY, -120, ['kim'])]).booking;

  test('keeps the booking, and counts its version up by one', () => {
    expect(moved).toMatchObject({
      id: 'bkg_1',
      status: 'confirmed',
      version: 2,
      consultantId: 'kim',
      start: NEXT_DAY,
      end: NEXT_DAY + HOUR,
      holds: { from: cellAt(NEXT_DAY), to: cellAt(NEXT_DAY) + 4 },
    });
  });

  test('sets the new time’s timers, those that are still ahead', () => {
    expect(moved.due[0]).toEqual({ kind: 'remind-24h', at: START });
    const soon = when(given(), [-120, moveTo(START + HOUR, -120)]).booking;
    expect(soon.due[0]).toEqual({ kind: 'remind-2h', at: startPlus(-60) });
  });

  test('makes the old time’s timers mean nothing', () => {
    for (const kind of ['remind-24h', 'check-in', 'close', 'finish'] as const)
      expect(when(moved, [25 * 60, due(kind, 1)]).events).toEqual([]);
    expect(when(moved, [24 * 60 + 5, due('check-in', 2)]).events).toHaveLength(1);
  });

  test('to the time that it has is nothing, also when it is too late for any other', () => {
    expect(when(given(), [-120, moveTo(START, -120)]).events).toEqual([]);
    expect(when(given(), [-5, moveTo(START, -5)]).events).toEqual([]);
  });

  test('to the time that it had is refused once it is over', () => {
    expect(refusalCode(given([[-120, cancel(-120)]]), [-110, moveTo(START, -110)])).toBe('already-over');
  });

  test('to a time that nobody has is refused, and that it is too late is said first', () => {
    expect(refusalCode(given(), [-120, moveTo(NEXT_DAY, -120, [])])).toBe('slot-unavailable');
    expect(refusalCode(given(), [-60, moveTo(NEXT_DAY, -60, [])])).toBe('outside-change-window');
  });

  test('begins anew where somebody had joined or answered already, as a policy may allow', () => {
    const late = policy({ changes: { linkUntilMinutes: 5, textUntilMinutes: 0 } });
    for (const presence of [join(-10), answer(-10)]) {
      const { booking } = when(given([[-10, presence]], {}, late), [-9, moveTo(NEXT_DAY, -9)], late);
      expect(booking).toMatchObject({ status: 'confirmed', version: 2 });
      expect(booking).not.toHaveProperty('attendance');
      expect(booking).not.toHaveProperty('checkIn');
      const finished = when(booking, [25 * 60, due('finish', 2)], late).booking;
      expect(finished.outcome?.reason).toBe('absent');
    }
  });

  test('by part of its own length takes only what is new, and frees only what is left', () => {
    const before = given();
    const later = when(before, [-120, moveTo(START + HOUR / 2, -120)]).booking;
    const first = cellAt(START);
    expect(calendarChanges(before, later)).toEqual([
      {
        consultantId: 'robin',
        take: [first + 4, first + 5],
        free: [first, first + 1],
        placed: { worked: [2, 3, 4, 5].map((cell) => first + cell), kept: [first + 2, first + 3] },
      },
    ]);
  });

  test('to another consultant frees one calendar and takes the other', () => {
    const before = given();
    const cells = [0, 1, 2, 3].map((index) => cellAt(START) + index);
    const next = cells.map((cell) => cell + 96);
    expect(calendarChanges(before, when(before, [-120, moveTo(NEXT_DAY, -120, ['kim'])]).booking)).toEqual([
      { consultantId: 'robin', take: [], free: cells },
      { consultantId: 'kim', take: next, free: [], placed: { worked: next, kept: [] } },
    ]);
  });
});

describe('a cancellation', () => {
  const cancelled = when(given(), [-120, cancel(-120, 'Solved')]).booking;

  test('frees the time, ends the timers, and keeps who, when and why', () => {
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      due: [],
      cancelled: { at: startPlus(-120), by: 'link', reason: 'Solved' },
    });
    expect(calendarChanges(given(), cancelled)).toEqual([
      { consultantId: 'robin', take: [], free: [0, 1, 2, 3].map((index) => cellAt(START) + index) },
    ]);
  });

  test('a second time is nothing, also when it is too late for a first', () => {
    expect(when(cancelled, [-110, cancel(-110)]).events).toEqual([]);
    expect(when(cancelled, [10, cancel(10)]).events).toEqual([]);
  });

  test('leaves no timer that could still do anything', () => {
    for (const kind of ['remind-24h', 'remind-2h', 'check-in', 'close', 'finish'] as const)
      expect(when(cancelled, [90, due(kind)]).events).toEqual([]);
  });
});

describe('the calendar', () => {
  test('is not touched when nothing that is held changes', () => {
    expect(calendarChanges(given(), given([[5, due('check-in')]]))).toEqual([]);
  });

  test('gets the cells of a new booking', () => {
    expect(calendarChanges(undefined, given())[0]?.take).toHaveLength(4);
  });
});
