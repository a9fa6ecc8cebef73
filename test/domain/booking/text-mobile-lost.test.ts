import { describe, expect, test } from 'vitest';
import { textableMobile } from '../../../lib/domain/booking/booking.ts';
import { changeBy, checkInAt } from '../../../lib/domain/booking/timeline.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import {
  answer,
  cancel,
  DAY,
  due,
  given,
  join,
  loseMobile,
  MINUTE,
  MOBILE,
  moveTo,
  policy,
  refusalCode,
  restoreMobile,
  START,
  type Step,
  startPlus,
  when,
  withoutMobile,
} from '../given.ts';

const MILLISECOND = 1 / MINUTE;
const asked: Step = [5, due('check-in')];
const lost: Step = [-100, loseMobile()];

function timersOf(steps: readonly Step[]): string[] {
  return given(steps).due.map(({ kind, at }) => `${kind} ${(at - START) / MINUTE}`);
}

describe('a session whose number can’t be texted any more', () => {
  test('goes by the rules of those without one: no check-in, and the close 10 minutes after the start', () => {
    const { events, booking } = when(given(), lost);
    expect(events).toEqual([
      { type: 'mobile-lost', at: startPlus(-100), reason: 'opted-out', closesAt: startPlus(10) },
    ]);
    expect(booking.mobileLost).toEqual({ at: startPlus(-100), reason: 'opted-out', closesAt: startPlus(10) });
    expect(timersOf([lost]).slice(-2)).toEqual(['close 10', 'finish 60']);
    expect(timersOf([lost]).join()).not.toContain('check-in');
    expect(when(booking, asked).events).toEqual([]);
    expect(when(booking, [10, due('close')]).booking.outcome?.reason).toBe('absent');
  });

  test('can be joined, and kept open by a text, until that close', () => {
    expect(when(given([lost]), [9, join(10 - MILLISECOND)]).booking.status).toBe('in_progress');
    expect(refusalCode(given([lost]), [10, join(10)])).toBe('already-over');
    expect(when(given([lost]), [9, answer(9)]).events).toMatchObject([{ type: 'check-in-answered' }]);
    expect(when(given([lost]), [10, answer(10)]).events).toMatchObject([{ answer: 'too-late' }]);
  });

  test('tells neither a deadline for texts nor a check-in', () => {
    expect(changeBy(given([lost]), standardPolicy)).toEqual({ link: startPlus(-65), mail: startPlus(-30) });
    expect(checkInAt(given([lost]), standardPolicy)).toBeUndefined();
    expect(textableMobile(given([lost]))).toBeUndefined();
    expect(textableMobile(given())).toBe(MOBILE);
  });

  test('closes at 10 minutes also when that was learnt after the question was sent', () => {
    expect(timersOf([asked, [6, loseMobile('refused')]]).slice(-2)).toEqual(['close 10', 'finish 60']);
    expect(timersOf([asked, [10 - MILLISECOND, loseMobile()]]).slice(-2)).toEqual(['close 10', 'finish 60']);
  });

  test('keeps the close that was told, where 10 minutes have passed', () => {
    expect(timersOf([asked, [10, loseMobile()]]).slice(-2)).toEqual(['close 15', 'finish 60']);
    const late = given([
      [9, due('check-in')],
      [12, loseMobile()],
    ]);
    expect(late.mobileLost?.closesAt).toBe(startPlus(19));
    expect(when(late, [18, join(18)]).booking.status).toBe('in_progress');
    expect(refusalCode(late, [19, join(19)])).toBe('already-over');
  });

  test('can be joined until the close that it has now, not the usual one', () => {
    const asIfAsked = given([asked, [10, loseMobile()]]);
    expect(when(asIfAsked, [14, join(15 - MILLISECOND)]).booking.status).toBe('in_progress');
    expect(refusalCode(asIfAsked, [15, join(15)])).toBe('already-over');
    const askedLate = given([
      [9, due('check-in')],
      [9.5, loseMobile('refused')],
    ]);
    expect(refusalCode(askedLate, [10, join(10)])).toBe('already-over');
  });

  test('closes no later than it would have, whatever the policy', () => {
    const rules = policy({ start: { closeWithoutMobileAfterMinutes: 20 } });
    expect(when(given([], {}, rules), lost, rules).events).toMatchObject([{ closesAt: startPlus(15) }]);
  });

  test('stays open where somebody joined or answered already', () => {
    for (const step of [
      [-10, answer(-10)],
      [-10, join(-10)],
    ] as const satisfies readonly Step[]) {
      const { events, booking } = when(given([step]), [-5, loseMobile()]);
      expect(events).toEqual([{ type: 'mobile-lost', at: startPlus(-5), reason: 'opted-out' }]);
      expect(booking.mobileLost).toEqual({ at: startPlus(-5), reason: 'opted-out' });
      expect(booking.due.map(({ kind }) => kind)).toEqual(['remind-24h', 'remind-2h', 'finish']);
      expect(when(booking, [20, answer(20, 'cannot')]).events).not.toMatchObject([{ answer: 'too-late' }]);
    }
  });

  test('is told so once, and not when it is over or never had a number', () => {
    expect(when(given([lost]), [-90, loseMobile('refused')]).events).toEqual([]);
    expect(when(given([[-100, cancel(-100)]]), [-90, loseMobile()]).events).toEqual([]);
    expect(when(given([], withoutMobile), lost).events).toEqual([]);
  });
});

