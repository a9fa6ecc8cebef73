import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../lib/domain/booking/stage.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import { answer, cancel, due, given, join, loseMobile, MINUTE, type Step, startPlus } from '../given.ts';

const MILLISECOND = 1 / MINUTE;
const asked: Step = [5, due('check-in')];

function stageAt(minute: number, steps: readonly Step[] = []): string {
  return stageOf(given(steps), startPlus(minute), standardPolicy);
}

describe('what can still be done by text', () => {
  test('is everything until 30 minutes before the start', () => {
    expect(stageAt(-3000)).toBe('early');
    expect(stageAt(-30 - MILLISECOND)).toBe('early');
    expect(stageAt(-30)).toBe('late');
  });

  test('changes with the question, when that is asked', () => {
    expect(stageAt(5)).toBe('late');
    expect(stageAt(5, [asked])).toBe('asked');
    expect(stageAt(9, [[9, due('check-in')]])).toBe('asked');
    expect(stageAt(5 - MILLISECOND, [[-10, answer(-10)]])).toBe('late');
    expect(stageAt(5, [[-10, answer(-10)]])).toBe('asked');
  });

  test('is nothing from the close on, or from the end where it was kept open', () => {
    expect(stageAt(15 - MILLISECOND, [asked])).toBe('asked');
    expect(stageAt(15, [asked])).toBe('idle');
    expect(stageAt(10, [[-100, loseMobile()]])).toBe('idle');
    expect(stageAt(59, [asked, [6, answer(6)]])).toBe('asked');
    expect(stageAt(60, [asked, [6, answer(6)]])).toBe('idle');
  });

  test('is nothing once somebody joined, or the booking is over', () => {
    expect(stageAt(-10, [[-12, join(-12)]])).toBe('idle');
    expect(stageAt(-60, [[-100, cancel(-100)]])).toBe('idle');
  });
});
