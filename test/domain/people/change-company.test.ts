import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Company } from '../../../lib/domain/company.ts';
import {
  changeCompany,
  createCompany,
  type Judgement,
  rotateCode,
  ruleOnCompany,
} from '../../../lib/domain/people/change-company.ts';
import { levels } from '../../../lib/domain/people/level.ts';
import { refusalOf } from '../given.ts';
import { as, crates, member, NOW, operator, staffActor } from './given-people.ts';

const DAY = 86_400_000;
const primary = as(member('primary'));

describe('a company', () => {
  test('begins with its code and no former one, by staff or the operator', () => {
    const { id, name, planUntil, code } = crates;
    const facts = { id, name, planUntil, code, afterHours: true };
    expect(createCompany(staffActor, facts, NOW)).toEqual({
      after: { ...facts, formerCodes: [], formerRulings: [], revision: 1 },
      events: [{ type: 'company-created', at: NOW, by: 'per_staff' }],
    });
    expect(refusalOf(() => createCompany(primary, facts, NOW)).code).toBe('not-allowed');
  });

  test('changes by an event for each fact, and a revision for each event', () => {
    const { after, events } = changeCompany(
      operator,
      crates,
      { name: 'Crates', planUntil: '2028-01-31', afterHours: true },
      NOW,
    );
    expect(after).toEqual({
      ...crates,
      ...{ name: 'Crates', planUntil: '2028-01-31', afterHours: true, revision: 6 },
    });
    expect(events).toEqual([
      { type: 'plan-changed', at: NOW, by: 'operator', from: '2027-12-31', planUntil: '2028-01-31' },
      { type: 'company-renamed', at: NOW, by: 'operator', from: 'Example Crates', name: 'Crates' },
      { type: 'after-hours-changed', at: NOW, by: 'operator', afterHours: true },
    ]);
  });

  test('does not change where it is so already, nor by its members', () => {
    const same = { name: crates.name, planUntil: crates.planUntil, afterHours: false };
    expect(changeCompany(operator, crates, same, NOW)).toEqual({ after: crates, events: [] });
    expect(changeCompany(operator, crates, {}, NOW).events).toEqual([]);
    expect(refusalOf(() => changeCompany(primary, crates, { name: 'Mine' }, NOW)).code).toBe('not-allowed');
  });
});

describe('a code', () => {
  const rotate = (company: Company, now = NOW, replaced = company.code, code = `NEW-${now}`) =>
    rotateCode(primary, company, { replaced, code }, now);

  test('is replaced by a new one, and works 14 more days', () => {
    expect(rotate(crates, NOW, ' demo 2026', 'NEW')).toEqual({
      after: {
        ...crates,
        code: 'NEW',
        formerCodes: [{ code: 'DEMO-2026', until: NOW + 14 * DAY }],
        revision: 4,
      },
      events: [{ type: 'code-rotated', at: NOW, by: 'per_primary', formerUntil: NOW + 14 * DAY }],
    });
  });

  test('is replaced by Primaries, staff and operators alone', () => {
    const by = (actor: Parameters<typeof rotateCode>[0]) =>
      rotateCode(actor, crates, { replaced: crates.code, code: 'NEW' }, NOW).after.code;
    for (const actor of [primary, staffActor, operator]) expect(by(actor)).toBe('NEW');
    for (const level of levels.slice(0, 4))
      expect(refusalOf(() => by(as(member(level)))).code).toBe('not-allowed');
    const stranger = as(member('primary', { companyId: 'other' }));
    expect(refusalOf(() => by(stranger)).code).toBe('not-found');
  });

  test('is replaced once by a button that is pressed twice', () => {
    const { after } = rotate(crates);
    expect(rotate(after, NOW + 1, crates.code)).toEqual({ after, events: [] });
  });

  test('keeps its own 14 days when the next one is replaced too, and is forgotten after them', () => {
    const first = rotate(crates, NOW).after;
    const second = rotate(first, NOW + 3 * DAY).after;
    expect(second.formerCodes.map(({ until }) => (until - NOW) / DAY)).toEqual([14, 17]);
    const third = rotate(second, NOW + 14 * DAY).after;
    expect(third.formerCodes.map(({ until }) => (until - NOW) / DAY)).toEqual([17, 28]);
  });

  test('is not replaced an eleventh time while ten others still work', () => {
    let company: Company = crates;
    for (let day = 0; day < 10; day++) company = rotate(company, NOW + day * DAY).after;
    const refusal = refusalOf(() => rotate(company, NOW + 10 * DAY));
    expect(refusal).toMatchObject({ code: 'too-many-requests', facts: { retryAfter: (4 * DAY) / 1000 } });
    expect(rotate(company, NOW + 14 * DAY).after.formerCodes).toHaveLength(10);
  });

  test('works for 14 days from its end on, whenever others are replaced', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 40 }), { maxLength: 20 }), (pauses) => {
        let [company, now] = [crates, NOW];
        const ends = new Map<string, number>();
        for (const days of pauses) {
          now += days * DAY;
          ends.set(company.code, now + 14 * DAY);
          company = rotate(company, now).after;
          const atWork = [...ends].filter(([, until]) => until > now);
          expect(company.formerCodes.map(({ code, until }) => [code, until])).toEqual(atWork);
        }
      }),
    );
  });
});

