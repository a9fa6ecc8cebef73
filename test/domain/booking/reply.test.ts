import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import {
  answer,
  cancel,
  closed,
  due,
  given,
  join,
  loseMobile,
  MINUTE,
  moveTo,
  START,
  type Step,
  startPlus,
  when,
} from '../given.ts';

const asked: Step = [5, due('check-in')];
const MILLISECOND = 1 / MINUTE;

function noted(booking: Booking, step: Step): string | undefined {
  const [event] = when(booking, step).events;
  return event?.type === 'reply-noted' ? event.answer : event?.type;
}

/** What is said to a text, or done: nothing, where it is only remembered that it was said. */
function answersTo(booking: Booking, step: Step): string[] {
  return when(booking, step).events.flatMap((event) =>
    event.type === 'reply-noted' ? (event.answer ?? []) : event.type,
  );
}

describe('an answer', () => {
  test('before the close keeps the session open until its end', () => {
    const { events, booking } = when(given([asked]), [14, answer(14)]);
    expect(events).toEqual([
      { type: 'check-in-answered', at: startPlus(14), stamp: startPlus(14), messageId: 'm14' },
    ]);
    expect(booking).toMatchObject({
      status: 'confirmed',
      checkIn: { askedAt: startPlus(5), answeredAt: startPlus(14), answer: 'keep' },
      due: [{ kind: 'remind-24h' }, { kind: 'remind-2h' }, { kind: 'finish', at: startPlus(60) }],
    });
  });

  test('a second time, or from who has joined, changes nothing', () => {
    expect(answersTo(given([asked, [10, answer(10)]]), [11, answer(11)])).toEqual([]);
    expect(answersTo(given([[3, join(3)]]), [6, answer(6)])).toEqual([]);
  });

  test('is judged by its stamp: a millisecond before the close is in time, the close itself is not', () => {
    expect(noted(given([asked]), [15, answer(15 - MILLISECOND)])).toBe('check-in-answered');
    expect(noted(given([asked]), [14, answer(15)])).toBe('too-late');
  });

  test('stamped after the close is too late, also before the close was decided', () => {
    expect(noted(given([asked]), [15.5, answer(15.5)])).toBe('too-late');
    expect(when(given([asked]), [15.5, answer(15.5)]).booking.status).toBe('confirmed');
  });

  test('from when the session can be joined keeps it open; before, it is good to know', () => {
    expect(noted(given(), [-15, answer(-15 - MILLISECOND)])).toBe('expected');
    expect(noted(given(), [-15, answer(-15)])).toBe('check-in-answered');
    expect(when(given(), [-15, answer(-15)]).booking.due.map(({ kind }) => kind)).not.toContain('check-in');
  });

  test('that somebody is coming changes nothing days before, and the check-in is still asked', () => {
    const { booking } = when(given(), [-2000, answer(-2000)]);
    expect(booking).toMatchObject({ noted: 'expected', due: given().due });
    expect(booking).not.toHaveProperty('checkIn');
    expect(when(booking, asked).events).toMatchObject([{ type: 'check-in-asked' }]);
  });

  test('is kept with when and in which text it was given', () => {
    expect(when(given(), [-100, answer(-101)]).events).toEqual([
      {
        type: 'reply-noted',
        at: startPlus(-100),
        stamp: startPlus(-101),
        messageId: 'm-101',
        answer: 'expected',
        intent: 'coming',
      },
    ]);
    expect(when(given(), [-100, answer(-101)]).booking.heard).toEqual({
      stamp: startPlus(-101),
      intent: 'coming',
    });
  });

  test('that is met with silence is remembered: what was said before it, and comes after it, changes nothing', () => {
    const keptTwice = given([asked, [7, answer(6)], [11, answer(10)]]);
    expect(when(keptTwice, [12, answer(8, 'cannot')]).events).toEqual([]);
    const comingTwice = given([
      [-99, answer(-100)],
      [-39, answer(-40)],
    ]);
    expect(when(comingTwice, [-38, answer(-41, 'cannot')]).events).toEqual([]);
  });

  test('that came too late to count leaves what was said in time its say', () => {
    const closedOut = given([asked, [15, due('close')], [16, answer(16)]]);
    expect(when(closedOut, [17, answer(-40, 'cannot')]).booking.status).toBe('cancelled');
  });

  test('in the same words is not answered twice in a row, and is again once something else has happened', () => {
    const expected = given([[-200, answer(-200)]]);
    expect(answersTo(expected, [-199, answer(-199)])).toEqual([]);
    expect(noted(when(expected, [-120, due('remind-2h')]).booking, [-119, answer(-119)])).toBe('expected');
    expect(
      noted(
        given([
          [-200, answer(-200)],
          [-199, answer(-199, 'move')],
        ]),
        [-198, answer(-198)],
      ),
    ).toBe('expected');
    const over = given([
      [-120, cancel(-120)],
      [-60, answer(-60)],
    ]);
    expect(when(over, [-59, answer(-59, 'move')]).events).toEqual([]);
  });

  test('to a booking that is over is told so, whatever its stamp, and keeps nothing open', () => {
    const cancelled = given([[-120, cancel(-120)]]);
    expect(noted(cancelled, [-60, answer(-60)])).toBe('too-late');
    expect(noted(cancelled, [5, answer(5)])).toBe('too-late');
    expect(when(cancelled, [5, answer(5)]).booking.status).toBe('cancelled');
    expect(
      noted(
        given([
          [3, join(3)],
          [60, due('finish')],
        ]),
        [61, answer(30)],
      ),
    ).toBe('too-late');
  });
});

