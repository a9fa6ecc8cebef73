import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { agreedAt, isPending } from '../../../lib/domain/booking/booking.ts';
import type { Book } from '../../../lib/domain/booking/commands.ts';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { stageOf } from '../../../lib/domain/booking/stage.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import {
  answer,
  approve,
  bookAnHour,
  cancel,
  DAY,
  DECIDE_BY,
  decline,
  due,
  given,
  join,
  loseMobile,
  MINUTE,
  moveFor,
  moveTo,
  pending,
  policy,
  refusalCode,
  refusalOf,
  restoreMobile,
  STAFF,
  START,
  type Step,
  startPlus,
  tell,
  when,
  withoutMobile,
} from '../given.ts';

const MILLISECOND = 1 / MINUTE;
const NEXT_DAY = START + DAY;
const KIM = 'per_kim';
const dayBefore = -26 * 60;
const first = cellAt(START);
const decideBy = startPlus(DECIDE_BY);

function waiting(...steps: Step[]): Booking {
  return given(steps, pending);
}

function move(start: number, minute: number, until = start + DECIDE_BY * MINUTE): Step {
  return [minute, { ...moveTo(start, minute), decideBy: until }];
}

describe('a booking that needs a person’s word', () => {
  test('is pending, holds its time, and waits for nothing but the end of the time to decide', () => {
    expect(waiting()).toMatchObject({
      status: 'pending',
      approval: { because: 'late-notices', decideBy },
      holds: { from: first, to: first + 4 },
    });
    expect(waiting().due).toEqual([{ kind: 'expire', at: decideBy }]);
    expect(isPending(waiting())).toBe(true);
    expect(agreedAt(waiting())).toBeUndefined();
  });

  test('is not made where nobody is left the time to decide, to the millisecond', () => {
    const refusal = refusalOf(() => tell([[DECIDE_BY, bookAnHour(pending)]]));
    expect(refusal).toMatchObject({
      code: 'approval-required',
      facts: { decideBy: '2026-11-24T11:00:00.000Z' },
    });
    expect(tell([[DECIDE_BY - MILLISECOND, bookAnHour(pending)]]).booking.status).toBe('pending');
  });

  test('reminds, asks and closes nobody: timers of agreed sessions are none of its', () => {
    const all = ['remind-24h', 'remind-2h', 'check-in', 'close', 'finish'] as const;
    for (const kind of all) expect(when(waiting(), [90, due(kind)]).events).toEqual([]);
  });

  test('can’t be joined by anyone, even where it could still be approved at its start', () => {
    const late: Partial<Book> = { approval: { because: 'company', decideBy: START } };
    expect(refusalCode(given([], late), [-10, join(-10)])).toBe('outside-join-window');
    expect(refusalOf(() => when(given([], late), [-10, join(-10)])).facts).toEqual({
      from: new Date(startPlus(-15)).toISOString(),
    });
    expect(when(given([[-11, approve()]], late), [-10, join(-10)]).events).toMatchObject([
      { type: 'attendee-joined' },
    ]);
  });

  test('can’t be answered by text: whatever is said changes and answers nothing', () => {
    const ends = [waiting([dayBefore, decline()]), waiting([DECIDE_BY, due('expire')])];
    for (const booking of [waiting(), ...ends])
      for (const meaning of ['coming', 'cannot', 'move', 'help', 'unclear'] as const)
        expect(when(booking, [-60, answer(-60, meaning)]).events).toEqual([]);
  });

  test('offers nothing by text', () => {
    const at = (booking: Booking, minute: number) => stageOf(booking, startPlus(minute), standardPolicy);
    expect(at(waiting(), dayBefore)).toBe('idle');
    expect(at(waiting([dayBefore, approve()]), dayBefore)).toBe('early');
  });

  test('can be cancelled by its link as ever, and frees its time', () => {
    const { events, booking } = when(waiting(), [-66, cancel(-66, 'Solved')]);
    expect(events).toMatchObject([{ type: 'cancelled', by: 'link', reason: 'Solved' }]);
    expect(booking).toMatchObject({ status: 'cancelled', due: [] });
    expect(booking).not.toHaveProperty('holds');
    expect(refusalCode(waiting(), [-65, cancel(-65)])).toBe('outside-change-window');
  });
});

