import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import {
  answer,
  closed,
  due,
  given,
  join,
  loseMobile,
  policy,
  refusalCode,
  START,
  type Step,
  startPlus,
  when,
  withoutMobile,
} from '../given.ts';

const first = cellAt(START);
const wholeSession = { from: first, to: first + 4 };
const asked: Step = [5, due('check-in')];

describe('an answer stamped before the close and learnt after it', () => {
  const { events, booking } = when(given(closed), [16, answer(14.8)]);

  test('takes the no-show back and opens the session again', () => {
    expect(events.map(({ type }) => type)).toEqual(['check-in-answered', 'no-show-reversed']);
    expect(events[1]).toMatchObject({ because: 'answered' });
    expect(booking).toMatchObject({ status: 'confirmed', checkIn: { answeredAt: startPlus(14.8) } });
    expect(booking).not.toHaveProperty('outcome');
  });

  test('takes the rest of the consultant’s time again', () => {
    expect(booking.holds).toEqual(wholeSession);
    expect(calendarChanges(given(closed), booking)).toEqual([
      { consultantId: 'robin', take: [first + 1, first + 2, first + 3], free: [] },
    ]);
  });

  test('leaves the end as the one thing to come: joined it completes, else it is a no-show again', () => {
    expect(booking.due).toEqual([{ kind: 'finish', at: startPlus(60) }]);
    expect(when(when(booking, [30, join(30)]).booking, [60, due('finish')]).booking.status).toBe('completed');
    expect(when(booking, [60, due('finish')]).booking.outcome?.reason).toBe(
      'never_joined_after_keeping_open',
    );
  });

  test('is nothing the second time', () => {
    expect(when(booking, [17, answer(14)]).events).toEqual([]);
    expect(when(booking, [17, answer(14.9)]).events).not.toContainEqual(
      expect.objectContaining({ type: 'no-show-reversed' }),
    );
  });
});

describe('a join stamped before the close and learnt after it', () => {
  const { events, booking } = when(given(closed), [16, join(14)]);

  test('takes the no-show back, and the session is in progress', () => {
    expect(events.map(({ type }) => type)).toEqual(['attendee-joined', 'no-show-reversed']);
    expect(events[1]).toMatchObject({ because: 'joined' });
    expect(booking).toMatchObject({
      status: 'in_progress',
      attendance: { joinedAt: startPlus(14) },
      holds: wholeSession,
      due: [{ kind: 'finish', at: startPlus(60) }],
    });
    expect(booking).not.toHaveProperty('outcome');
  });

  test('counts without a mobile number too, before that close', () => {
    const closedAt10 = given([[10, due('close')]], withoutMobile);
    expect(when(closedAt10, [11, join(9)]).booking.status).toBe('in_progress');
    expect(refusalCode(closedAt10, [11, join(10)])).toBe('already-over');
  });

  test('counts until the close that a late check-in moved', () => {
    const closedAt19 = given([
      [9, due('check-in')],
      [19, due('close')],
    ]);
    expect(when(closedAt19, [20, join(18)]).booking.status).toBe('in_progress');
    expect(refusalCode(closedAt19, [20, join(19)])).toBe('already-over');
  });

  test('of a session that had been kept open counts until the end', () => {
    const never = given([asked, [14, answer(14)], [60, due('finish')]]);
    expect(when(never, [61, join(59)]).booking).toMatchObject({
      status: 'completed',
      attendance: { joinedAt: startPlus(59) },
    });
    expect(refusalCode(never, [61, join(60)])).toBe('already-over');
    expect(when(never, [61, answer(59)]).events).toMatchObject([{ type: 'reply-noted', answer: 'too-late' }]);
  });
});

describe('a no-show is taken back without its time', () => {
  test.each<[string, Step]>([
    ['somebody else has it', [16, answer(14, 'coming', true)]],
    ['the session is over', [60, answer(14)]],
  ])('when %s: who had answered finds it cancelled by us', (_, step) => {
    const { events, booking } = when(given(closed), step);
    expect(events[1]).toEqual({
      type: 'no-show-reversed',
      at: startPlus(step[0]),
      because: 'answered',
      timers: [],
    });
    expect(booking).toMatchObject({ status: 'cancelled', cancelled: { by: 'showup' }, due: [] });
    expect(booking).not.toHaveProperty('outcome');
    expect(calendarChanges(given(closed), booking)).toEqual([]);
  });

  test.each<[string, Step]>([
    ['somebody else has it', [16, join(14, true)]],
    ['the session is over', [60, join(14)]],
  ])('when %s: who had joined has had the session', (_, step) => {
    const { booking } = when(given(closed), step);
    expect(booking).toMatchObject({ status: 'completed', attendance: { joinedAt: startPlus(14) }, due: [] });
    expect(booking).not.toHaveProperty('outcome');
    expect(calendarChanges(given(closed), booking)).toEqual([]);
  });
});

