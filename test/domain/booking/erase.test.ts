import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import {
  answer,
  approve,
  bookAnHour,
  cancel,
  cancelFor,
  closed,
  complete,
  contest,
  decline,
  due,
  erase,
  excuse,
  given,
  join,
  pending,
  refusalCode,
  refusalOf,
  rejectContest,
  STAFF,
  type Step,
  startPlus,
  THREE_DAYS_BEFORE,
  TOMBSTONE,
  tell,
  when,
} from '../given.ts';

const remains = { name: 'Erased', email: 'gone_1@erased.invalid' };
const cancelled: Step = [-120, cancel(-120, 'My cat is ill')];

describe('erasing an attendee', () => {
  const before = given([cancelled], { topic: 'The importer of Ada Ltd' });
  const { events, booking } = when(before, [60, erase()]);

  test('leaves a tombstone for who it was', () => {
    expect(events).toEqual([
      { type: 'attendee-erased', at: startPlus(60), staffId: STAFF, tombstone: TOMBSTONE },
    ]);
    expect(booking.attendee).toEqual(remains);
    expect(booking.erasedAt).toBe(startPlus(60));
  });

  test('takes along the topic, the mobile number and what was written', () => {
    expect(JSON.stringify(booking)).not.toMatch(/Ada|ada@|5550123|importer|cat/u);
  });

  test('leaves what happened, when, by whom, and for which company', () => {
    const { attendee: _, topic: __, words: ___, cancelled: why, ...rest } = before;
    expect(booking).toEqual({
      ...rest,
      attendee: remains,
      cancelled: { at: why?.at, by: why?.by },
      revision: before.revision + 1,
      erasedAt: startPlus(60),
    });
    expect(calendarChanges(before, booking)).toEqual([]);
  });

  test('again changes nothing, whatever the tombstone', () => {
    expect(when(booking, [61, erase()]).events).toEqual([]);
    expect(when(booking, [61, erase('gone_2')]).events).toEqual([]);
  });
});

describe('what was said of a no-show', () => {
  const story: Step[] = [...closed, [60, contest('My cat is ill')], [61, rejectContest()], [62, excuse()]];
  const { booking } = when(given(story), [63, erase()]);

  test('is erased with its attendee, and what was decided stays', () => {
    expect(booking.outcome).toEqual({
      reason: 'absent',
      at: startPlus(15),
      excused: { by: STAFF, at: startPlus(62), reason: 'Erased' },
      contest: {
        at: startPlus(60),
        text: 'Erased',
        rejected: { by: STAFF, at: startPlus(61), reason: 'Erased' },
      },
    });
    expect(JSON.stringify(booking)).not.toMatch(/cat|power|empty/u);
  });

  test('can still be said by our staff afterwards, of a no-show that is left', () => {
    const left = given([...closed, [60, erase()]]);
    const { booking: excused } = when(left, [61, excuse()]);
    expect(excused.outcome?.excused).toEqual({ by: STAFF, at: startPlus(61), reason: 'The power was out' });
    expect(excused.attendee).toEqual(remains);
  });
});

describe('a session that may still take place', () => {
  const open: readonly (readonly [string, readonly Step[]])[] = [
    ['confirmed', []],
    ['under way', [[3, join(3)]]],
    ['a no-show that a late answer takes back', closed],
  ];

  test.each(open)('keeps its attendee from being erased: %s', (_, steps) => {
    expect(refusalOf(() => when(given(steps), [59, erase()]))).toMatchObject({
      code: 'open-sessions',
      facts: { sessions: ['bkg_1'] },
    });
  });

  test('is a pending one too', () => {
    expect(refusalCode(given([], pending), [-2000, erase()])).toBe('open-sessions');
    const ends: Step[] = [
      [-2000, decline()],
      [-240, due('expire')],
    ];
    for (const end of ends) expect(when(given([end], pending), [-100, erase()]).events).toHaveLength(1);
    expect(refusalCode(given([[-2000, approve()]], pending), [-100, erase()])).toBe('open-sessions');
  });

  test('is none that was ended early, and no no-show once its end has come', () => {
    const over: readonly Step[][] = [
      [cancelled],
      [[-20, cancelFor(-20)]],
      [
        [3, join(3)],
        [20, complete()],
      ],
    ];
    for (const steps of over) expect(when(given(steps), [30, erase()]).events).toHaveLength(1);
    expect(when(given(closed), [60, erase()]).events).toHaveLength(1);
  });
});

test('a late fact still takes back the no-show of somebody who was erased, and opens nothing', () => {
  const { booking } = when(given([...closed, [60, erase()]]), [70, answer(9)]);
  expect(booking).toMatchObject({
    status: 'cancelled',
    cancelled: { by: 'showup' },
    attendee: remains,
    due: [],
  });
});

test('no number is left that could be lost, texted or given back', () => {
  const { booking } = tell([[THREE_DAYS_BEFORE, bookAnHour()], cancelled, [60, erase()]]);
  expect(booking.attendee).not.toHaveProperty('mobile');
});