describe('moving a pending booking', () => {
  test('leaves it pending, with another time to decide by', () => {
    const { events, booking } = when(waiting(), move(NEXT_DAY, dayBefore));
    const until = NEXT_DAY + DECIDE_BY * MINUTE;
    expect(events).toMatchObject([
      { type: 'rescheduled', decideBy: until, timers: [{ kind: 'expire', at: until }] },
    ]);
    expect(booking).toMatchObject({
      status: 'pending',
      start: NEXT_DAY,
      version: 2,
      approval: { because: 'late-notices', decideBy: until },
      due: [{ kind: 'expire', at: until }],
    });
  });

  test('leaves the timer of the old time without a say', () => {
    const { booking } = when(waiting(), move(NEXT_DAY, dayBefore));
    expect(when(booking, [DECIDE_BY, due('expire', 1)]).events).toEqual([]);
    expect(when(booking, [DECIDE_BY, due('expire', 2)]).events).toEqual([]);
    expect(when(booking, [DECIDE_BY + 24 * 60, due('expire', 2)]).events).toMatchObject([
      { type: 'approval-expired' },
    ]);
  });

  test('is refused to a time at which nobody could decide any more', () => {
    const sooner = move(START - 60 * MINUTE, -280, startPlus(-280));
    expect(refusalCode(waiting(), sooner)).toBe('approval-required');
    expect(when(waiting(), move(START - 60 * MINUTE, -280, startPlus(-279))).events).toHaveLength(1);
  });

  test('is refused once nobody decided in time, though the timer is still on its way', () => {
    expect(refusalCode(waiting(), move(NEXT_DAY, DECIDE_BY))).toBe('already-over');
    expect(when(waiting(), move(NEXT_DAY, DECIDE_BY - MILLISECOND)).events).toHaveLength(1);
  });

  test('to the time that it has changes nothing', () => {
    expect(when(waiting(), move(START, dayBefore)).events).toEqual([]);
  });

  test('by staff leaves it pending too', () => {
    const command = { ...moveFor(NEXT_DAY, dayBefore), decideBy: NEXT_DAY + DECIDE_BY * MINUTE };
    expect(when(waiting(), [dayBefore, command]).booking).toMatchObject({
      status: 'pending',
      consultantId: 'kim',
    });
  });

  test('needs to be told until when it can be decided on', () => {
    expect(() => when(waiting(), [dayBefore, moveTo(NEXT_DAY, dayBefore)])).toThrow('a time to decide by');
  });

  test('once approved is a move like any other: it needs no second word', () => {
    const { booking, events } = when(waiting([dayBefore, approve()]), move(NEXT_DAY, dayBefore));
    expect(booking.status).toBe('confirmed');
    expect(events[0]).not.toHaveProperty('decideBy');
    expect(booking.due.map(({ kind }) => kind)).toContain('check-in');
  });
});

describe('approving', () => {
  test('makes it a booking like any other, with the timers that are still ahead', () => {
    const { events, booking } = when(waiting(), [dayBefore, approve(STAFF, 1, 'A good customer')]);
    expect(events).toEqual([
      {
        type: 'approved',
        at: startPlus(dayBefore),
        staffId: STAFF,
        reason: 'A good customer',
        timers: given().due,
      },
    ]);
    expect(booking).toMatchObject({
      status: 'confirmed',
      version: 1,
      approval: { approved: { at: startPlus(dayBefore), by: STAFF } },
      due: given().due,
    });
    expect(agreedAt(booking)).toBe(startPlus(dayBefore));
    expect(calendarChanges(waiting(), booking)).toEqual([]);
  });

  test('within a day of the session reminds of it once', () => {
    const { booking } = when(waiting(), [DECIDE_BY - 1, approve()]);
    expect(booking.due.map(({ kind }) => kind)).toEqual(['remind-2h', 'check-in', 'close', 'finish']);
  });

  test('leaves the expiry without a say', () => {
    expect(when(waiting([dayBefore, approve()]), [DECIDE_BY, due('expire')]).events).toEqual([]);
  });

  test('works until the time to decide is over, to the millisecond', () => {
    expect(when(waiting(), [DECIDE_BY - MILLISECOND, approve()]).events).toHaveLength(1);
    expect(refusalCode(waiting(), [DECIDE_BY, approve()])).toBe('not-pending');
    expect(refusalCode(waiting(), [DECIDE_BY, decline()])).toBe('not-pending');
  });

  test('again by the same person changes nothing, whatever they saw and has happened since', () => {
    const approved = waiting([dayBefore, approve(STAFF, 1)]);
    expect(when(approved, [dayBefore, approve(STAFF, 1)]).events).toEqual([]);
    const { booking } = when(approved, [-100, cancel(-100)]);
    expect(when(booking, [-90, approve(STAFF, 1)]).events).toEqual([]);
  });

  test('goes by the number as it is by then', () => {
    const closeOf = (booking: Booking) => booking.due.find(({ kind }) => kind === 'close')?.at;
    const lost = waiting([dayBefore, loseMobile()], [dayBefore, approve()]);
    expect(lost.due).not.toContainEqual(expect.objectContaining({ kind: 'check-in' }));
    expect(closeOf(lost)).toBe(startPlus(10));
    const back = waiting([dayBefore, loseMobile()], [dayBefore, restoreMobile], [dayBefore, approve()]);
    expect(back.due).toEqual(given().due);
    expect(back).not.toHaveProperty('mobileLost');
    const none = given([[dayBefore, approve()]], { ...pending, ...withoutMobile });
    expect(closeOf(none)).toBe(startPlus(10));
  });

  test('is no answer to a booking that never needed it', () => {
    expect(refusalCode(given(), [dayBefore, approve()])).toBe('not-pending');
    expect(refusalCode(given(), [dayBefore, decline()])).toBe('not-pending');
  });
});

