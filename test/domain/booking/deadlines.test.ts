import { describe, expect, test } from 'vitest';
import { changeBy, checkInAt } from '../../../lib/domain/booking/timeline.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import { DAY, given, moveTo, policy, START, startPlus, withoutMobile } from '../given.ts';

describe('the deadlines of a booking', () => {
  test('are 65 minutes before the start by link, and 30 by text and by mail to staff', () => {
    expect(changeBy(given(), standardPolicy)).toEqual({
      link: startPlus(-65),
      mail: startPlus(-30),
      text: startPlus(-30),
    });
  });

  test('leave texts out without a mobile number, and so does the check-in', () => {
    expect(changeBy(given([], withoutMobile), standardPolicy)).toEqual({
      link: startPlus(-65),
      mail: startPlus(-30),
    });
    expect(checkInAt(given([], withoutMobile), standardPolicy)).toBeUndefined();
  });

  test('move with the session and follow the policy’s numbers', () => {
    const moved = given([[-120, moveTo(START + DAY, -120)]]);
    const rules = policy({ changes: { linkUntilMinutes: 40 }, start: { checkInAfterMinutes: 7 } });
    expect(changeBy(moved, rules).link).toBe(startPlus(24 * 60 - 40));
    expect(checkInAt(moved, rules)).toBe(startPlus(24 * 60 + 7));
  });
});