describe('a text that is not understood', () => {
  test('is answered with help once, and then with silence', () => {
    const helped = when(given(), [-60, answer(-60, 'unclear')]);
    expect(helped.events).toEqual([
      {
        type: 'reply-noted',
        at: startPlus(-60),
        stamp: startPlus(-60),
        messageId: 'm-60',
        answer: 'unclear',
      },
    ]);
    expect(helped.booking.helped).toBe(true);
    expect(when(helped.booking, [-59, answer(-59, 'unclear')]).events).toEqual([]);
  });

  test.each<[string, Step]>([
    ['a move', [-70, moveTo(START + 60 * MINUTE, -70)]],
    ['a reminder', [-120 + 5, due('remind-2h')]],
    ['an answer', [6, answer(6)]],
    ['a late notice', [-20, answer(-20, 'cannot')]],
    ['an opt-out', [-20, loseMobile()]],
  ])('is answered again once something else has happened: %s', (_, [minute, command]) => {
    const helped = given([...(minute > 5 ? [asked] : []), [minute - 1, answer(minute - 1, 'unclear')]]);
    expect(when(helped, [minute, answer(minute, 'unclear')]).events).toEqual([]);
    const { booking } = when(helped, [minute, command]);
    expect(booking.helped).toBeUndefined();
    expect(noted(booking, [minute + 1, answer(minute + 1, 'unclear')])).toBe('unclear');
  });

  test('is met with silence also when something else was said meanwhile that changed nothing', () => {
    const chatty = given([
      [-100, answer(-100, 'unclear')],
      [-99, answer(-99)],
      [-98, answer(-98, 'move')],
    ]);
    expect(when(chatty, [-97, answer(-97, 'unclear')]).events).toEqual([]);
  });

  test('changes nothing about the booking', () => {
    const { helped: _, revision: __, ...after } = when(given(closed), [20, answer(20, 'unclear')]).booking;
    const { revision: ___, ...before } = given(closed);
    expect(after).toEqual(before);
  });
});

describe('who asks for help', () => {
  test('gets it every time, also after a text that was not understood', () => {
    const helped = given([
      [-60, answer(-60, 'unclear')],
      [-59, answer(-59, 'help')],
    ]);
    expect(noted(helped, [-58, answer(-58, 'help')])).toBe('help');
    expect(noted(given(closed), [70, answer(70, 'help')])).toBe('help');
  });

  test('has had the help that a text that is not understood would bring', () => {
    expect(when(given([[-60, answer(-60, 'help')]]), [-59, answer(-59, 'unclear')]).events).toEqual([]);
  });
});