test('what was stamped before the doors opened, or after the close, takes nothing back', () => {
  for (const minute of [15, 15.5, 40]) {
    expect(refusalCode(given(closed), [41, join(minute)])).toBe('already-over');
    expect(when(given(closed), [41, answer(minute)]).events).toMatchObject([{ answer: 'too-late' }]);
  }
  expect(refusalCode(given(closed), [16, join(-16)])).toBe('outside-join-window');
  expect(when(given(closed), [16, answer(-16)]).events).toMatchObject([{ answer: 'too-late' }]);
});

test('a session that is open again keeps its buffer', () => {
  const rules = policy({ offering: { bufferMinutes: 30 } });
  const { booking } = when(given(closed, {}, rules), [16, answer(14)], rules);
  expect(booking.holds).toEqual({ from: first, to: first + 6 });
});

describe('a cancellation sent in time and learnt after a no-show', () => {
  const inTime = answer(-31, 'cannot');

  test.each<[string, readonly Step[], number]>([
    ['for absence', closed, 16],
    ['for late notice', [asked, [7, answer(7, 'cannot')]], 8],
    ['for absence, when the session is long over', closed, 600],
  ])('takes it back %s: the session was cancelled', (_, steps, minute) => {
    const { events, booking } = when(given(steps), [minute, inTime]);
    expect(events).toEqual([
      {
        type: 'no-show-reversed',
        at: startPlus(minute),
        because: 'cancelled',
        timers: [],
        notice: { stamp: startPlus(-31), messageId: 'm-31' },
      },
    ]);
    expect(booking).toMatchObject({
      status: 'cancelled',
      cancelled: { at: startPlus(minute), by: 'text' },
      due: [],
    });
    expect(booking).not.toHaveProperty('outcome');
    expect(booking).not.toHaveProperty('holds');
  });

  test('frees what the consultant’s calendar still held', () => {
    expect(calendarChanges(given(closed), when(given(closed), [16, inTime]).booking)).toEqual([
      { consultantId: 'robin', take: [], free: [first] },
    ]);
  });

  test('says so once, and then that the booking is over', () => {
    const cancelled = when(given(closed), [16, inTime]).booking;
    expect(when(cancelled, [17, inTime]).events).toMatchObject([{ answer: 'too-late' }]);
    expect(when(cancelled, [17, answer(14)]).events).toMatchObject([{ answer: 'too-late' }]);
    expect(when(cancelled, [17, answer(-32)]).events).toEqual([]);
  });

  test('is superseded by an answer that was sent later: it was kept open, and nobody came', () => {
    const neverJoined = given([asked, [6, answer(6)], [60, due('finish')]]);
    expect(when(neverJoined, [61, inTime]).events).toEqual([]);
  });

  test('needs to have been sent in time', () => {
    expect(when(given(closed), [16, answer(-30, 'cannot')]).events).toMatchObject([{ answer: 'too-late' }]);
    expect(when(given(closed), [16, answer(14, 'cannot')]).events).toMatchObject([{ answer: 'too-late' }]);
  });
});

describe('after a no-show, a 1', () => {
  test('that was sent before a 2 leaves it one, in whichever order the two arrive', () => {
    const late = given([...closed, [16, answer(14.5, 'cannot')]]);
    expect(when(late, [17, answer(14)]).events).toEqual([]);
    const answered = given([...closed, [16, answer(14)]]);
    expect(when(answered, [17, answer(14.5, 'cannot')]).booking.outcome?.reason).toBe('late_notice');
  });

  test('takes it back where a 2 was sent before it and had only been warned', () => {
    const warned = given([[-20, answer(-20, 'cannot')], ...closed]);
    const { booking } = when(warned, [16, answer(14)]);
    expect(booking.status).toBe('confirmed');
    expect(booking).not.toHaveProperty('warnedAt');
  });

  test('takes it back also where a 3 that was sent later was refused meanwhile', () => {
    const refused = given([...closed, [16, answer(15.5, 'move')]]);
    expect(when(refused, [17, answer(14)]).booking.status).toBe('confirmed');
  });
});

test('an answer of who had lost the number counts until the close of those without one', () => {
  const closedAt10 = given([
    [-100, loseMobile()],
    [10, due('close')],
  ]);
  expect(when(closedAt10, [11, answer(9)]).booking.status).toBe('confirmed');
  expect(when(closedAt10, [11, answer(10)]).booking.status).toBe('no_show');
});