describe('a decision on a company', () => {
  const until = NOW + 30 * DAY;
  const block: Judgement = { decision: 'block', until, reason: 'Four moves in a week' };
  const rule = (company: Company, judgement: Judgement = block, now = NOW) =>
    ruleOnCompany(staffActor, company, judgement, now);

  test('stands in its record with who, when, why and until when, and its event leaves out why', () => {
    const ruling = { decision: 'block', at: NOW, by: 'per_staff', reason: block.reason, until };
    expect(rule(crates)).toEqual({
      after: { ...crates, ruling, formerRulings: [], revision: crates.revision + 1 },
      events: [{ type: 'company-ruled', at: NOW, by: 'per_staff', decision: 'block', until }],
    });
  });

  test('follows the ones before it, which are kept in their order', () => {
    const nothing: Judgement = { decision: 'nothing', reason: 'They had moved house' };
    const first = rule(crates).after;
    const second = rule(first, nothing, NOW + 1).after;
    const third = rule(second, { ...block, decision: 'approval' }, NOW + 2).after;
    expect(third.ruling?.decision).toBe('approval');
    expect(third.formerRulings.map(({ decision, at }) => [decision, at - NOW])).toEqual([
      ['block', 0],
      ['nothing', 1],
    ]);
    expect(second.ruling).not.toHaveProperty('until');
  });

  test('has an instant of its own, by which bookings tell it from the one before', () => {
    const first = rule(crates).after;
    const second = rule(first).after;
    const third = rule(second, block, NOW - DAY);
    expect([first, second, third.after].map(({ ruling }) => (ruling?.at ?? 0) - NOW)).toEqual([0, 1, 2]);
    expect(third.events).toMatchObject([{ at: NOW + 2 }]);
  });

  test.each<[string, Judgement, string]>([
    ['without a reason', { ...block, reason: ' ' }, 'reason'],
    ['to block without an end', { decision: 'block', reason: 'x' }, 'until'],
    ['to ask for approval without an end', { decision: 'approval', reason: 'x' }, 'until'],
    ['to block until now', { ...block, until: NOW }, 'until'],
    ['to do nothing for a while', { ...block, decision: 'nothing' }, 'until'],
  ])('is refused %s', (_, judgement, field) => {
    expect(refusalOf(() => rule(crates, judgement))).toMatchObject({
      code: 'invalid-input',
      facts: { errors: [{ field }] },
    });
  });

  test('may last a millisecond', () => {
    expect(rule(crates, { ...block, until: NOW + 1 }).after.ruling?.until).toBe(NOW + 1);
  });

  test('is our staff’s, not the company’s', () => {
    expect(refusalOf(() => ruleOnCompany(primary, crates, block, NOW)).code).toBe('not-allowed');
    expect(ruleOnCompany(operator, crates, block, NOW).after.ruling?.by).toBe('operator');
  });

  test('is left as it is by whatever else changes', () => {
    const ruled = rule(rule(crates).after, block, NOW + 1).after;
    const { ruling, formerRulings } = ruled;
    const changed = changeCompany(staffActor, ruled, { name: 'Crates' }, NOW + 2).after;
    const rotated = rotateCode(primary, changed, { replaced: ruled.code, code: 'NEW' }, NOW + 3).after;
    expect(rotated).toMatchObject({ ruling, formerRulings });
  });
});
