import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Booking, isContested } from '../../../lib/domain/booking/booking.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import {
  answer,
  closed,
  contest,
  due,
  erase,
  excuse,
  given,
  join,
  refusalCode,
  refusalOf,
  rejectContest,
  STAFF,
  type Step,
  startPlus,
  when,
} from '../given.ts';

const KIM = 'per_kim';

function missed(...steps: Step[]): Booking {
  return given([...closed, ...steps]);
}

describe('contesting a no-show', () => {
  test('keeps what was said, for our staff to decide; until then the no-show stays what it is', () => {
    const { events, booking } = when(missed(), [70, contest('The link was dead')]);
    expect(events).toEqual([{ type: 'no-show-contested', at: startPlus(70), text: 'The link was dead' }]);
    expect(booking).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'absent', contest: { at: startPlus(70), text: 'The link was dead' } },
    });
    expect(isContested(missed())).toBe(false);
    expect(isContested(booking)).toBe(true);
  });

  test('is possible whatever made it one', () => {
    const late = given([
      [5, due('check-in')],
      [7, answer(7, 'cannot')],
    ]);
    const keptOpen = given([
      [6, answer(6)],
      [60, due('finish')],
    ]);
    for (const booking of [late, keptOpen])
      expect(when(booking, [90, contest()]).events).toMatchObject([{ type: 'no-show-contested' }]);
  });

  test('again in the same words changes nothing, decided or not', () => {
    for (const steps of [[], [[80, rejectContest()]], [[80, excuse()]]] as Step[][])
      expect(when(missed([70, contest()], ...steps), [90, contest()]).events).toEqual([]);
  });

  test('is done once: other words come too late', () => {
    for (const steps of [[], [[80, rejectContest()]], [[80, excuse()]]] as Step[][])
      expect(refusalCode(missed([70, contest()], ...steps), [90, contest('And my dog')])).toBe(
        'changed-meanwhile',
      );
  });

  test('is refused where it is excused already: nothing is left to contest', () => {
    expect(refusalCode(missed([70, excuse()]), [71, contest()])).toBe('changed-meanwhile');
  });

  test('is none of a booking that is no no-show, or not any more', () => {
    expect(refusalOf(() => when(given(), [0, contest()]))).toMatchObject({
      code: 'not-a-no-show',
      facts: { bookingStatus: 'confirmed' },
    });
    expect(refusalCode(missed([20, join(14)]), [70, contest()])).toBe('not-a-no-show');
  });

  test('is over when the no-show is taken back, and possible anew for another one', () => {
    const back = missed([16, contest()], [20, answer(14)]);
    expect(back).not.toHaveProperty('outcome');
    expect(isContested(back)).toBe(false);
    const again = when(back, [60, due('finish')]).booking;
    expect(again.outcome?.reason).toBe('never_joined_after_keeping_open');
    expect(when(again, [70, contest('Other words')]).events).toHaveLength(1);
  });
});

describe('rejecting a contest', () => {
  const contested = missed([70, contest()]);

  test('leaves the no-show as it was, with who did it and why', () => {
    const { events, booking } = when(contested, [80, rejectContest(STAFF, contested.revision)]);
    expect(events).toEqual([
      { type: 'contest-rejected', at: startPlus(80), staffId: STAFF, reason: 'The room was empty' },
    ]);
    expect(booking).toMatchObject({
      status: 'no_show',
      outcome: {
        contest: {
          text: 'I was in the room',
          rejected: { by: STAFF, at: startPlus(80), reason: 'The room was empty' },
        },
      },
    });
    expect(booking.outcome).not.toHaveProperty('excused');
    expect(isContested(booking)).toBe(false);
  });

  test('again by the same person changes nothing; by another it is refused', () => {
    const rejected = missed([70, contest()], [80, rejectContest(STAFF)]);
    expect(when(rejected, [81, rejectContest(STAFF, contested.revision)]).events).toEqual([]);
    expect(refusalCode(rejected, [81, rejectContest(KIM, contested.revision)])).toBe('changed-meanwhile');
    expect(refusalCode(rejected, [81, rejectContest(KIM)])).toBe('changed-meanwhile');
  });

  test('is decided on what they saw', () => {
    expect(refusalCode(contested, [80, rejectContest(STAFF, contested.revision - 1)])).toBe(
      'changed-meanwhile',
    );
  });

  test('loses against an excuse, and an excuse can still follow it', () => {
    const excused = missed([70, contest()], [80, excuse(KIM)]);
    expect(refusalCode(excused, [81, rejectContest(STAFF)])).toBe('changed-meanwhile');
    expect(refusalCode(excused, [81, rejectContest(KIM)])).toBe('changed-meanwhile');
    const both = missed([70, contest()], [80, rejectContest()], [90, excuse()]);
    expect(both.outcome).toMatchObject({ excused: { by: STAFF }, contest: { rejected: { by: STAFF } } });
  });

  test('needs a contest, of somebody who is still known', () => {
    for (const booking of [given(), missed(), missed([70, excuse()])])
      expect(refusalCode(booking, [80, rejectContest()])).toBe('not-contested');
    const erased = missed([70, contest()], [75, erase()]);
    expect(isContested(erased)).toBe(false);
    expect(refusalCode(erased, [80, rejectContest()])).toBe('not-contested');
  });
});

test('in whatever order, one contest and one excuse count, and a rejection stands only before an excuse', () => {
  const acts = fc.array(
    fc.constantFrom(
      contest('one'),
      contest('two'),
      rejectContest(STAFF),
      rejectContest(KIM),
      excuse(STAFF),
      excuse(KIM),
      join(14),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(acts, (commands) => {
      let booking = missed();
      const happened: string[] = [];
      for (const [index, command] of commands.entries()) {
        try {
          const { events, booking: after } = when(booking, [61 + index, command]);
          happened.push(...events.map(({ type }) => type));
          booking = after;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      const count = (type: string) => happened.filter((other) => other === type).length;
      expect(count('no-show-contested')).toBeLessThanOrEqual(1);
      expect(count('no-show-excused')).toBeLessThanOrEqual(1);
      expect(count('contest-rejected')).toBeLessThanOrEqual(count('no-show-contested'));
      if (count('contest-rejected') === 1 && count('no-show-excused') === 1)
        expect(happened.indexOf('contest-rejected')).toBeLessThan(happened.indexOf('no-show-excused'));
      const reversed = count('no-show-reversed') === 1;
      expect(booking.status).toBe(reversed ? 'completed' : 'no_show');
      const undecided = count('no-show-excused') + count('contest-rejected') === 0;
      expect(isContested(booking)).toBe(!reversed && undecided && count('no-show-contested') === 1);
    }),
  );
});
