import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import {
  answer,
  cancel,
  cancelFor,
  closed,
  complete,
  DAY,
  due,
  excuse,
  given,
  join,
  markJoined,
  moveFor,
  refusalCode,
  refusalOf,
  STAFF,
  START,
  type Step,
  startPlus,
  when,
  withoutMobile,
} from '../given.ts';

const NEXT_DAY = START + DAY;
const first = cellAt(START);
const joined: Step = [3, join(3)];

describe('a change that staff make for a member', () => {
  const changes: readonly (readonly [string, (stamp: number, staffId?: string, seen?: number) => Step[1]])[] =
    [
      ['cancelling', cancelFor],
      ['moving', (...asked) => moveFor(NEXT_DAY, ...asked)],
    ];

  test.each(changes)('works until the session ends, to the millisecond: %s', (_, change) => {
    const open = given([joined]);
    for (const minute of [-60, -20, 1, 59.99])
      expect(when(open, [minute, change(minute)]).events).toHaveLength(1);
    const late = refusalOf(() => when(open, [60, change(60)]));
    expect(late).toMatchObject({
      code: 'outside-change-window',
      facts: { until: '2026-11-24T16:00:00.000Z' },
    });
  });

  test.each(changes)('is judged by when it was asked, not by when it is decided: %s', (_, change) => {
    expect(when(given([joined]), [61, change(59)]).events).toHaveLength(1);
  });

  test.each(changes)('records who made it, and why: %s', (_, change) => {
    expect(when(given(), [-20, change(-20)]).events).toMatchObject([
      { by: 'staff', staffId: STAFF, reason: 'Robin is ill' },
    ]);
  });

  test.each(changes)('is none of a session that is over, a no-show included: %s', (_, change) => {
    const over = [given(closed), given([joined, [60, due('finish')]]), given([[-120, cancel(-120)]])];
    for (const booking of over) expect(refusalCode(booking, [62, change(40)])).toBe('already-over');
  });

  test.each(changes)('is made on what they saw, or not at all: %s', (_, change) => {
    const reminded = given([[-24 * 60, due('remind-24h')]]);
    const unseen = refusalOf(() => when(reminded, [-100, change(-100, STAFF, 1)]));
    expect(unseen).toMatchObject({ code: 'changed-meanwhile', facts: { revision: 2 } });
  });

  test('is on record in a cancelled booking', () => {
    expect(when(given(), [-20, cancelFor(-20)]).booking.cancelled).toEqual({
      at: startPlus(-20),
      by: 'staff',
      staffId: STAFF,
      reason: 'Robin is ill',
    });
  });

  test('takes a session that is under way to another time as one that nobody has joined yet', () => {
    const { booking } = when(given([joined]), [20, moveFor(NEXT_DAY, 20)]);
    expect(booking).toMatchObject({ status: 'confirmed', start: NEXT_DAY, consultantId: 'kim', version: 2 });
    expect(booking).not.toHaveProperty('attendance');
    expect(
      calendarChanges(given([joined]), booking).map(({ take, free }) => [take.length, free.length]),
    ).toEqual([
      [0, 4],
      [4, 0],
    ]);
  });

  test('that is repeated by the same person changes nothing, though they saw it as it was before', () => {
    const cancelled = given([[-20, cancelFor(-20, STAFF, 1)]]);
    expect(when(cancelled, [-19, cancelFor(-19, STAFF, 1)]).events).toEqual([]);
    const moved = given([[-20, moveFor(NEXT_DAY, -20, STAFF, 1)]]);
    expect(when(moved, [-19, moveFor(NEXT_DAY, -19, STAFF, 1)]).events).toEqual([]);
  });

  test('that somebody else was ahead of is refused: nobody gets to read its reason', () => {
    for (const other of [cancelFor(-20, 'per_kim'), cancel(-120)])
      expect(refusalCode(given([[-120, other]]), [-19, cancelFor(-19)])).toBe('already-over');
  });

  test('is found by the member’s own cancelling later, which changes nothing', () => {
    expect(when(given([[-120, cancelFor(-120)]]), [-119, cancel(-119)]).events).toEqual([]);
  });
});