describe('declining', () => {
  const { events, booking } = when(waiting(), [dayBefore, decline(STAFF, 1)]);

  test('ends it, with who did it and why, and frees its time', () => {
    expect(events).toEqual([
      { type: 'declined', at: startPlus(dayBefore), staffId: STAFF, reason: 'Too many late notices' },
    ]);
    expect(booking).toMatchObject({
      status: 'cancelled',
      cancelled: {
        at: startPlus(dayBefore),
        by: 'staff',
        staffId: STAFF,
        reason: 'Too many late notices',
      },
      due: [],
    });
    expect(calendarChanges(waiting(), booking)).toMatchObject([{ take: [], free: { length: 4 } }]);
  });

  test('again by the same person changes nothing', () => {
    expect(when(booking, [dayBefore, decline(STAFF, 1)]).events).toEqual([]);
  });

  test('of what was approved is refused: that is cancelled instead', () => {
    const approved = waiting([dayBefore, approve()]);
    expect(refusalCode(approved, [dayBefore, decline(STAFF, 2)])).toBe('not-pending');
  });
});

describe('an approval that nobody decides', () => {
  test('ends the booking by itself, once, not before its time', () => {
    expect(when(waiting(), [DECIDE_BY - MILLISECOND, due('expire')]).events).toEqual([]);
    const { events, booking } = when(waiting(), [DECIDE_BY, due('expire')]);
    expect(events).toEqual([{ type: 'approval-expired', at: decideBy }]);
    expect(booking).toMatchObject({
      status: 'cancelled',
      cancelled: { at: decideBy, by: 'showup' },
      due: [],
    });
    expect(booking).not.toHaveProperty('holds');
    expect(when(booking, [DECIDE_BY, due('expire')]).events).toEqual([]);
  });

  test('also ends it when the timer comes late', () => {
    expect(when(waiting(), [30, due('expire')]).booking.status).toBe('cancelled');
  });

  test('does so under whatever policy the booking is read', () => {
    const strict = policy({ lateNotices: { decideWorkingHoursBefore: 9 } });
    expect(when(waiting(), [DECIDE_BY - 1, due('expire')], strict).events).toEqual([]);
  });
});

describe('of two who decide at once', () => {
  const decisions = { approve, decline };
  const pairs = (['approve', 'decline'] as const).flatMap((one) =>
    (['approve', 'decline'] as const).map((other) => [one, other] as const),
  );

  test.each(pairs)('one wins and the other is told: %s, then %s', (one, other) => {
    const decided = waiting([dayBefore, decisions[one](STAFF, 1)]);
    expect(refusalOf(() => when(decided, [dayBefore, decisions[other](KIM, 1)]))).toMatchObject({
      code: 'changed-meanwhile',
      facts: { revision: 2 },
    });
    // Also where they didn't say what they saw.
    expect(refusalCode(decided, [dayBefore, decisions[other](KIM)])).toBe('changed-meanwhile');
  });

  test('the member may be the first', () => {
    const cancelled = waiting([dayBefore, cancel(dayBefore)]);
    for (const decision of [approve, decline])
      expect(refusalCode(cancelled, [dayBefore, decision(KIM, 1)])).toBe('changed-meanwhile');
    const moved = when(waiting(), move(NEXT_DAY, dayBefore)).booking;
    for (const decision of [approve, decline])
      expect(refusalCode(moved, [dayBefore, decision(KIM, 1)])).toBe('changed-meanwhile');
  });

  test('time may be the first', () => {
    const expired = waiting([DECIDE_BY, due('expire')]);
    expect(refusalCode(expired, [DECIDE_BY, approve(KIM, 1)])).toBe('changed-meanwhile');
    expect(refusalCode(expired, [DECIDE_BY, approve(KIM, 2)])).toBe('not-pending');
  });
});
