import { describe, expect, test } from 'vitest';
import { isOver } from '../../../lib/domain/booking/booking.ts';
import { closesAt, joinWindow } from '../../../lib/domain/booking/timeline.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import {
  answer,
  closed,
  complete,
  DAY,
  due,
  erase,
  given,
  HOUR,
  join,
  loseMobile,
  MINUTE,
  markJoined,
  markNoShow,
  moveFor,
  pending,
  refusalCode,
  refusalOf,
  reopen,
  type Step,
  startPlus,
  when,
  withdrawJoin,
  withoutMobile,
} from '../given.ts';
import { always } from './always.ts';

const joinedAt1: Step = [1, markJoined(1)];
const askedFirst: readonly Step[] = [
  [5, due('check-in')],
  [7, markJoined(7)],
];

function dueOf(steps: readonly Step[], changes = {}) {
  const { due: timers } = given(steps, changes);
  const minutes = timers.map(({ kind, at }) => [kind, (at - startPlus(0)) / MINUTE]);
  // Nobody lets the reminders come in these stories.
  return minutes.filter(([kind]) => !String(kind).startsWith('remind'));
}

describe('a join that our staff noted by mistake and take back', () => {
  test('before the question, leaves all as it would have been', () => {
    expect(dueOf([joinedAt1, [3, withdrawJoin()]])).toEqual([
      ['check-in', 5],
      ['close', 15],
      ['finish', 60],
    ]);
    const { status, attendance } = given([joinedAt1, [3, withdrawJoin()]]);
    expect([status, attendance]).toEqual(['confirmed', undefined]);
  });

  test('after the question would have gone out, puts it in a minute, with the whole time for an answer', () => {
    expect(dueOf([joinedAt1, [20, withdrawJoin()]])).toEqual([
      ['check-in', 21],
      ['close', 31],
      ['finish', 60],
    ]);
    const booking = given([joinedAt1, [20, withdrawJoin()], [21, due('check-in')]]);
    expect(closesAt(booking, standardPolicy)).toBe(startPlus(31));
    expect(when(booking, [32, answer(30.9)]).events).toMatchObject([{ type: 'check-in-answered' }]);
    expect(when(booking, [31, due('close')]).events).toMatchObject([{ type: 'no-show-recorded' }]);
  });

  test('while the question still stands, gives the whole time for an answer from then on', () => {
    const steps: readonly Step[] = [...askedFirst, [9, withdrawJoin()]];
    expect(dueOf(steps)).toEqual([
      ['close', 19],
      ['finish', 60],
    ]);
    const booking = given(steps);
    expect(booking.checkIn).toEqual({ askedAt: startPlus(5) });
    expect(joinWindow(booking, standardPolicy).until).toBe(startPlus(19));
    expect(when(booking, [18, answer(18)]).events).toMatchObject([{ type: 'check-in-answered' }]);
  });

  test('once the time that they were told has passed, asks once more', () => {
    const booking = given([...askedFirst, [20, withdrawJoin()]]);
    expect(booking).not.toHaveProperty('checkIn');
    expect(booking.due).toContainEqual({ kind: 'check-in', at: startPlus(21) });
  });

  test('keeps the session open where they had texted meanwhile that they are coming', () => {
    const booking = given([...askedFirst, [8, answer(8)], [20, withdrawJoin()]]);
    expect(booking.checkIn).toMatchObject({
      askedAt: startPlus(5),
      answeredAt: startPlus(8),
      answer: 'keep',
    });
    expect(booking.due).not.toContainEqual(expect.objectContaining({ kind: 'close' }));
  });

  test('does so too where they had answered before they were noted as joined', () => {
    const steps: readonly Step[] = [
      [5, due('check-in')],
      [6, answer(6)],
      [7, markJoined(7)],
      [20, withdrawJoin()],
    ];
    expect(given(steps).checkIn?.answeredAt).toBe(startPlus(6));
    expect(dueOf(steps)).toEqual([['finish', 60]]);
  });

  test.each([
    ['no number was given', [], withoutMobile],
    ['the number was lost', [[-60, loseMobile()] as Step], {}],
  ])('closes later where %s, and nobody can be asked', (_, before, changes) => {
    const steps = [...before, joinedAt1, [8, withdrawJoin()] as Step];
    expect(dueOf(steps, changes)).toEqual([
      ['close', 18],
      ['finish', 60],
    ]);
    expect(when(given(steps, changes), [17, join(17)]).booking.status).toBe('in_progress');
    expect(refusalCode(given(steps, changes), [18, join(18)])).toBe('already-over');
  });

  test('never closes after the end', () => {
    const steps: readonly Step[] = [joinedAt1, [55, withdrawJoin()]];
    expect(dueOf(steps, withoutMobile)).toEqual([
      ['close', 60],
      ['finish', 60],
    ]);
  });

  test('is forgotten, with its later close, once the session is moved', () => {
    const booking = given([joinedAt1, [8, withdrawJoin()]], withoutMobile);
    expect(booking.closesAt).toBe(startPlus(18));
    const { booking: moved } = when(booking, [9, moveFor(startPlus(0) + DAY, 9)]);
    expect(moved).not.toHaveProperty('closesAt');
    expect(closesAt(moved, standardPolicy)).toBe(startPlus(10) + DAY);
  });

  test('is not taken back where it is the attendee’s own, or the provider’s', () => {
    for (const evidence of ['link', 'provider'] as const) {
      const joined = given([[1, { type: 'join', evidence, stamp: startPlus(1) }]]);
      const refused = refusalOf(() => when(joined, [3, withdrawJoin()]));
      expect([refused.code, refused.facts]).toEqual(['join-stands', { evidence }]);
    }
  });

  test('is not taken back when there is no time left to ask, nor of a session that is over', () => {
    expect(refusalCode(given([joinedAt1]), [59, withdrawJoin()])).toBe('already-over');
    expect(refusalCode(given([joinedAt1, [6, complete()]]), [7, withdrawJoin()])).toBe('already-over');
    expect(refusalCode(given(closed), [16, withdrawJoin()])).toBe('already-over');
  });

  test('taken back again, or where nobody had joined, changes nothing', () => {
    expect(when(given(), [3, withdrawJoin()]).events).toEqual([]);
    expect(when(given([joinedAt1, [3, withdrawJoin()]]), [4, withdrawJoin('per_kim')]).events).toEqual([]);
  });

  test('by somebody who had not seen what changed since, is refused with the revision', () => {
    expect(refusalCode(given([joinedAt1]), [3, withdrawJoin('per_kim', 1)])).toBe('changed-meanwhile');
  });

  test('whatever happened, leaves at least the time for an answer, or to the end', () => {
    let met = 0;
    always((model, { command, events, after }) => {
      if (command.type !== 'withdraw-join' || events.length === 0 || after === undefined) return;
      met++;
      const close = after.due.find(({ kind }) => kind === 'close')?.at ?? after.end;
      expect(close).toBeGreaterThanOrEqual(Math.min(after.end, model.now + 10 * MINUTE));
      const question = after.due.some(({ kind }) => kind === 'check-in');
      const wasAsked = after.checkIn?.askedAt !== undefined || after.checkIn?.answeredAt !== undefined;
      const reachable = after.attendee.mobile !== undefined && after.mobileLost === undefined;
      expect(question || wasAsked || !reachable).toBe(true);
      expect(isOver(after)).toBe(false);
    }, 250);
    expect(met).toBeGreaterThan(0);
  });
});

