import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { closesAt } from '../../../lib/domain/booking/timeline.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import {
  answer,
  closed,
  due,
  given,
  join,
  MINUTE,
  policy,
  START,
  type Step,
  startPlus,
  when,
  withoutMobile,
} from '../given.ts';

const asked: Step = [5, due('check-in')];
const MILLISECOND = 1 / MINUTE;

describe('the check-in', () => {
  test('is asked 5 minutes after the start, and once', () => {
    expect(when(given(), [5 - MILLISECOND, due('check-in')]).events).toEqual([]);
    expect(when(given(), asked).events).toEqual([{ type: 'check-in-asked', at: startPlus(5) }]);
    expect(when(given([asked]), asked).events).toEqual([]);
  });

  test('is not asked of who has joined or answered', () => {
    expect(when(given([[3, join(3)]]), asked).events).toEqual([]);
    expect(when(given([[3, answer(3)]]), asked).events).toEqual([]);
  });

  test('is not asked without a mobile number', () => {
    expect(when(given([], withoutMobile), asked).events).toEqual([]);
  });

  test('asked within the scheduler’s minute leaves the close where it was', () => {
    const { booking } = when(given(), [6, due('check-in')]);
    expect(closesAt(booking, standardPolicy)).toBe(startPlus(15));
    expect(booking.due).toContainEqual({ kind: 'close', at: startPlus(15) });
  });

  test('asked later moves the close, so that there are 10 minutes for an answer', () => {
    const { events, booking } = when(given(), [9, due('check-in')]);
    expect(events).toMatchObject([{ closesAt: startPlus(19) }]);
    expect(closesAt(booking, standardPolicy)).toBe(startPlus(19));
    expect(booking.due).toContainEqual({ kind: 'close', at: startPlus(19) });
    expect(when(booking, [18, due('close')]).events).toEqual([]);
    expect(when(booking, [19, due('close')]).events).toMatchObject([{ type: 'no-show-recorded' }]);
  });

  test('is not asked once the session is over: that closes it', () => {
    expect(when(given(), [59, due('check-in')]).events).toMatchObject([{ type: 'check-in-asked' }]);
    expect(when(given(), [60, due('check-in')]).events).toMatchObject([
      { type: 'no-show-recorded', reason: 'absent' },
    ]);
  });

  test('asked near the end moves the close to the end and no further', () => {
    expect(when(given(), [55, due('check-in')]).events).toMatchObject([{ closesAt: startPlus(60) }]);
  });
});

describe('the close', () => {
  test('comes 15 minutes after the start when nobody joined or answered', () => {
    const { booking } = when(given([asked]), [15, due('close')]);
    expect(booking).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'absent', at: startPlus(15) },
      due: [],
    });
    expect(when(given([asked]), [15 - MILLISECOND, due('close')]).events).toEqual([]);
  });

  test('comes 10 minutes after the start without a mobile number, with no check-in before it', () => {
    const { booking } = when(given([], withoutMobile), [10, due('close')]);
    expect(booking).toMatchObject({ status: 'no_show', outcome: { reason: 'absent' } });
    expect(booking).not.toHaveProperty('checkIn');
    expect(when(given([], withoutMobile), [10 - MILLISECOND, due('close')]).events).toEqual([]);
  });

  test('comes once', () => {
    expect(when(given(closed), [15, due('close')]).events).toEqual([]);
    expect(when(given(closed), [60, due('finish')]).events).toEqual([]);
  });

  test('does not come for who joined or answered', () => {
    expect(when(given([asked, [14, join(14)]]), [15, due('close')]).events).toEqual([]);
    expect(when(given([asked, [14, answer(14)]]), [15, due('close')]).events).toEqual([]);
  });

  test('asks first, where the check-in was lost', () => {
    const { events, booking } = when(given(), [15, due('close')]);
    expect(events).toEqual([{ type: 'check-in-asked', at: startPlus(15), closesAt: startPlus(25) }]);
    expect(when(booking, [15, due('check-in')]).events).toEqual([]);
    expect(when(booking, [24, due('close')]).events).toEqual([]);
    expect(when(booking, [25, due('close')]).events).toMatchObject([
      { type: 'no-show-recorded', reason: 'absent' },
    ]);
  });

  test('asks nothing any more when the session is over by then', () => {
    expect(when(given(), [60, due('close')]).events).toMatchObject([
      { type: 'no-show-recorded', reason: 'absent' },
    ]);
  });

  test('follows the policy’s numbers', () => {
    const rules = policy({ start: { checkInAfterMinutes: 10, closeAfterMinutes: 30 } });
    const booking = given([[10, due('check-in')]], {}, rules);
    expect(when(booking, [29, due('close')], rules).events).toEqual([]);
    expect(when(booking, [30, due('close')], rules).booking.status).toBe('no_show');
  });

  test('frees the rest of the consultant’s time; a quarter hour that has begun stays taken', () => {
    const first = cellAt(START);
    const freed = (minute: number): readonly number[] | undefined => {
      const before = given([asked]);
      return calendarChanges(before, when(before, [minute, due('close')]).booking)[0]?.free;
    };
    expect(freed(15)).toEqual([first + 1, first + 2, first + 3]);
    expect(freed(15 + MILLISECOND)).toEqual([first + 2, first + 3]);
    expect(freed(50)).toBeUndefined();
  });
});

describe('the end', () => {
  test('completes a session that somebody joined', () => {
    const { booking } = when(given([[3, join(3)]]), [60, due('finish')]);
    expect(booking).toMatchObject({ status: 'completed', due: [] });
    expect(booking).not.toHaveProperty('outcome');
  });

  test('makes a session that was kept open, and that nobody joined, a no-show with its own reason', () => {
    const { booking } = when(given([asked, [14, answer(14)]]), [60, due('finish')]);
    expect(booking).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'never_joined_after_keeping_open', at: startPlus(60) },
    });
  });

  test('makes it an absence where neither the check-in nor the close ever came', () => {
    expect(when(given(), [60, due('finish')]).booking.outcome?.reason).toBe('absent');
  });

  test('does not come early', () => {
    expect(when(given([[3, join(3)]]), [60 - MILLISECOND, due('finish')]).events).toEqual([]);
  });
});
