import type { TableClient } from '../../../lib/adapters/document-client.ts';
import { dynamoPeople } from '../../../lib/adapters/people.ts';
import { dynamoTable } from '../../../lib/adapters/table.ts';
import { createCompany } from '../../../lib/app/people/companies.ts';
import { inviteAccount } from '../../../lib/app/people/invite-account.ts';
import { recordPassword } from '../../../lib/app/people/passwords.ts';
import type { PeopleDeps, PeopleTable } from '../../../lib/app/people-deps.ts';
import type { CodeHolder } from '../../../lib/domain/company.ts';
import type { Actor, MemberActor } from '../../../lib/domain/people/actor.ts';
import type { Level } from '../../../lib/domain/people/level.ts';
import type { Member, Person } from '../../../lib/domain/people/person.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { type Engine, NOW } from '../../world.ts';

export const operator: Actor = { kind: 'operator' };
export const staffActor: Actor = { kind: 'staff', id: 'per_staff' };

/** Real rows, a clock that is set by hand, and two companies: Example Crates and Other. */
export interface PeopleWorld {
  readonly deps: PeopleDeps;
  readonly table: TableClient;
  readonly clock: { now: number };
  companyByCode(normalized: string): Promise<CodeHolder | undefined>;
  /** Types of the events of a person or a company, oldest first. */
  eventsOf(id: string): Promise<unknown[]>;
}

export async function makePeopleWorld(engine: Engine): Promise<PeopleWorld> {
  const table = await engine.freshTable();
  const clock = { now: NOW };
  let made = 0;
  const deps: PeopleDeps = {
    now: () => clock.now,
    newPersonId: () => `per_${String(++made).padStart(26, '0')}`,
    newCode: () => `MADE-${++made}`,
    pause: () => Promise.resolve(),
    people: dynamoPeople(table),
  };
  const plan = { planUntil: '2027-12-31', afterHours: false };
  await createCompany(deps, operator, { id: 'crates', name: 'Example Crates', code: 'DEMO-2026', ...plan });
  await createCompany(deps, operator, { id: 'other', name: 'Other', code: 'OTHER-2026', ...plan });
  return {
    deps,
    table,
    clock,
    companyByCode: (code) => dynamoTable(table).companyByCode(code, clock.now),
    eventsOf: async (id) => {
      const rows = (await everyRow(table)).filter(
        ({ kind, companyId, personId }) => kind === 'event' && [companyId, personId].includes(id),
      );
      return rows.map(({ event }) => (event as { type: string }).type);
    },
  };
}

/** Somebody with a password, of Example Crates where nothing else is wanted. */
export async function activeMember(
  { deps }: PeopleWorld,
  level: Level,
  where: { readonly companyId?: string; readonly email?: string } = {},
): Promise<Member> {
  const { companyId = 'crates' } = where;
  const wish = { companyId, name: level, email: where.email ?? `${level}@${companyId}.example`, level };
  const invited = await inviteAccount(deps, operator, wish);
  return memberOf(await recordPassword(deps, invited.id, 0));
}

export function as(person: Member): MemberActor {
  return { kind: 'member', person };
}

export function memberOf(person: Person | undefined): Member {
  if (person === undefined || person.staff) throw new Error('this is no member');
  return person;
}

/** The same world, in which something happens before a commit. */
export function interleaved(
  deps: PeopleDeps,
  name: 'commitPerson' | 'commitCompany',
  meanwhile: () => Promise<unknown>,
): PeopleDeps {
  const people: PeopleTable = {
    ...deps.people,
    [name]: async (change: never) => {
      await meanwhile();
      return deps.people[name](change);
    },
  };
  return { ...deps, people };
}
