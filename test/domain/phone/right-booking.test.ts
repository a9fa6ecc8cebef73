import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { decide } from '../../../lib/domain/booking/decide.ts';
import { evolve } from '../../../lib/domain/booking/evolve.ts';
import type { Phone } from '../../../lib/domain/phone/phone.ts';
import { bookingMeant, type Incoming, MOST_LISTED, type Said } from '../../../lib/domain/phone/which.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import {
  answer,
  cancel,
  closed,
  DAY,
  due,
  join,
  loseMobile,
  MOBILE,
  moveTo,
  START,
  type Step,
  startPlus,
} from '../given.ts';
import { incoming, OTHER_MOBILE, session } from './phones.ts';

const asked: Step = [5, due('check-in')];
/** The minute in which the text is brought; everything before has happened by then. */
const NOW = 75;

const lives: readonly (readonly Step[])[] = [
  [],
  [asked],
  [asked, [6, answer(6)]],
  [asked, [6, answer(6)], [60, due('finish')]],
  [[-20, answer(-20, 'cannot')]],
  [asked, [7, answer(7, 'cannot')]],
  [[-120, cancel(-120)]],
  [[-40, answer(-40, 'cannot')]],
  [[-70, moveTo(START + DAY, -70)]],
  [[-100, loseMobile()]],
  closed,
  [[3, join(3)]],
  [
    [3, join(3)],
    [60, due('finish')],
  ],
];

const booking = fc.record({
  life: fc.constantFrom(...lives),
  mobile: fc.constantFrom(MOBILE, MOBILE, OTHER_MOBILE),
  days: fc.constantFrom(0, 0, 0, 0, 1, 2),
});
const bookings = fc
  .array(booking, { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map(({ life, mobile, days }, index) =>
      session(`b${index}`, days === 0 ? life : [], { mobile, start: START + days * DAY }),
    ),
  );
const minute = fc.integer({ min: -3 * 24 * 60 - 60, max: NOW });
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom<Said>(
    { meaning: 'coming' },
    { meaning: 'cannot' },
    { meaning: 'move' },
    { meaning: 'help' },
  ),
  fc.constantFrom<Said>(
    { meaning: 'coming', choice: 1 },
    { meaning: 'cannot', choice: 2 },
    { meaning: 'move', choice: 3 },
    { meaning: 'unclear', choice: 4 },
    { meaning: 'unclear' },
  ),
);

/** A number, mixed up with another one's bookings as badly as an index could. */
const text: fc.Arbitrary<Incoming> = bookings.chain((known) => {
  const ids = fc.constantFrom(...known.map(({ id }) => id));
  const since = fc.integer({ min: -3 * 24 * 60, max: NOW });
  const texted = fc.array(fc.tuple(ids, since), { maxLength: 6 });
  const question = fc.option(
    fc.record({
      askedAt: since.map(startPlus),
      intent: fc.constantFrom('coming' as const, 'cannot' as const, 'move' as const),
      options: fc.uniqueArray(ids, { minLength: 1, maxLength: MOST_LISTED }),
    }),
    { nil: undefined },
  );
  return fc
    .tuple(
      said,
      fc.oneof(minute, fc.integer({ min: -60, max: 20 }), fc.integer({ min: 16, max: NOW })),
      texted,
      question,
    )
    .map(([reply, at, threads, ask]) => {
      const changes: Partial<Phone> = {
        threads: threads
          .map(([bookingId, textedAt]) => ({ bookingId, textedAt: startPlus(textedAt) }))
          .toSorted((a, b) => a.textedAt - b.textedAt),
        ...(ask === undefined ? {} : { question: ask }),
      };
      return incoming(reply, at, known, changes);
    });
});

/** When a booking was over, by what is recorded of it (ms). */
function overAt({ status, outcome, cancelled, end }: Booking): number {
  if (status === 'completed') return end;
  return outcome?.at ?? cancelled?.at ?? Number.POSITIVE_INFINITY;
}

/** What a text changes of the booking that it means; undefined where it means none. */
function changed(one: Incoming): { before: Booking; after: Booking } | undefined {
  const meant = bookingMeant(one);
  if ('ask' in meant || meant.about === 'nothing') return undefined;
  const { about: before, meaning } = meant;
  const reply = { type: 'reply', stamp: one.stamp, messageId: 'm', meaning } as const;
  const after = decide(before, reply, startPlus(NOW), standardPolicy).reduce<Booking>(evolve, before);
  return { before, after };
}

function always(look: (one: Incoming) => void): void {
  fc.assert(fc.property(text, look), { numRuns: 3000 });
}

test('no text ever means a booking of another number, or one that was made after it was sent', () => {
  always((one) => {
    const meant = changed(one);
    if (meant === undefined) return;
    expect(meant.before.attendee.mobile).toBe(MOBILE);
    expect(meant.before.createdAt).toBeLessThanOrEqual(one.stamp);
  });
});

test('no text ever changes a booking that was over when it was sent: at most it is told what is true', () => {
  let over = 0;
  always((one) => {
    const meant = changed(one);
    if (meant === undefined || one.stamp < overAt(meant.before)) return;
    over += 1;
    const { revision: _, noted: __, heard: ___, helped: ____, ...before } = meant.before;
    expect(meant.after).toMatchObject(before);
    expect(meant.after.status).toBe(meant.before.status);
  });
  expect(over).toBeGreaterThan(40);
});

test('no text ever cancels or closes a session that somebody joined, or one at less notice unwarned', () => {
  always((one) => {
    const meant = changed(one);
    if (meant === undefined || meant.after.status === meant.before.status) return;
    expect(meant.before.attendance).toBeUndefined();
    const { start, warnedAt, checkIn, outcome } = meant.before;
    const late = one.stamp >= start - standardPolicy.changes.textUntilMinutes * 60_000;
    if (late) expect([warnedAt, checkIn?.askedAt, outcome?.at].some((at) => at !== undefined)).toBe(true);
  });
});

test('what is asked lists the number’s own sessions that were open, four at the most, the soonest first', () => {
  let lists = 0;
  always((one) => {
    const meant = bookingMeant(one);
    if (!('ask' in meant)) return;
    lists += 1;
    const { options, ask } = meant;
    expect(ask).toBe(one.reply.meaning);
    expect(options.length).toBeGreaterThan(0);
    expect(options.length).toBeLessThanOrEqual(MOST_LISTED);
    expect(options.map(({ start }) => start)).toEqual(
      options.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    for (const option of options) {
      expect(option.attendee.mobile).toBe(MOBILE);
      expect(option.createdAt).toBeLessThanOrEqual(one.stamp);
      expect(one.stamp).toBeLessThan(overAt(option));
    }
  });
  expect(lists).toBeGreaterThan(100);
});

test('with one session that could be meant, and no question, a text never touches another', () => {
  always((one) => {
    const { question: _, ...unasked } = one.phone;
    const own = one.open.filter(
      (other) =>
        other.attendee.mobile === MOBILE && other.createdAt <= one.stamp && one.stamp < overAt(other),
    );
    const meant = changed({ ...one, phone: unasked, asked: [] });
    if (own.length !== 1 || meant === undefined || meant.after.status === meant.before.status) return;
    expect(meant.before.id).toBe(own[0]?.id);
  });
});
