import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeredFor, heardFrom } from '../../../lib/domain/phone/hear.ts';
import { threadAt } from '../../../lib/domain/phone/phone.ts';
import { planText } from '../../../lib/domain/phone/texting.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import { DAY, HOUR, MINUTE, policy, startPlus } from '../given.ts';
import { outgoing, phone, send, threads } from './phones.ts';

const MILLISECOND = 1 / MINUTE;
const { perNumberHour, perNumberDay } = standardPolicy.texts;
const byBob = { about: { bookingId: 'bkg_bob', email: 'bob@example.com' } };

function many(count: number, every: number, from = 0): ReturnType<typeof outgoing>[] {
  return Array.from({ length: count }, (_, index) => outgoing(`e${from + index}`, from + index * every));
}

describe('the first text to a number', () => {
  test('introduces us, and those after it don’t', () => {
    expect(send(phone(), many(3, 1)).fates).toEqual(['introduced', 'sent', 'sent']);
  });

  test('introduces us again when it is tried again, also after others', () => {
    const again = [outgoing('e0', 0), outgoing('e0', 1), outgoing('e1', 2), outgoing('e0', 3)];
    expect(send(phone(), again).fates).toEqual(['introduced', 'introduced', 'sent', 'introduced']);
  });

  test('introduces us also when it is about no booking', () => {
    const { about: _, ...plain } = outgoing('e0', 0, { isAnswer: true });
    expect(planText(phone(), plain, standardPolicy)).toMatchObject({
      introduce: true,
      phone: { introducedBy: 'e0', owners: [], threads: [], revision: 1 },
    });
  });
});

describe('the limits on texts', () => {
  test('are six to a number within 60 minutes', () => {
    const { phone: full, fates } = send(phone(), many(perNumberHour, 1));
    expect(fates).not.toContain('limit');
    expect(send(full, [outgoing('x', 60 - MILLISECOND)]).fates).toEqual(['limit']);
    expect(send(full, [outgoing('x', 60)]).fates).toEqual(['sent']);
  });

  test('are twelve to a number within 24 hours', () => {
    const { phone: full, fates } = send(phone(), many(perNumberDay, 60));
    expect(fates).not.toContain('limit');
    expect(send(full, [outgoing('x', 24 * 60 - MILLISECOND)]).fates).toEqual(['limit']);
    expect(send(full, [outgoing('x', 24 * 60)]).fates).toEqual(['sent']);
  });

  test('hold for answers too', () => {
    const { phone: full } = send(phone(), many(perNumberHour, 1));
    expect(send(full, [outgoing('x', 30, { isAnswer: true })]).fates).toEqual(['limit']);
  });

  test('let a second try at a text through, which is not counted again', () => {
    const { phone: full } = send(phone(), many(perNumberHour, 1));
    const { phone: after, fates } = send(full, [outgoing('e2', 30), outgoing('e2', 31)]);
    expect(fates).toEqual(['sent', 'sent']);
    expect(after.sent).toEqual(full.sent);
  });

  test('forget what is older than a day', () => {
    const { phone: after } = send(phone(), [outgoing('e0', 0), outgoing('e1', 24 * 60)]);
    expect(after.sent.map(({ effect }) => effect)).toEqual(['e1']);
  });

  test('leave the number as it was where they are reached', () => {
    const { phone: full } = send(phone(), many(perNumberHour, 1));
    expect(send(full, [outgoing('x', 30)]).phone).toBe(full);
  });

  const text = fc.record({
    wait: fc.constantFrom(0, 1, 7, 30, 59, 60, 61, 400, 1440),
    effect: fc.nat(60),
    isAnswer: fc.boolean(),
    email: fc.constantFrom('ada@example.com', 'bob@example.com', 'Ada@Example.com'),
    aboutNone: fc.boolean(),
  });
  const limits = fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 12 }));

  test('are never exceeded, whatever is sent, and whenever', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 80 }), limits, (texts, [hour, day]) => {
        const rules = policy({ texts: { perNumberHour: hour, perNumberDay: day } });
        let number = phone();
        let minute = 0;
        const firstTries: { at: number; effect: string }[] = [];
        for (const { wait, effect, isAnswer, email, aboutNone } of texts) {
          minute += wait;
          const { about: _, ...plain } = outgoing(`e${effect}`, minute, { isAnswer });
          const about = { bookingId: `b${effect}`, email };
          const plan = planText(number, aboutNone ? plain : { ...plain, about }, rules);
          if ('withheld' in plan) continue;
          number = plan.phone;
          const isNew = !firstTries.some((one) => one.effect === plain.effect && one.at > plain.now - DAY);
          if (isNew) firstTries.push({ at: plain.now, effect: plain.effect });
        }
        for (const { at } of firstTries) {
          expect(
            firstTries.filter((other) => other.at > at - HOUR && other.at <= at).length,
          ).toBeLessThanOrEqual(hour);
          expect(
            firstTries.filter((other) => other.at > at - DAY && other.at <= at).length,
          ).toBeLessThanOrEqual(day);
        }
      }),
    );
  });
});

