import { describe, expect, test } from 'vitest';
import {
  inviteMember,
  inviteStaff,
  requireGiving,
  resendInvitation,
} from '../../../lib/domain/people/invite.ts';
import { type Level, levels } from '../../../lib/domain/people/level.ts';
import { refusalOf } from '../given.ts';
import { as, member, NOW, operator, staff, staffActor } from './given-people.ts';

const wanted = {
  id: 'per_new',
  name: 'Ada Park',
  email: 'Ada+x@example.com',
  companyId: 'example-crates',
  level: 'manager' as Level,
};

describe('asking for an account', () => {
  test('gives one that is invited, with its mail address as it was written', () => {
    expect(inviteMember(as(member('manager')), wanted, undefined, NOW)).toEqual({
      after: {
        ...wanted,
        staff: false,
        status: 'invited',
        newsletters: true,
        passwordVersion: 0,
        revision: 1,
        invitedAt: NOW,
        invitedBy: 'per_manager',
      },
      events: [{ type: 'person-invited', at: NOW, by: 'per_manager', passwordVersion: 0 }],
    });
  });

  test('is for Managers up to their level, for Primaries, staff and operators without a limit', () => {
    const codes = (actor: Parameters<typeof inviteMember>[0]) =>
      levels.map((level) => {
        try {
          return inviteMember(actor, { ...wanted, level }, undefined, NOW).after.level;
        } catch {
          return refusalOf(() => inviteMember(actor, { ...wanted, level }, undefined, NOW)).code;
        }
      });
    const no = 'not-allowed';
    expect(codes(as(member('basic')))).toEqual([no, no, no, no, no]);
    expect(codes(as(member('sales-designer')))).toEqual([no, no, no, no, no]);
    expect(codes(as(member('it-support')))).toEqual([no, no, no, no, no]);
    expect(codes(as(member('manager')))).toEqual([...levels.slice(0, 4), no]);
    for (const actor of [as(member('primary')), staffActor, operator]) expect(codes(actor)).toEqual(levels);
  });

  test('is not for members of another company, who do not learn of it, nor for accounts that are not active', () => {
    const stranger = as(member('primary', { companyId: 'other' }));
    expect(refusalOf(() => inviteMember(stranger, wanted, undefined, NOW)).code).toBe('not-found');
    for (const status of ['invited', 'removed'] as const) {
      const actor = as(member('primary', { status }));
      expect(refusalOf(() => inviteMember(actor, wanted, undefined, NOW)).code).toBe('not-allowed');
    }
  });

  test.each(['invited', 'active'] as const)(
    'is refused where the address has an account that is %s',
    (status) => {
      const holder = member('basic', { status });
      const refusal = refusalOf(() => inviteMember(as(member('primary')), wanted, holder, NOW));
      expect(refusal).toMatchObject({
        code: 'account-exists',
        facts: { personId: 'per_basic', accountStatus: status },
      });
    },
  );

  test("tells a member nothing of another company's account, nor of staff", () => {
    for (const holder of [member('basic', { companyId: 'other' }), staff()]) {
      const refusal = refusalOf(() => inviteMember(as(member('primary')), wanted, holder, NOW));
      expect(refusal.facts).toEqual({});
      expect(refusalOf(() => inviteMember(staffActor, wanted, holder, NOW)).facts).toMatchObject({
        personId: holder.id,
      });
    }
  });

  test('is free again where the account was removed', () => {
    const holder = member('basic', { status: 'removed', removedAt: NOW });
    expect(inviteMember(operator, wanted, holder, NOW).after.id).toBe('per_new');
  });
});

describe('an account of staff', () => {
  test('is made by the operator alone, of no company and no level', () => {
    const { id, name, email } = wanted;
    expect(inviteStaff(operator, { id, name, email }, undefined, NOW).after).toEqual({
      ...{ id, name, email, staff: true, status: 'invited', passwordVersion: 0, revision: 1 },
      ...{ invitedAt: NOW, invitedBy: 'operator' },
    });
    for (const actor of [as(member('primary')), staffActor])
      expect(refusalOf(() => inviteStaff(actor, wanted, undefined, NOW)).code).toBe('not-allowed');
    expect(refusalOf(() => inviteStaff(operator, wanted, staff(), NOW)).code).toBe('account-exists');
  });
});

describe('an invitation', () => {
  const invited = member('basic', { status: 'invited', passwordVersion: 0 });

  test('is sent again with a link for the same password', () => {
    const { after, events } = resendInvitation(as(member('manager')), invited, NOW);
    expect(after).toEqual({ ...invited, revision: invited.revision + 1 });
    expect(events).toEqual([{ type: 'invitation-resent', at: NOW, by: 'per_manager', passwordVersion: 0 }]);
  });

  test('is not sent again to whoever is active or removed, nor by whoever may not give the level', () => {
    const refused = (person: typeof invited, level: Level = 'manager') =>
      refusalOf(() => resendInvitation(as(member(level)), person, NOW)).code;
    expect(refused(member('basic'))).toBe('account-exists');
    expect(refused({ ...invited, status: 'removed' })).toBe('not-found');
    expect(refused({ ...invited, level: 'primary' })).toBe('not-allowed');
    expect(refused(invited, 'it-support')).toBe('not-allowed');
    expect(refused({ ...invited, companyId: 'other' })).toBe('not-found');
    expect(refusalOf(() => resendInvitation(as(member('primary')), staff(), NOW)).code).toBe('not-allowed');
  });

  test('requires nothing of staff about levels', () => {
    expect(() => requireGiving(staffActor, 'primary')).not.toThrow();
  });
});
