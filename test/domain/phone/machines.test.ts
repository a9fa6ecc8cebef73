import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { Said } from '../../../lib/domain/phone/which.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import { cancel, closed, DAY, due, START, type Step, startPlus } from '../given.ts';
import { Machine, type Talk } from './machine.ts';
import { session } from './phones.ts';

const { perNumberHour } = standardPolicy.texts;
const digits: readonly Said[] = [
  { meaning: 'coming', choice: 1 },
  { meaning: 'cannot', choice: 2 },
  { meaning: 'move', choice: 3 },
  { meaning: 'unclear', choice: 4 },
];

/** What we texted about, and when the machine's owner is away. */
const moments: Record<string, { readonly minute: number; readonly steps: readonly Step[] }> = {
  'days before': { minute: -2000, steps: [] },
  'shortly before': { minute: -20, steps: [] },
  'at the check-in': { minute: 5, steps: [[5, due('check-in')]] },
  'after a no-show': { minute: 15, steps: closed },
  'after a cancellation': { minute: -100, steps: [[-100, cancel(-100)]] },
};

function bookings(steps: readonly Step[], others: number): Booking[] {
  const later = [1, 2].slice(0, others);
  return [
    session('b0', steps),
    ...later.map((days) => session(`b${days}`, [], { start: START + days * DAY })),
  ];
}

function talk(moment: keyof typeof moments, others: number, answerOf: (round: number) => Said): Talk {
  const { minute = 0, steps = [] } = moments[moment] ?? {};
  return new Machine(bookings(steps, others), startPlus(minute)).talk('b0', answerOf);
}

const situations = Object.keys(moments).flatMap((moment) => [0, 1, 2].map((others) => ({ moment, others })));

describe('a machine that answers every text of ours', () => {
  test.each(situations)(
    'with words that we don’t understand hears from us once more (texted $moment, $others others)',
    (one) => {
      const { sent, ended, bookings: after } = talk(one.moment, one.others, () => ({ meaning: 'unclear' }));
      expect({ sent, ended }).toEqual({ sent: 2, ended: 'silence' });
      expect(after.map(({ status }) => status)).toEqual(
        bookings(moments[one.moment]?.steps ?? [], one.others).map(({ status }) => status),
      );
    },
  );

  test.each(situations)(
    'with yes hears from us once more, and nothing is closed (texted $moment, $others others)',
    (one) => {
      const { sent, ended, bookings: after } = talk(one.moment, one.others, () => ({ meaning: 'coming' }));
      expect({ sent, ended }).toEqual({ sent: 2, ended: 'silence' });
      expect(after.map(({ status }) => status)).toEqual(
        bookings(moments[one.moment]?.steps ?? [], one.others).map(({ status }) => status),
      );
    },
  );

  test.each(situations)(
    'with 3 ends in silence, and nothing is changed (texted $moment, $others others)',
    (one) => {
      const {
        sent,
        ended,
        bookings: after,
      } = talk(one.moment, one.others, () => ({ meaning: 'move', choice: 3 }));
      expect(ended).toBe('silence');
      expect(sent).toBeLessThanOrEqual(3);
      expect(after.map(({ version }) => version)).toEqual(after.map(() => 1));
    },
  );

  test.each(situations)(
    'with 2 ends in silence, and cancels no session that it wasn’t asked about (texted $moment, $others others)',
    (one) => {
      const {
        sent,
        ended,
        bookings: after,
      } = talk(one.moment, one.others, () => ({ meaning: 'cannot', choice: 2 }));
      expect(ended).toBe('silence');
      expect(sent).toBeLessThanOrEqual(perNumberHour);
      const untouched = after.filter(({ status }) => status === 'confirmed');
      expect(untouched.length).toBeGreaterThanOrEqual(Math.min(one.others, 1));
    },
  );

  test('with a digit at random ends in silence or at the limit', () => {
    const choices = fc.infiniteStream(fc.constantFrom(...digits));
    fc.assert(
      fc.property(fc.constantFrom(...situations), choices, ({ moment, others }, stream) => {
        const { sent } = talk(moment, others, () => stream.next().value);
        expect(sent).toBeLessThanOrEqual(perNumberHour);
      }),
      { numRuns: 500 },
    );
  });

  test('with HELP ends at the limit', () => {
    expect(talk('days before', 0, () => ({ meaning: 'help' }))).toMatchObject({
      sent: perNumberHour,
      ended: 'limit',
    });
  });
});
