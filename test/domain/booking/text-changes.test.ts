import { describe, expect, test } from 'vitest';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import {
  answer,
  cancel,
  DAY,
  due,
  given,
  join,
  MINUTE,
  moveTo,
  policy,
  refusalCode,
  START,
  type Step,
  startPlus,
  when,
} from '../given.ts';

const MILLISECOND = 1 / MINUTE;
const first = cellAt(START);

function noted(steps: readonly Step[], step: Step): string | undefined {
  const [event] = when(given(steps), step).events;
  return event?.type === 'reply-noted' ? event.answer : event?.type;
}

describe('cancelling by text', () => {
  test('works until 30 minutes before the start, to the millisecond', () => {
    expect(noted([], [-30, answer(-30 - MILLISECOND, 'cannot')])).toBe('cancelled');
    expect(noted([], [-30, answer(-30, 'cannot')])).toBe('late-notice-warned');
  });

  test('is confirmed with the text that did it, and frees the consultant', () => {
    const { events, booking } = when(given(), [-40, answer(-41, 'cannot')]);
    expect(events).toEqual([
      {
        type: 'cancelled',
        at: startPlus(-40),
        by: 'text',
        notice: { stamp: startPlus(-41), messageId: 'm-41' },
      },
    ]);
    expect(booking).toMatchObject({
      status: 'cancelled',
      cancelled: { at: startPlus(-40), by: 'text' },
      heard: { stamp: startPlus(-41), intent: 'cannot' },
      due: [],
    });
    expect(calendarChanges(given(), booking)).toEqual([
      { consultantId: 'robin', take: [], free: [first, first + 1, first + 2, first + 3] },
    ]);
  });

  test('counts when it was sent, not when it arrives: sent in time, it cancels after the check-in was asked', () => {
    const { booking } = when(given([[5, due('check-in')]]), [6, answer(-31, 'cannot')]);
    expect(booking).toMatchObject({ status: 'cancelled', cancelled: { by: 'text' } });
  });

  test('in time counts also when a later text that said the same arrived first, and had only been warned', () => {
    const warned = given([[-28, answer(-29, 'cannot')]]);
    expect(when(warned, [-27, answer(-40, 'cannot')]).booking.status).toBe('cancelled');
  });

  test('is taken back by what was said later, and arrived first', () => {
    expect(when(given([[-38, answer(-39)]]), [-37, answer(-40, 'cannot')]).events).toEqual([]);
    expect(when(given([[-38, answer(-39, 'move')]]), [-37, answer(-40, 'cannot')]).events).toEqual([]);
  });

  test('is taken back by what was said later also when an older word of the same kind has arrived since', () => {
    const coming: readonly Step[] = [
      [-121, answer(-121)],
      [-120, due('remind-2h')],
      [-119, answer(-130)],
    ];
    expect(given(coming).heard?.stamp).toBe(startPlus(-121));
    expect(when(given(coming), [-118, answer(-125, 'cannot')]).events).toEqual([]);
  });

  test('does not touch a booking that was moved after the text was sent', () => {
    const moved = given([[-70, moveTo(START + DAY, -70)]]);
    expect(when(moved, [-60, answer(-71, 'cannot')]).events).toEqual([]);
    expect(when(moved, [-60, answer(-69, 'cannot')]).booking.status).toBe('cancelled');
  });

  test('a second time says that it is over, and then nothing', () => {
    const cancelled: Step = [-40, answer(-40, 'cannot')];
    expect(noted([cancelled], [-39, answer(-39, 'cannot')])).toBe('too-late');
    expect(noted([cancelled, [-39, answer(-39, 'cannot')]], [-38, answer(-38, 'cannot')])).toBeUndefined();
    expect(noted([[-120, cancel(-120)]], [-60, answer(-130, 'cannot')])).toBe('too-late');
  });

  test('follows the policy’s number', () => {
    const rules = policy({ changes: { textUntilMinutes: 10 } });
    expect(when(given(), [-11, answer(-11, 'cannot')], rules).booking.status).toBe('cancelled');
  });
});

