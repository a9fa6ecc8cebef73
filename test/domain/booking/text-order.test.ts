import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Booking, type Intent, isOver } from '../../../lib/domain/booking/booking.ts';
import { answer, due, given, type Step, when } from '../given.ts';

/** A text, and the minute in which it was sent. */
interface Word {
  readonly intent: Intent;
  readonly minute: number;
}

interface Meeting {
  readonly earlier: Word;
  readonly later: Word;
  /** What had happened before either of them was brought. */
  readonly before: readonly Step[];
  /** When both are brought, at once. */
  readonly now: number;
}

const intent = fc.constantFrom<Intent>('coming', 'cannot', 'move');
const minute = fc.oneof(fc.integer({ min: -90, max: 70 }), fc.constantFrom(-31, -30, -15, 4, 5, 10, 14, 15));
const lag = fc.constantFrom(0, 1, 3, 10, 40);
const asked: Step = [5, due('check-in')];
const warning: Step = [-28, answer(-29, 'cannot')];

const meeting: fc.Arbitrary<Meeting> = fc
  .record({ intents: fc.tuple(intent, intent), minutes: fc.tuple(minute, minute), lag, warned: fc.boolean() })
  .map(({ intents: [first, second], minutes: [one, other], lag: late, warned }) => {
    const sent = [one, other].toSorted((a, b) => a - b) as [number, number];
    const now = sent[1] + 0.5 + late;
    return {
      earlier: { intent: first, minute: sent[0] },
      later: { intent: second, minute: sent[1] + 0.5 },
      before: [...(warned && sent[0] > -28 ? [warning] : []), ...timersUntil(now)],
      now,
    };
  });

function timersUntil(now: number): Step[] {
  const all: Step[] = [asked, [15, due('close')], [60, due('finish')]];
  return all.filter(([at]) => at <= now);
}

function said(word: Word, now: number): Step {
  return [now, answer(word.minute, word.intent)];
}

/** Where the session stands. Whoever said last that nobody can come is asked at the check-in where nothing kept it open before. */
function standOf({ status, checkIn }: Booking, { later }: Meeting): string {
  const keptOpen = status === 'confirmed' && checkIn?.answeredAt !== undefined && later.intent !== 'cannot';
  return keptOpen ? `${status}, kept open` : status;
}

/** Brings both texts, in one order and in the other. */
function bothWays({ earlier, later, before, now }: Meeting): { inOrder: Booking; turned: Booking } {
  const words: readonly [Step, Step] = [said(earlier, now), said(later, now)];
  return { inOrder: given([...before, ...words]), turned: given([...before, words[1], words[0]]) };
}

/** The earlier text ended the session when it came first: what is over, and was told so, is not taken back by a later word. */
function endedFirst({ earlier, later, before, now }: Meeting): boolean {
  if (earlier.intent !== 'cannot' || later.intent === 'cannot') return false;
  const { booking } = when(given(before), said(earlier, now));
  return isOver(booking) && booking.status !== given(before).status;
}

/** Somebody had been warned: a 1 takes that back only if it is known before the 2 that closes the session. */
function tookBackTheWarning({ earlier, later, before }: Meeting): boolean {
  return before[0] === warning && earlier.intent === 'coming' && later.intent === 'cannot';
}

/** A no-show stands where the last word is that nobody can come: an answer before it reopens nothing. */
function gaveUpAfterTheClose({ earlier, later, before }: Meeting): boolean {
  return given(before).status === 'no_show' && earlier.intent === 'coming' && later.intent === 'cannot';
}

function isExcepted(one: Meeting): boolean {
  return endedFirst(one) || tookBackTheWarning(one) || gaveUpAfterTheClose(one);
}

describe('two texts that are brought together', () => {
  test('leave the session the same in whichever order, but for what was over or warned of in between', () => {
    const counted = { same: 0, excepted: 0 };
    fc.assert(
      fc.property(meeting, (one) => {
        if (isExcepted(one)) {
          counted.excepted += 1;
          return;
        }
        counted.same += 1;
        const { inOrder, turned } = bothWays(one);
        expect(standOf(turned, one)).toBe(standOf(inOrder, one));
      }),
      { numRuns: 4000 },
    );
    expect(counted.same).toBeGreaterThan(counted.excepted);
  });

  test('close the session in either order where the last word is a 2 after the check-in', () => {
    const words: readonly [Step, Step] = [
      [9, answer(7)],
      [9, answer(8, 'cannot')],
    ];
    expect(given([asked, words[0], words[1]]).outcome?.reason).toBe('late_notice');
    expect(given([asked, words[1], words[0]]).outcome?.reason).toBe('late_notice');
  });

  test('and were sent in the same millisecond are taken in the order in which they arrive', () => {
    expect(given([asked, [9, answer(7)], [9, answer(7, 'cannot')]]).status).toBe('no_show');
    expect(given([asked, [9, answer(7, 'cannot')], [9, answer(7)]]).status).toBe('no_show');
    expect(
      given([
        [-38, answer(-40)],
        [-38, answer(-40, 'cannot')],
      ]).status,
    ).toBe('cancelled');
  });

  test('are the exceptions that are meant: what was cancelled or closed is not opened by a later word', () => {
    const cancelledFirst = given([
      [-38, answer(-40, 'cannot')],
      [-38, answer(-39)],
    ]);
    expect(cancelledFirst.status).toBe('cancelled');
    expect(
      given([
        [-38, answer(-39)],
        [-38, answer(-40, 'cannot')],
      ]).status,
    ).toBe('confirmed');
  });
});