describe('wanting texts again', () => {
  test('before the check-in brings it and the usual close back', () => {
    const { events, booking } = when(given([lost]), [-50, restoreMobile]);
    expect(events).toEqual([
      {
        type: 'mobile-restored',
        at: startPlus(-50),
        timers: [
          { kind: 'check-in', at: startPlus(5) },
          { kind: 'close', at: startPlus(15) },
        ],
      },
    ]);
    expect(booking).not.toHaveProperty('mobileLost');
    expect(booking.due).toEqual(given().due);
  });

  test('from the check-in’s time on changes nothing', () => {
    expect(when(given([lost]), [5 - MILLISECOND, restoreMobile]).events).toHaveLength(1);
    expect(when(given([lost]), [5, restoreMobile]).events).toEqual([]);
  });

  test('leaves a session as it is that was kept open', () => {
    const { events, booking } = when(
      given([
        [-10, answer(-10)],
        [-5, loseMobile()],
      ]),
      [-1, restoreMobile],
    );
    expect(events).toEqual([]);
    expect(booking.due.map(({ kind }) => kind)).toEqual(['remind-24h', 'remind-2h', 'finish']);
  });

  test('helps only who had opted out: not a number that the service refuses, nor one at its limit', () => {
    expect(when(given([[-100, loseMobile('refused')]]), [-50, restoreMobile]).events).toEqual([]);
    expect(when(given([[-100, loseMobile('withheld')]]), [-50, restoreMobile]).events).toEqual([]);
    expect(when(given(), [-50, restoreMobile]).events).toEqual([]);
    expect(when(given([lost, [-90, cancel(-90)]]), [-80, restoreMobile]).events).toEqual([]);
  });
});

describe('a booking with a number that is known not to be textable', () => {
  test('goes by the rules of those without one from the first', () => {
    const booking = given([], { mobileLost: 'refused' });
    expect(booking.mobileLost).toEqual({ at: booking.createdAt, reason: 'refused' });
    expect(booking.due).toEqual(given([], withoutMobile).due);
    expect(refusalCode(booking, [10, join(10)])).toBe('already-over');
  });
});

describe('a move', () => {
  test.each(['opted-out', 'refused'] as const)('leaves a number lost that was %s', (reason) => {
    const moved = given([
      [-100, loseMobile(reason)],
      [-90, moveTo(START + DAY, -90)],
    ]);
    expect(moved.mobileLost).toEqual({ at: startPlus(-100), reason });
    expect(moved.due.map(({ kind, at }) => [kind, at - START - DAY])).toEqual([
      ['remind-24h', -DAY],
      ['remind-2h', -120 * MINUTE],
      ['close', 10 * MINUTE],
      ['finish', 60 * MINUTE],
    ]);
    expect(refusalCode(moved, [24 * 60 + 10, join(24 * 60 + 10)])).toBe('already-over');
  });

  test('tries a number again that was held back by a limit', () => {
    const moved = given([
      [-100, loseMobile('withheld')],
      [-90, moveTo(START + DAY, -90)],
    ]);
    expect(moved).not.toHaveProperty('mobileLost');
    expect(moved.due.map(({ kind }) => kind)).toEqual([
      'remind-24h',
      'remind-2h',
      'check-in',
      'close',
      'finish',
    ]);
  });
});