describe('a no-show that our staff record', () => {
  test('closes the session from its start on, and frees the rest of the consultant’s time', () => {
    const { booking, events } = when(given(), [3, markNoShow('per_sam', undefined, 'The room is empty')]);
    expect(events).toMatchObject([
      { type: 'no-show-recorded', reason: 'absent', staffId: 'per_sam', text: 'The room is empty' },
    ]);
    expect(booking).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'absent', staffId: 'per_sam' },
      due: [],
    });
    expect(booking.words).toEqual({ '2': 'The room is empty' });
    expect((booking.holds?.to ?? 0) - (booking.holds?.from ?? 0)).toBe(1);
  });

  test('says that it had been kept open, where it had', () => {
    const kept = given([
      [5, due('check-in')],
      [6, answer(6)],
    ]);
    expect(when(kept, [30, markNoShow()]).booking.outcome?.reason).toBe('never_joined_after_keeping_open');
  });

  test('is taken back by who joins, or answers, in time all the same', () => {
    const early = given([[2, markNoShow()]]);
    expect(when(early, [4, join(4)]).booking.status).toBe('in_progress');
    expect(when(early, [9, answer(9)]).booking.status).toBe('confirmed');
  });

  test.each<[string, readonly Step[], number, string]>([
    ['before the start', [], -0.1, 'not-begun'],
    ['where somebody has joined', [[1, join(1)]], 3, 'somebody-joined'],
    ['where it was closed already', closed, 16, 'already-over'],
    ['where somebody else of our staff did so', [[2, markNoShow('per_kim')]], 3, 'already-over'],
  ])('is refused %s', (_, steps, minute, code) => {
    expect(refusalCode(given(steps), [minute, markNoShow()])).toBe(code);
  });

  test('is refused of what was never approved', () => {
    expect(refusalCode(given([], pending), [1, markNoShow()])).toBe('not-begun');
  });

  test('again by the same person changes nothing, and whom somebody was ahead of is told', () => {
    const recorded = given([[2, markNoShow('per_kim')]]);
    expect(when(recorded, [3, markNoShow('per_kim', 1)]).events).toEqual([]);
    expect(refusalCode(recorded, [3, markNoShow('per_sam', 1)])).toBe('changed-meanwhile');
  });
});