describe('a number that somebody else typed in', () => {
  const adas = send(phone(), [outgoing('e0', 0)]).phone;

  test('belongs to who gave it first', () => {
    expect(adas.owners).toEqual(['ada@example.com']);
    expect(send(adas, many(3, 1, 100)).fates).toEqual(['sent', 'sent', 'sent']);
  });

  test('gets one text about it until it answers; a second try at that one goes out', () => {
    const { phone: texted, fates } = send(adas, [outgoing('b1', 1, byBob), outgoing('b2', 2, byBob)]);
    expect(fates).toEqual(['sent', 'somebody-elses']);
    expect(send(texted, [outgoing('b1', 3, byBob)]).fates).toEqual(['sent']);
    expect(send(texted, [outgoing('e1', 4)]).fates).toEqual(['sent']);
  });

  test('gets one for all others together', () => {
    const byEve = { about: { bookingId: 'bkg_eve', email: 'eve@example.com' } };
    expect(send(adas, [outgoing('b1', 1, byBob), outgoing('v1', 2, byEve)]).fates).toEqual([
      'sent',
      'somebody-elses',
    ]);
  });

  test('gets the answers to what it texts, and what is about no booking', () => {
    const { phone: texted } = send(adas, [outgoing('b1', 1, byBob)]);
    const { about: _, ...plain } = outgoing('x', 3);
    expect(send(texted, [outgoing('b2', 2, { ...byBob, isAnswer: true }), plain]).fates).toEqual([
      'sent',
      'sent',
    ]);
    expect(send(adas, [outgoing('b2', 2, { ...byBob, isAnswer: true })]).phone).not.toHaveProperty(
      'strangerText',
    );
  });

  test('belongs to whoever it answered for as well, from then on', () => {
    const { phone: texted } = send(adas, [outgoing('b1', 1, byBob)]);
    const answered = answeredFor(heardFrom(texted, 'm1'), 'Bob@example.com ');
    expect(answered.owners).toEqual(['ada@example.com', 'bob@example.com']);
    expect(send(answered, [outgoing('b2', 2, byBob), outgoing('b3', 3, byBob)]).fates).toEqual([
      'sent',
      'sent',
    ]);
  });

  test('gets another one once it has answered for anybody', () => {
    const { phone: texted } = send(adas, [outgoing('b1', 1, byBob)]);
    const answered = answeredFor(heardFrom(texted, 'm1'), 'ada@example.com');
    expect(send(answered, [outgoing('b2', 2, byBob), outgoing('b3', 3, byBob)]).fates).toEqual([
      'sent',
      'somebody-elses',
    ]);
  });

  test('is told apart by mail address, however that is written', () => {
    const shouted = { about: { bookingId: 'bkg_1', email: ' ADA@Example.com' } };
    expect(send(adas, [outgoing('e1', 1, shouted), outgoing('e2', 2, shouted)]).fates).toEqual([
      'sent',
      'sent',
    ]);
  });
});

describe('a text about a booking', () => {
  const question = { askedAt: startPlus(-1), intent: 'cannot', options: ['a', 'b'] } as const;

  test('makes that the one which an answer means, and closes the question before it', () => {
    const { phone: after } = send(phone({ question }), [outgoing('e0', 0)]);
    expect(after.threads).toEqual([{ bookingId: 'bkg_1', textedAt: startPlus(0) }]);
    expect(after).not.toHaveProperty('question');
  });

  test('about none does neither', () => {
    const { about: _, ...plain } = outgoing('e0', 0, { isAnswer: true });
    const { phone: after } = send(phone({ question, ...threads(['a', -5]) }), [plain]);
    expect(after.question).toEqual(question);
    expect(after.threads).toHaveLength(1);
  });

  test('is remembered for the last six: what an answer means is what had been texted when it was sent', () => {
    const texts = Array.from({ length: 8 }, (_, index) =>
      outgoing(`e${index}`, index * 60, { about: { bookingId: `b${index}`, email: 'ada@example.com' } }),
    );
    const { phone: after } = send(phone(), texts);
    expect(after.threads.map(({ bookingId }) => bookingId)).toEqual(['b2', 'b3', 'b4', 'b5', 'b6', 'b7']);
    expect(threadAt(after, startPlus(240))?.bookingId).toBe('b4');
    expect(threadAt(after, startPlus(240 - MILLISECOND))?.bookingId).toBe('b3');
    expect(threadAt(after, startPlus(119))).toBeUndefined();
    expect(threadAt(after, startPlus(9999))?.bookingId).toBe('b7');
  });

  test('is one change of the number', () => {
    expect(send(phone({ revision: 4 }), [outgoing('e0', 0)]).phone.revision).toBe(5);
  });
});