describe('staff’s word that somebody joined', () => {
  test('counts as the link’s does, and names who gave it', () => {
    const { booking } = when(given(), [6, markJoined(2)]);
    expect(booking).toMatchObject({
      status: 'in_progress',
      attendance: { joinedAt: startPlus(2), evidence: 'staff', staffId: STAFF },
    });
  });

  test('takes a no-show back, where it is for a time before the close', () => {
    const { events, booking } = when(given(closed), [20, markJoined(14)]);
    expect(events.map(({ type }) => type)).toEqual(['attendee-joined', 'no-show-reversed']);
    expect(booking).toMatchObject({ status: 'in_progress', attendance: { evidence: 'staff' } });
    expect(booking).not.toHaveProperty('outcome');
    expect(refusalCode(given(closed), [20, markJoined(15)])).toBe('already-over');
  });

  test('takes an excused no-show back too: there is nothing left to excuse', () => {
    const { booking } = when(given([...closed, [20, excuse()]]), [21, markJoined(14)]);
    expect(booking).not.toHaveProperty('outcome');
  });

  test('adds nothing to a join that is known', () => {
    expect(when(given([joined]), [5, markJoined(4, 1)]).events).toEqual([]);
  });

  test('is given on what they saw', () => {
    expect(refusalCode(given(closed), [20, markJoined(14, 1)])).toBe('changed-meanwhile');
  });
});

describe('completing', () => {
  const { events, booking } = when(given([joined]), [20, complete()]);

  test('ends a session that somebody joined, and says who did', () => {
    expect(events).toMatchObject([{ type: 'completed', staffId: STAFF }]);
    expect(booking).toMatchObject({ status: 'completed', due: [] });
  });

  test('frees the rest of the consultant’s time, but for the quarter hour that has begun', () => {
    expect(calendarChanges(given([joined]), booking)).toEqual([
      { consultantId: 'robin', take: [], free: [first + 2, first + 3] },
    ]);
  });

  test('before the start frees all of it', () => {
    const early = given([[-10, join(-10)]]);
    expect(calendarChanges(early, when(early, [-5, complete()]).booking)).toMatchObject([
      { free: [first, first + 1, first + 2, first + 3] },
    ]);
  });

  test('is none where nobody has joined, kept open or not', () => {
    expect(refusalCode(given(), [20, complete()])).toBe('nobody-joined');
    expect(refusalCode(given([[6, answer(6)]]), [20, complete()])).toBe('nobody-joined');
  });

  test('again changes nothing, and neither does the end when it comes', () => {
    expect(when(booking, [21, complete(1)]).events).toEqual([]);
    expect(when(booking, [60, due('finish')]).events).toEqual([]);
  });
});

describe('excusing', () => {
  const noShows: readonly (readonly [string, readonly Step[]])[] = [
    ['nobody came', closed],
    [
      'it was kept open in vain',
      [
        [6, answer(6)],
        [60, due('finish')],
      ],
    ],
    [
      'notice came late',
      [
        [-25, answer(-25, 'cannot')],
        [-20, answer(-20, 'cannot')],
      ],
    ],
  ];

  test.each(noShows)('leaves the no-show on record, with who, when and why: %s', (_, steps) => {
    const before = given(steps);
    const { booking } = when(before, [70, excuse()]);
    expect(booking).toEqual({
      ...before,
      revision: before.revision + 1,
      outcome: {
        ...before.outcome,
        excused: { by: STAFF, at: startPlus(70), reason: 'The power was out' },
      },
      words: { [before.revision + 1]: 'The power was out' },
    });
  });

  test('is for no-shows alone', () => {
    for (const other of [given(), given([joined]), given([[-120, cancel(-120)]])]) {
      const refusal = refusalOf(() => when(other, [10, excuse()]));
      expect(refusal).toMatchObject({ code: 'not-a-no-show', facts: { bookingStatus: other.status } });
    }
  });

  test('again changes nothing; of two at once, the second is told', () => {
    const excused = given([...closed, [20, excuse()]], withoutMobile);
    expect(when(excused, [21, excuse(STAFF, 3)]).events).toEqual([]);
    expect(refusalOf(() => when(excused, [21, excuse('per_kim')]))).toMatchObject({
      code: 'changed-meanwhile',
      facts: { revision: excused.revision },
    });
  });
});
