import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import {
  answer,
  due,
  given,
  join,
  loseMobile,
  MINUTE,
  moveTo,
  refusalCode,
  START,
  type Step,
  startPlus,
  when,
} from '../given.ts';

const MILLISECOND = 1 / MINUTE;
const first = cellAt(START);
const asked: Step = [5, due('check-in')];
const warned: Step = [-20, answer(-20, 'cannot')];

function typesOf(steps: readonly Step[], step: Step): string[] {
  return when(given(steps), step).events.map(({ type }) => type);
}

describe('less than 30 minutes before, a 2', () => {
  test('says first that this counts as a no-show, and changes nothing else', () => {
    const { events, booking } = when(given(), [-19, answer(-20, 'cannot')]);
    expect(events).toEqual([
      { type: 'late-notice-warned', at: startPlus(-19), stamp: startPlus(-20), messageId: 'm-20' },
    ]);
    expect(booking).toMatchObject({
      status: 'confirmed',
      warnedAt: startPlus(-19),
      heard: { stamp: startPlus(-20), intent: 'cannot' },
      due: given().due,
    });
  });

  test('once more closes it as late notice, and the consultant has all of the time back', () => {
    const { events, booking } = when(given([warned]), [-18, answer(-19, 'cannot')]);
    const holds = { from: first, to: first };
    expect(events).toEqual([
      {
        type: 'no-show-recorded',
        at: startPlus(-18),
        reason: 'late_notice',
        holds,
        notice: { stamp: startPlus(-19), messageId: 'm-19' },
      },
    ]);
    expect(booking).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'late_notice', at: startPlus(-18) },
      heard: { stamp: startPlus(-19), intent: 'cannot' },
      holds,
      due: [],
    });
    expect(calendarChanges(given(), booking)[0]?.free).toHaveLength(4);
  });

  test('that was sent before the warning was given is no answer to it', () => {
    const warnedAt19 = given([[-19, answer(-20, 'cannot')]]);
    expect(when(warnedAt19, [-18, answer(-19, 'cannot')]).booking.status).toBe('confirmed');
    expect(when(warnedAt19, [-18, answer(-19 + MILLISECOND, 'cannot')]).booking.status).toBe('no_show');
    expect(when(warnedAt19, [-18, answer(-25, 'cannot')]).events).toEqual([]);
  });

  test('is taken back by a 1, and then has to be warned of again', () => {
    const back = given([warned, [-18, answer(-18)]]);
    expect(back).toMatchObject({ status: 'confirmed', noted: 'expected' });
    expect(back).not.toHaveProperty('warnedAt');
    expect(when(back, [-17, answer(-17, 'cannot')]).events).toMatchObject([{ type: 'late-notice-warned' }]);
  });

  test('is taken back by a 1 that keeps the session open, and by one after that', () => {
    const kept = given([warned, [-10, answer(-10)]]);
    expect(kept).toMatchObject({ checkIn: { answer: 'keep' } });
    expect(kept).not.toHaveProperty('warnedAt');
    const again = given([
      [-10, answer(-10)],
      [-9, answer(-9, 'cannot')],
      [-8, answer(-8)],
    ]);
    expect(again.noted).toBe('expected');
    expect(again).not.toHaveProperty('warnedAt');
  });

  test('is not taken back by a 1 that was sent before it', () => {
    expect(typesOf([warned], [-18, answer(-21)])).toEqual([]);
    expect(typesOf([warned, [-18, answer(-18, 'cannot')]], [-17, answer(-19)])).toEqual([]);
  });

  test('stands when nothing more is said: the check-in is asked, and the session closes as an absence', () => {
    const closed = given([warned, asked, [15, due('close')]]);
    expect(closed.outcome).toEqual({ reason: 'absent', at: startPlus(15) });
  });

  test('is forgotten once the session was moved', () => {
    const late = given([
      [-25, answer(-31, 'move')],
      warned,
      [-18, moveTo(START + 60 * MINUTE, -18, ['robin'], 'text')],
    ]);
    expect(late).not.toHaveProperty('warnedAt');
    expect(when(late, [31, answer(31, 'cannot')]).events).toMatchObject([{ type: 'late-notice-warned' }]);
  });
});

describe('after the check-in, a 2', () => {
  test('closes the session at once, and the rest of the time is free', () => {
    const { events, booking } = when(given([asked]), [7, answer(6, 'cannot')]);
    expect(events).toMatchObject([{ type: 'no-show-recorded', reason: 'late_notice', at: startPlus(7) }]);
    expect(booking.holds).toEqual({ from: first, to: first + 1 });
  });

  test('is judged by when it was sent: before the question it is only warned of', () => {
    expect(typesOf([asked], [6, answer(5 - MILLISECOND, 'cannot')])).toEqual(['late-notice-warned']);
    expect(typesOf([asked], [6, answer(5, 'cannot')])).toEqual(['no-show-recorded']);
  });

  test('that comes before a check-in that is late is warned of, in whatever order the two are decided', () => {
    const lateCheckIn: Step = [8, due('check-in')];
    expect(typesOf([], [7, answer(6, 'cannot')])).toEqual(['late-notice-warned']);
    expect(typesOf([lateCheckIn], [9, answer(6, 'cannot')])).toEqual(['late-notice-warned']);
    expect(typesOf([lateCheckIn], [9, answer(8, 'cannot')])).toEqual(['no-show-recorded']);
  });

  test('closes a session that was kept open', () => {
    const kept: readonly Step[] = [asked, [6, answer(6)]];
    expect(typesOf(kept, [40, answer(40, 'cannot')])).toEqual(['no-show-recorded']);
    expect(typesOf(kept, [60, answer(60, 'cannot')])).toEqual(['reply-noted']);
  });

  test('of a session that was kept open before counts from the check-in’s usual time', () => {
    const kept: readonly Step[] = [[-10, answer(-10)]];
    expect(typesOf(kept, [5, answer(5 - MILLISECOND, 'cannot')])).toEqual(['late-notice-warned']);
    expect(typesOf(kept, [5, answer(5, 'cannot')])).toEqual(['no-show-recorded']);
  });

  test('of a number that couldn’t be asked is warned of', () => {
    expect(typesOf([[-100, loseMobile()]], [6, answer(6, 'cannot')])).toEqual(['late-notice-warned']);
  });

  test('is too late from the close on, and changes nothing', () => {
    const { events, booking } = when(given([asked]), [15, answer(15, 'cannot')]);
    expect(events).toMatchObject([{ answer: 'too-late' }]);
    expect(booking.heard).toBeUndefined();
    expect(booking.status).toBe('confirmed');
    expect(when(given([asked]), [15.5, answer(15 - MILLISECOND, 'cannot')]).booking.status).toBe('no_show');
  });
});

describe('a session that was given up', () => {
  const givenUp: readonly Step[] = [asked, [7, answer(7, 'cannot')]];

  test('can’t be joined any more', () => {
    expect(refusalCode(given(givenUp), [8, join(8)])).toBe('already-over');
  });

  test('is not kept open by a 1, whenever that was sent', () => {
    expect(when(given(givenUp), [8, answer(8)]).events).toMatchObject([{ answer: 'too-late' }]);
    expect(typesOf(givenUp, [8, answer(6)])).toEqual([]);
  });

  test('has no timers left to come', () => {
    expect(typesOf(givenUp, [15, due('close')])).toEqual([]);
    expect(typesOf(givenUp, [60, due('finish')])).toEqual([]);
  });
});