describe('moving by text', () => {
  test('is answered with a link, until 30 minutes before the start', () => {
    const { events, booking } = when(given(), [-100, answer(-100, 'move')]);
    expect(events).toEqual([
      {
        type: 'reply-noted',
        at: startPlus(-100),
        stamp: startPlus(-100),
        messageId: 'm-100',
        answer: 'move-link',
        intent: 'move',
        until: startPlus(-30),
      },
    ]);
    expect(booking).toMatchObject({ status: 'confirmed', noted: 'move-link', moveUntil: startPlus(-30) });
    expect(noted([], [-30, answer(-30, 'move')])).toBe('move-too-late');
    expect(noted([], [-30 - MILLISECOND, answer(-30 - MILLISECOND, 'move')])).toBe('move-link');
  });

  test('by that link works until 30 minutes before, where the links of the mails do no longer', () => {
    const linked = given([[-60, answer(-60, 'move')]]);
    expect(when(linked, [-31, moveTo(START + DAY, -31, ['robin'], 'text')]).booking.version).toBe(2);
    expect(refusalCode(linked, [-30, moveTo(START + DAY, -30, ['robin'], 'text')])).toBe(
      'outside-change-window',
    );
    expect(refusalCode(linked, [-60, moveTo(START + DAY, -60)])).toBe('outside-change-window');
  });

  test('that was asked for in time and learnt late gets 10 minutes from then, at most until the start', () => {
    const late = when(given(), [-25, answer(-31, 'move')]);
    expect(late.events).toMatchObject([{ answer: 'move-link', until: startPlus(-15) }]);
    expect(when(late.booking, [-16, moveTo(START + DAY, -16, ['robin'], 'text')]).booking).toMatchObject({
      version: 2,
      start: START + DAY,
    });
    expect(refusalCode(late.booking, [-15, moveTo(START + DAY, -15, ['robin'], 'text')])).toBe(
      'outside-change-window',
    );
    expect(when(given(), [-4, answer(-31, 'move')]).events).toMatchObject([{ until: START }]);
    expect(when(given(), [-30, answer(-31, 'move')]).events).toMatchObject([{ until: startPlus(-20) }]);
    expect(noted([], [0, answer(-31, 'move')])).toBe('move-too-late');
  });

  test('ends when somebody joins: a session is not moved under their feet', () => {
    const asked: Step = [-24, answer(-31, 'move')];
    const byText: Step = [-14.5, moveTo(START + DAY, -14.5, ['robin'], 'text')];
    expect(when(given([asked]), byText).booking.version).toBe(2);
    expect(refusalCode(given([asked, [-15, join(-15)]]), byText)).toBe('outside-change-window');
  });

  test('leaves no longer deadline behind once the session was moved', () => {
    const late = given([[-25, answer(-31, 'move')]]);
    const { booking } = when(late, [-20, moveTo(START + DAY, -20, ['robin'], 'text')]);
    expect(booking).not.toHaveProperty('moveUntil');
  });

  test('asked for again gets the same link only after an hour, or when it works longer', () => {
    const linked: Step = [-300, answer(-300, 'move')];
    expect(noted([linked], [-240 - MILLISECOND, answer(-240 - MILLISECOND, 'move')])).toBeUndefined();
    expect(noted([linked], [-240, answer(-240, 'move')])).toBe('move-link');
    expect(noted([linked, [-299, answer(-299)]], [-298, answer(-298, 'move')])).toBe('move-link');
    expect(when(given([[-50, answer(-50, 'move')]]), [-20, answer(-31, 'move')]).events).toMatchObject([
      { answer: 'move-link', until: startPlus(-10) },
    ]);
  });

  test('is too late with less notice, also after the check-in and of a session that is kept open', () => {
    expect(noted([], [-20, answer(-20, 'move')])).toBe('move-too-late');
    expect(noted([[5, due('check-in')]], [6, answer(6, 'move')])).toBe('move-too-late');
    expect(
      noted(
        [
          [5, due('check-in')],
          [6, answer(6)],
        ],
        [40, answer(40, 'move')],
      ),
    ).toBe('move-too-late');
    expect(noted([[-20, answer(-20, 'move')]], [-19, answer(-19, 'move')])).toBeUndefined();
  });

  test('that was refused takes nothing back of what was said before it and arrives after it', () => {
    const refused = given([
      [5, due('check-in')],
      [8, answer(8, 'move')],
    ]);
    expect(when(refused, [9, answer(7)]).events).toMatchObject([{ type: 'check-in-answered' }]);
    const refusedEarly = given([[-19, answer(-20, 'move')]]);
    expect(when(refusedEarly, [-18, answer(-40, 'cannot')]).booking.status).toBe('cancelled');
  });
});

describe('a session that somebody has joined', () => {
  const joined: readonly Step[] = [[-10, join(-10)]];

  test('is not cancelled, closed or moved by a text, whenever that was sent', () => {
    for (const meaning of ['cannot', 'move'] as const) {
      for (const stamp of [-40, -20, 6]) {
        expect(noted(joined, [7, answer(stamp, meaning)])).toBe('joined');
      }
    }
    expect(noted([...joined, [5, answer(5, 'cannot')]], [6, answer(6, 'move')])).toBeUndefined();
  });

  test('is over at its end, and that is what is said', () => {
    expect(noted(joined, [60, answer(60, 'cannot')])).toBe('too-late');
    expect(noted(joined, [60, answer(60, 'move')])).toBe('too-late');
    expect(noted([...joined, [60, due('finish')]], [61, answer(-40, 'cannot')])).toBe('too-late');
    expect(noted([...joined, [60, due('finish')]], [61, answer(-40, 'move')])).toBe('too-late');
  });

  test('and that was cancelled is not told of as going ahead', () => {
    const rules = policy({ start: { joinFromMinutes: 120 } });
    const cancelled = given(
      [
        [-100, join(-100)],
        [-90, cancel(-90)],
      ],
      {},
      rules,
    );
    expect(when(cancelled, [-80, answer(-80, 'cannot')], rules).events).toMatchObject([
      { answer: 'too-late' },
    ]);
  });
});
