import { describe, expect, test } from 'vitest';
import {
  answer,
  cancel,
  due,
  given,
  join,
  MINUTE,
  policy,
  refusalCode,
  refusalOf,
  type Step,
  startPlus,
  when,
  withoutMobile,
} from '../given.ts';

const asked: Step = [5, due('check-in')];
const MILLISECOND = 1 / MINUTE;

describe('joining', () => {
  test('works from 15 minutes before the start, to the millisecond', () => {
    expect(when(given(), [-15, join(-15)]).booking.status).toBe('in_progress');
    expect(refusalCode(given(), [-15, join(-15 - MILLISECOND)])).toBe('outside-join-window');
    expect(refusalOf(() => when(given(), [-60, join(-60)])).facts).toEqual({
      from: '2026-11-24T14:45:00.000Z',
    });
  });

  test('works until the close', () => {
    expect(when(given([asked]), [14, join(15 - MILLISECOND)]).booking.status).toBe('in_progress');
    expect(refusalCode(given([asked]), [15, join(15)])).toBe('already-over');
    expect(when(given([], withoutMobile), [9, join(10 - MILLISECOND)]).booking.status).toBe('in_progress');
    expect(refusalCode(given([], withoutMobile), [10, join(10)])).toBe('already-over');
  });

  test('after the close is too late, also before the close was decided', () => {
    expect(refusalCode(given([asked]), [15.5, join(15.5)])).toBe('already-over');
  });

  test('works until the end once somebody answered', () => {
    const keptOpen = given([asked, [14, answer(14)]]);
    expect(when(keptOpen, [59, join(59)]).booking.status).toBe('in_progress');
    expect(refusalCode(keptOpen, [60, join(60)])).toBe('already-over');
  });

  test('works until the later close, where the check-in was asked late', () => {
    const late = given([[9, due('check-in')]]);
    expect(when(late, [18, join(18)]).booking.status).toBe('in_progress');
    expect(refusalCode(late, [19, join(19)])).toBe('already-over');
  });

  test('works while the check-in, which was lost, has not been asked: in whatever order the two are decided', () => {
    expect(when(given(), [16, join(16)]).booking.status).toBe('in_progress');
    expect(when(given([[18, due('close')]]), [18, join(16)]).booking.status).toBe('in_progress');
    expect(refusalCode(given(), [60, join(60)])).toBe('already-over');
  });

  test('notes when, by the stamp, and how that is known; it ends the check-in and the close', () => {
    const { booking } = when(given(), [4, join(3)]);
    expect(booking.attendance).toEqual({ joinedAt: startPlus(3), evidence: 'link' });
    expect(booking.due.map(({ kind }) => kind)).not.toContain('check-in');
    expect(booking.due.map(({ kind }) => kind)).not.toContain('close');
    expect(booking.due).toContainEqual({ kind: 'finish', at: startPlus(60) });
  });

  test('again changes nothing, until the end and after it as long as the end was not decided', () => {
    const joined = given([[3, join(3)]]);
    expect(when(joined, [20, join(20)]).events).toEqual([]);
    expect(when(joined, [61, join(61)]).events).toEqual([]);
  });

  test('a booking that is over says so, and not that it is too early', () => {
    expect(refusalCode(given([[-120, cancel(-120)]]), [-100, join(-100)])).toBe('already-over');
    expect(refusalCode(given([[-120, cancel(-120)]]), [1, join(1)])).toBe('already-over');
  });

  test('follows the policy’s number', () => {
    const rules = policy({ start: { joinFromMinutes: 60 } });
    expect(when(given(), [-60, join(-60)], rules).booking.status).toBe('in_progress');
  });
});
