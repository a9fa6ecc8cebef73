import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeredFor, consentSaid, heardFrom, lostNumber } from '../../../lib/domain/phone/hear.ts';
import { lossOf } from '../../../lib/domain/phone/phone.ts';
import { startPlus } from '../given.ts';
import { outgoing, phone, send } from './phones.ts';

const DAYS = 24 * 60;

describe('a number whose owner opted out', () => {
  const out = consentSaid(phone(), false, startPlus(0));

  test('gets nothing any more, answers included', () => {
    expect(send(out, [outgoing('e0', 1), outgoing('e1', 2, { isAnswer: true })]).fates).toEqual([
      'opted-out',
      'opted-out',
    ]);
    expect(lossOf(out, startPlus(400 * DAYS))).toBe('opted-out');
  });

  test('gets texts again after START', () => {
    const back = consentSaid(out, true, startPlus(1));
    expect(lossOf(back, startPlus(2))).toBeUndefined();
    expect(send(back, [outgoing('e0', 2)]).fates).toEqual(['introduced']);
  });

  test('stays so where a START that was sent before the STOP arrives after it', () => {
    expect(lossOf(consentSaid(out, true, startPlus(-1)), startPlus(2))).toBe('opted-out');
  });

  test('is what was said last, in whichever order it arrives', () => {
    const words = fc.uniqueArray(fc.record({ minute: fc.nat(20), given: fc.boolean() }), {
      selector: ({ minute }) => minute,
      minLength: 1,
    });
    fc.assert(
      fc.property(
        words.chain((said) =>
          fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
        ),
        ([said, arrived]) => {
          const last = said.toSorted((a, b) => a.minute - b.minute).at(-1);
          const after = arrived.reduce(
            (before, { minute, given }) => consentSaid(before, given, startPlus(minute)),
            phone(),
          );
          expect(after.consent).toEqual({ stamp: startPlus(last?.minute ?? 0), given: last?.given });
        },
      ),
    );
  });

  test('takes the later of two that were sent at the same moment to be the one that arrived last', () => {
    expect(consentSaid(out, true, startPlus(0)).consent?.given).toBe(true);
  });

  test('may have told the carrier only', () => {
    const lost = lostNumber(phone(), 'opted-out', startPlus(3));
    expect(lost).toMatchObject({ consent: { stamp: startPlus(3), given: false }, revision: 1 });
    expect(lost).not.toHaveProperty('refusedAt');
    expect(lossOf(lost, startPlus(4))).toBe('opted-out');
  });

  test('is not told as refused, where it is both', () => {
    expect(lossOf(lostNumber(out, 'refused', startPlus(1)), startPlus(2))).toBe('opted-out');
  });
});

describe('a number that the service refuses', () => {
  const refused = lostNumber(phone(), 'refused', startPlus(0));

  test('gets nothing for 30 days', () => {
    expect(refused).toMatchObject({ refusedAt: startPlus(0), revision: 1 });
    expect(refused).not.toHaveProperty('consent');
    expect(send(refused, [outgoing('e0', 1)]).fates).toEqual(['refused']);
    expect(lossOf(refused, startPlus(30 * DAYS) - 1)).toBe('refused');
    expect(lossOf(refused, startPlus(30 * DAYS))).toBeUndefined();
    expect(send(refused, [outgoing('e0', 30 * DAYS)]).fates).toEqual(['introduced']);
  });

  test('can be texted again once a text came from it', () => {
    const heard = heardFrom(refused, 'm1');
    expect(heard).not.toHaveProperty('refusedAt');
    expect(send(heard, [outgoing('e0', 1)]).fates).toEqual(['introduced']);
  });

  test('and that opted out stays opted out when a text came from it', () => {
    expect(lossOf(heardFrom(consentSaid(refused, false, startPlus(0)), 'm1'), startPlus(1))).toBe(
      'opted-out',
    );
  });
});

describe('a text from a number', () => {
  test('is known by its id when it is brought again, within the last sixty', () => {
    const ids = Array.from({ length: 62 }, (_, index) => `m${index}`);
    const after = ids.reduce(heardFrom, phone());
    expect(after.heard).toHaveLength(60);
    expect(after.heard.at(0)).toBe('m2');
    expect(after.heard.at(-1)).toBe('m61');
    expect(after.revision).toBe(62);
  });

  test('that is understood makes who booked an owner, and answers our question', () => {
    const question = { askedAt: startPlus(0), intent: 'move', options: ['a', 'b'] } as const;
    const after = answeredFor(
      phone({ question, strangerText: 'e', owners: ['ada@example.com'] }),
      'ada@example.com',
    );
    expect(after).toEqual(phone({ owners: ['ada@example.com'] }));
  });

  test('is shared by eight at the most: the first is forgotten', () => {
    const people = Array.from({ length: 9 }, (_, index) => `p${index}@example.com`);
    const after = people.reduce(answeredFor, phone());
    expect(after.owners).toEqual(people.slice(1));
  });
});
