import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { meaningOf } from '../../../lib/domain/reply.ts';
import {
  answer,
  cancel,
  closed,
  due,
  given,
  join,
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

describe('a text', () => {
  test.each(['1', ' 1 ', '1.', '1!', '1)', '\n1\r\n', '1 .'])('of %j keeps the session open', (body) => {
    expect(meaningOf(body)).toBe('keep');
  });

  test.each(['', '2', '11', '1 2', '-1', '1?', 'y', 'Yes', 'one', '10', '1:30 works', 'cancel', '٣'])(
    'of %j says nothing that we understand',
    (body) => {
      expect(meaningOf(body)).toBe('unclear');
    },
  );

  test('without a 1 is never taken for one', () => {
    const notOne = fc.string().filter((body) => !body.includes('1'));
    fc.assert(
      fc.property(notOne, (body) => {
        expect(meaningOf(body)).toBe('unclear');
      }),
    );
  });
});

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
    expect(when(given([asked, [10, answer(10)]]), [11, answer(11)]).events).toEqual([]);
    expect(when(given([[3, join(3)]]), [6, answer(6)]).events).toEqual([]);
  });

  test('is judged by its stamp: a millisecond before the close is in time, the close itself is not', () => {
    expect(noted(given([asked]), [15, answer(15 - MILLISECOND)])).toBe('check-in-answered');
    expect(noted(given([asked]), [14, answer(15)])).toBe('too-late');
  });

  test('stamped after the close is too late, also before the close was decided', () => {
    expect(noted(given([asked]), [15.5, answer(15.5)])).toBe('too-late');
    expect(when(given([asked]), [15.5, answer(15.5)]).booking.status).toBe('confirmed');
  });

  test('before anything can be joined is too early', () => {
    expect(noted(given(), [-16, answer(-16)])).toBe('too-early');
    expect(noted(given(), [-15, answer(-15)])).toBe('check-in-answered');
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
    expect(helped.events).toMatchObject([{ type: 'reply-noted', answer: 'help' }]);
    expect(helped.booking.helped).toBe(true);
    expect(when(helped.booking, [-59, answer(-59, 'unclear')]).events).toEqual([]);
  });

  test.each<[string, Step]>([
    ['a move', [-70, moveTo(START + 60 * MINUTE, -70)]],
    ['a reminder', [-120 + 5, due('remind-2h')]],
    ['an answer', [6, answer(6)]],
    ['an answer that was too late', [16, answer(16)]],
  ])('is answered again once something else has happened: %s', (_, [minute, command]) => {
    const helped = given([...(minute > 5 ? [asked] : []), [minute - 1, answer(minute - 1, 'unclear')]]);
    expect(when(helped, [minute, answer(minute, 'unclear')]).events).toEqual([]);
    const { booking } = when(helped, [minute, command]);
    expect(booking.helped).toBeUndefined();
    expect(noted(booking, [minute + 1, answer(minute + 1, 'unclear')])).toBe('help');
  });

  test('changes nothing about the booking', () => {
    const { helped: _, revision: __, ...after } = when(given(closed), [20, answer(20, 'unclear')]).booking;
    const { revision: ___, ...before } = given(closed);
    expect(after).toEqual(before);
  });
});
