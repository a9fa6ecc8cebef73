import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { closed, due, given, join, moveFor, moveTo, START, startPlus, when } from '../given.ts';

const beside = given([], { beside: true });
const NEXT_DAY = startPlus(24 * 60);

describe('a session that our staff put beside another', () => {
  test('says so, and takes its cells whoever holds them, also in time off', () => {
    expect(beside).toMatchObject({ start: START, beside: true });
    const [change, ...more] = calendarChanges(undefined, beside);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ consultantId: 'robin', beside: true, free: [] });
    expect(change?.take).toHaveLength(4);
    expect(change).not.toHaveProperty('placed');
  });

  test.each([
    ['a member', moveTo(NEXT_DAY, -120)],
    ['our staff', moveFor(NEXT_DAY, -120)],
  ])('has its time for itself once %s moved it', (_, command) => {
    const { booking } = when(beside, [-120, command]);
    expect(booking).not.toHaveProperty('beside');
    const taken = calendarChanges(beside, booking).at(-1);
    expect(taken?.placed?.worked).toHaveLength(4);
    expect(taken).not.toHaveProperty('beside');
  });

  test('stays beside it when a no-show is taken back', () => {
    const noShow = given(closed, { beside: true });
    const { booking } = when(noShow, [16, join(14)]);
    expect(booking).toMatchObject({ status: 'in_progress', beside: true });
    expect(calendarChanges(noShow, booking)).toMatchObject([{ beside: true }]);
  });
});

describe('any other session', () => {
  test('is held to time off where it gets its place, and not by what happens to it there', () => {
    expect(calendarChanges(undefined, given())[0]?.placed).toMatchObject({ kept: [] });
    const noShow = given(closed);
    const { booking } = when(noShow, [16, join(14)]);
    expect(calendarChanges(noShow, booking)[0]).not.toHaveProperty('placed');
    expect(calendarChanges(given([[5, due('check-in')]]), noShow)[0]).not.toHaveProperty('placed');
  });
});
