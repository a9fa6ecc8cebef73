import type { Company } from '../../../lib/domain/company.ts';
import type { Actor, MemberActor } from '../../../lib/domain/people/actor.ts';
import type { Level } from '../../../lib/domain/people/level.ts';
import type { Member, Staff } from '../../../lib/domain/people/person.ts';

export const NOW = Date.parse('2026-11-23T15:00:00Z');

export const operator: Actor = { kind: 'operator' };
export const staffActor: Actor = { kind: 'staff', id: 'per_staff' };

/** An active member of Example Crates, of the level given. */
export function member(level: Level, changes: Partial<Member> = {}): Member {
  return {
    id: `per_${level}`,
    name: level,
    email: `${level}@example.com`,
    status: 'active',
    passwordVersion: 1,
    revision: 2,
    invitedAt: NOW - 1000,
    invitedBy: 'operator',
    activatedAt: NOW - 500,
    staff: false,
    companyId: 'example-crates',
    level,
    newsletters: true,
    ...changes,
  };
}

export function staff(changes: Partial<Staff> = {}): Staff {
  const { staff: _, companyId: __, level: ___, newsletters: ____, ...account } = member('basic');
  return { ...account, id: 'per_staff', email: 'staff@example.com', staff: true, ...changes };
}

export function as(person: Member): MemberActor {
  return { kind: 'member', person };
}

export const crates: Company = {
  id: 'example-crates',
  name: 'Example Crates',
  planUntil: '2027-12-31',
  afterHours: false,
  code: 'DEMO-2026',
  formerCodes: [],
  formerRulings: [],
  revision: 3,
};
