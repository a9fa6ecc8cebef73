import { tableClient } from '../lib/adapters/document-client.ts';
import { dynamoPeople } from '../lib/adapters/people.ts';
import { newPersonId } from '../lib/adapters/person-id.ts';
import type { PeopleTable } from '../lib/app/people-deps.ts';
import type { Company } from '../lib/domain/company.ts';
import type { Level } from '../lib/domain/people/level.ts';
import type { Person } from '../lib/domain/people/person.ts';
import { engineCredentials } from './engine/engine-credentials.ts';
import { region } from './template/resource-identity.ts';

const YEAR_MS = 365 * 86_400_000;

const companyId = 'example-crates';
const members: readonly (readonly [name: string, email: string, level: Level])[] = [
  ['Morgan Ito', 'member@example.com', 'basic'],
  ['Mika Duarte', 'manager@example.com', 'manager'],
  ['Priya Hahn', 'primary@example.com', 'primary'],
];

/**
 * Puts the demo company into the table, whose code makes sessions free for a year from `now` (ms), with its people and
 * one of our staff, all active. What is there already stays, but for the plan. Gives the people.
 */
export async function seedDemo(
  engineEndpoint: string,
  tableName: string,
  now: number,
): Promise<readonly Person[]> {
  const config = { endpoint: engineEndpoint, region, credentials: engineCredentials };
  const table = tableClient(tableName, config);
  try {
    const people = dynamoPeople(table);
    await putCompany(people, now);
    return await putPeople(people, now);
  } finally {
    table.client.destroy();
  }
}

async function putCompany(people: PeopleTable, now: number): Promise<void> {
  const before = await people.company(companyId);
  const planUntil = new Date(now + YEAR_MS).toISOString().slice(0, 10);
  const begun: Company = {
    id: companyId,
    name: 'Example Crates',
    planUntil,
    afterHours: false,
    code: 'DEMO-2026',
    formerCodes: [],
    formerRulings: [],
    revision: 0,
  };
  const company = before ?? begun;
  const after = { ...company, planUntil, revision: company.revision + 1 };
  await people.commitCompany({ before, after, events: [], now });
}

async function putPeople(people: PeopleTable, now: number): Promise<Person[]> {
  const begun = {
    status: 'active',
    passwordVersion: 1,
    revision: 1,
    invitedAt: now,
    invitedBy: 'operator',
    activatedAt: now,
  } as const;
  const wanted: Person[] = members.map(([name, email, level]) => ({
    ...{ id: newPersonId(now), name, email, ...begun },
    ...{ staff: false, companyId, level, newsletters: true },
  }));
  wanted.push({ id: newPersonId(now), name: 'Sam Okoye', email: 'staff@example.com', ...begun, staff: true });
  return Promise.all(wanted.map((person) => putPerson(people, person)));
}

/** All without events: nobody is mailed about accounts that are active from the start. */
async function putPerson(people: PeopleTable, after: Person): Promise<Person> {
  const before = await people.personByEmail(after.email);
  if (before !== undefined) return before;
  await people.commitPerson({ before, after, events: [] });
  return after;
}
