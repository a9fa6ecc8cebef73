import { describe, expect, it } from 'vitest';
import { minutesGivenBack } from '../../../lib/domain/booking/minutes-given-back.ts';
import { answer, cancel, due, given, join, moveTo, type Step, startPlus, when } from '../given.ts';

/** What a command gives back of a session of an hour, decided so many minutes after its start. */
function givenBack(before: readonly Step[], step: Step): number {
  const booking = given(before);
  return minutesGivenBack(booking, when(booking, step).booking, startPlus(step[0]));
}

const asked: Step = [5, due('check-in')];
const closed: Step = [15, due('close')];

describe('minutes of a consultant that others can have', () => {
  it('are the whole hour where a session is cancelled before it', () => {
    expect(givenBack([], [-24 * 60, cancel(-24 * 60)])).toBe(60);
  });

  it('are the hour that a session is moved from: where it is moved to is a place of its own', () => {
    const to = startPlus(24 * 60);
    expect(givenBack([], [-24 * 60, moveTo(to, -24 * 60)])).toBe(60);
  });

  it('are the 45 that are left when a session that nobody came to is closed', () => {
    expect(givenBack([asked], closed)).toBe(45);
  });

  it('are none that have passed: a quarter of an hour that has begun is gone', () => {
    expect(givenBack([asked], [16, due('close')])).toBe(30);
  });

  it('are none where nothing of the calendar changes', () => {
    expect(givenBack([], [-2, join(-2)])).toBe(0);
    expect(givenBack([], asked)).toBe(0);
    expect(minutesGivenBack(undefined, given(), startPlus(-1))).toBe(0);
  });

  it('are taken back with the no-show', () => {
    const late: Step = [20, answer(14)];
    const booking = given([asked, closed]);
    const { booking: after } = when(booking, late);
    expect(after.status).toBe('confirmed');
    expect(minutesGivenBack(booking, after, startPlus(20))).toBeLessThan(0);
  });
});
