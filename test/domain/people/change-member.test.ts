import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeLevel,
  chooseNewsletters,
  getsNewsletters,
  removeMember,
} from '../../../lib/domain/people/change-member.ts';
import { type Level, levels } from '../../../lib/domain/people/level.ts';
import type { Member } from '../../../lib/domain/people/person.ts';
import { isLastPrimary, needsAnotherPrimary } from '../../../lib/domain/people/primaries.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { refusalOf } from '../given.ts';
import { as, member, NOW, operator, staffActor } from './given-people.ts';

const primary = member('primary');
const second = member('primary', { id: 'per_second' });
const manager = member('manager');
const basic = member('basic');

describe('a level', () => {
  test('is set by a Manager up to their own, by a Primary to any', () => {
    const { after, events } = changeLevel(as(manager), basic, 'it-support', [basic, manager], NOW);
    expect(after).toEqual({ ...basic, level: 'it-support', revision: 3 });
    expect(events).toEqual([
      { type: 'level-changed', at: NOW, by: 'per_manager', from: 'basic', level: 'it-support' },
    ]);
    expect(changeLevel(as(primary), basic, 'primary', [basic, primary], NOW).after.level).toBe('primary');
  });

  test('that is what it was is no change', () => {
    expect(changeLevel(as(primary), basic, 'basic', [], NOW)).toEqual({ after: basic, events: [] });
  });

  test.each<[string, Member, Member, Level, string]>([
    ['by whoever may not', member('it-support'), basic, 'sales-designer', 'not-allowed'],
    ['by a Manager to Primary', manager, basic, 'primary', 'not-allowed'],
    ['by a Manager, of a Primary', manager, primary, 'basic', 'not-allowed'],
    ['by a Manager, of themself to Primary', manager, manager, 'primary', 'not-allowed'],
    ['in another company', member('primary', { companyId: 'other' }), basic, 'manager', 'not-found'],
    ['of whoever was removed', primary, { ...basic, status: 'removed' }, 'manager', 'not-found'],
  ])('is not set %s', (_, actor, person, level, code) => {
    const everyone = [primary, second, manager, basic];
    expect(refusalOf(() => changeLevel(as(actor), person, level, everyone, NOW)).code).toBe(code);
  });
});

describe('an account', () => {
  test('is removed by a Manager up to their own level, by a Primary at any', () => {
    expect(removeMember(as(manager), basic, [basic, manager], NOW)).toEqual({
      after: { ...basic, status: 'removed', removedAt: NOW, revision: 3 },
      events: [{ type: 'person-removed', at: NOW, by: 'per_manager' }],
    });
    expect(removeMember(as(primary), second, [primary, second], NOW).after.status).toBe('removed');
    expect(refusalOf(() => removeMember(as(manager), primary, [primary, second], NOW)).code).toBe(
      'not-allowed',
    );
    expect(refusalOf(() => removeMember(as(basic), basic, [basic], NOW)).code).toBe('not-allowed');
  });

  test('is removed before it is active too, and once', () => {
    const invited = member('basic', { status: 'invited' });
    expect(removeMember(as(manager), invited, [invited], NOW).after.status).toBe('removed');
    const gone = member('basic', { status: 'removed' });
    expect(removeMember(as(manager), gone, [], NOW)).toEqual({ after: gone, events: [] });
  });
});

describe('the last Primary', () => {
  const waiting = member('primary', { id: 'per_waiting', status: 'invited' });

  test('is neither removed nor set lower by the company, not even by themself', () => {
    for (const everyone of [[primary], [primary, manager], [primary, waiting]]) {
      expect(refusalOf(() => removeMember(as(primary), primary, everyone, NOW)).code).toBe('last-primary');
      expect(refusalOf(() => changeLevel(as(primary), primary, 'manager', everyone, NOW)).code).toBe(
        'last-primary',
      );
    }
  });

  test('can go once there is another who is active', () => {
    expect(changeLevel(as(primary), primary, 'basic', [primary, second], NOW).after.level).toBe('basic');
  });

  test('can be shut out by our staff, who can give the level again', () => {
    for (const actor of [staffActor, operator])
      expect(removeMember(actor, primary, [primary], NOW).after.status).toBe('removed');
  });

  test('is not one who is only invited', () => {
    expect(removeMember(as(primary), waiting, [primary, waiting], NOW).after.status).toBe('removed');
  });

  test('is told of, and so is having no second one', () => {
    expect(isLastPrimary(primary, [primary, manager])).toBe(true);
    expect(isLastPrimary(primary, [primary, second])).toBe(false);
    expect(isLastPrimary(manager, [manager])).toBe(false);
    expect([[], [primary], [primary, waiting], [primary, second]].map(needsAnotherPrimary)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('is never lost, whatever members do to each other in whatever order', () => {
    const step = fc.record({
      actor: fc.nat(4),
      target: fc.nat(4),
      level: fc.option(fc.constantFrom(...levels), { nil: undefined }),
    });
    const start = [primary, second, manager, basic, member('it-support')];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let everyone: readonly Member[] = start;
        for (const { actor, target, level } of steps) {
          const [by, person] = [everyone[actor], everyone[target]];
          if (by === undefined || person === undefined) continue;
          const after = attempt(by, person, level, everyone);
          everyone = everyone.map((other) => (other.id === after.id ? after : other));
        }
        expect(everyone.some(({ level, status }) => level === 'primary' && status === 'active')).toBe(true);
      }),
    );
  });

  function attempt(
    by: Member,
    person: Member,
    level: Level | undefined,
    everyone: readonly Member[],
  ): Member {
    try {
      return level === undefined
        ? removeMember(as(by), person, everyone, NOW).after
        : changeLevel(as(by), person, level, everyone, NOW).after;
    } catch (error) {
      if (error instanceof Refusal) return person;
      throw error;
    }
  }
});

describe('newsletters', () => {
  test("are a member's own choice, which staff may note", () => {
    const chosen = chooseNewsletters(as(basic), basic, false, NOW);
    expect(chosen.after).toEqual({ ...basic, newsletters: false, revision: 3 });
    expect(chosen.events).toEqual([
      { type: 'newsletters-chosen', at: NOW, by: 'per_basic', newsletters: false },
    ]);
    expect(chooseNewsletters(staffActor, basic, false, NOW).events).toMatchObject([{ by: 'per_staff' }]);
    expect(chooseNewsletters(as(basic), basic, true, NOW).events).toEqual([]);
  });

  test('are not chosen for another, nor by whoever was removed', () => {
    const removed = { ...basic, status: 'removed' } as const;
    expect(refusalOf(() => chooseNewsletters(as(primary), basic, false, NOW)).code).toBe('not-allowed');
    expect(refusalOf(() => chooseNewsletters(as(removed), removed, false, NOW)).code).toBe('not-allowed');
    expect(refusalOf(() => chooseNewsletters(operator, removed, false, NOW)).code).toBe('not-found');
  });

  test('reach the company while an active account wants them and its level gets them', () => {
    expect(getsNewsletters([basic])).toBe(true);
    expect(getsNewsletters([])).toBe(false);
    expect(getsNewsletters([member('basic', { newsletters: false }), member('it-support')])).toBe(false);
    expect(getsNewsletters([member('basic', { status: 'invited' })])).toBe(false);
    expect(getsNewsletters([member('basic', { newsletters: false }), manager])).toBe(true);
  });
});