describe('a session that our staff completed too soon', () => {
  const done = given([joinedAt1, [20, complete()]]);

  test('is taken up again until its end, with its time', () => {
    const { booking, events } = when(done, [22, reopen('per_sam')]);
    expect(events).toMatchObject([{ type: 'reopened', staffId: 'per_sam' }]);
    expect(booking).toMatchObject({ status: 'in_progress', due: [{ kind: 'finish', at: startPlus(60) }] });
    expect(booking.holds).toEqual(given().holds);
    expect(when(booking, [60, due('finish')]).booking.status).toBe('completed');
  });

  test('again changes nothing', () => {
    expect(when(when(done, [22, reopen()]).booking, [23, reopen('per_kim')]).events).toEqual([]);
  });

  test.each<[string, readonly Step[], number, string]>([
    ['its end has come', [joinedAt1, [20, complete()]], 60, 'already-over'],
    ['it was forgotten whom it was for', [joinedAt1, [20, complete()], [21, erase()]], 22, 'already-over'],
    ['it is still to come', [], 3, 'not-completed'],
    ['nobody came', closed, 16, 'not-completed'],
  ])('stays so where %s', (_, steps, minute, code) => {
    expect(refusalCode(given(steps), [minute, reopen()])).toBe(code);
  });
});

describe('a session that our staff set', () => {
  const booked = given([], {
    by: 'staff',
    staffId: 'per_sam',
    reason: 'Their server is down',
    start: startPlus(7),
  });

  test('says who set it, and keeps what they gave for it with the words', () => {
    expect(booked).toMatchObject({ bookedBy: 'per_sam', words: { '1': 'Their server is down' } });
    expect(booked).not.toHaveProperty('reason');
    expect(booked).not.toHaveProperty('staffId');
  });

  test('holds every quarter hour that it touches', () => {
    const cells = (booked.holds?.to ?? 0) - (booked.holds?.from ?? 0);
    expect([cells, (booked.holds?.from ?? 0) * 15 * MINUTE]).toEqual([5, startPlus(0)]);
    expect(booked.end - booked.start).toBe(HOUR);
  });
});
