import { beforeEach, describe, expect, it } from 'vitest';
import { dynamoDirectory } from '../../lib/adapters/directory.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoPeople } from '../../lib/adapters/people.ts';
import { newPersonId } from '../../lib/adapters/person-id.ts';
import type { Directory, DirectoryName, Listed } from '../../lib/app/directory-deps.ts';
import type { PeopleTable } from '../../lib/app/people-deps.ts';
import type { Company } from '../../lib/domain/company.ts';
import type { Member, Person, Staff } from '../../lib/domain/people/person.ts';
import { remainsOf } from '../../lib/domain/people/tombstone.ts';
import { type Engine, NOW } from '../world.ts';

const account = {
  status: 'active',
  passwordVersion: 1,
  revision: 1,
  invitedAt: NOW,
  invitedBy: 'operator',
} as const;

/** What the directory of names promises, whichever engine keeps the table. */
export function directoryRules(engine: () => Engine): void {
  let table: TableClient;
  let people: PeopleTable;
  let directory: Directory;

  beforeEach(async () => {
    table = await engine().freshTable();
    people = dynamoPeople(table);
    directory = dynamoDirectory(table);
  });

  async function member(name: string, index = 0): Promise<Member> {
    const email = `${index}@example.com`;
    const facts = { companyId: 'example-crates', level: 'basic', newsletters: true } as const;
    const after: Member = {
      ...{ ...account, ...facts },
      ...{ staff: false, id: newPersonId(NOW + index), name, email },
    };
    await people.commitPerson({ before: undefined, after, events: [] });
    return after;
  }

  const change = (before: Person, fields: Partial<Member>) =>
    people.commitPerson({
      before,
      after: { ...before, ...fields, revision: before.revision + 1 } as Person,
      events: [],
    });

  async function company(id: string, name: string): Promise<Company> {
    const after: Company = {
      ...{ id, name, planUntil: '2027-12-31', afterHours: false, code: `CODE-${id}`, revision: 1 },
      ...{ formerCodes: [], formerRulings: [] },
    };
    await people.commitCompany({ before: undefined, after, events: [], now: NOW });
    return after;
  }

  async function names(of: DirectoryName): Promise<string[]> {
    const page = await directory.namesIn(of, { limit: 100 });
    expect(page.more).toBe(false);
    return page.names.map(({ name }) => name);
  }

  it('lists members and staff by their names, and companies beside them', async () => {
    const zoe = await member('Zoë Müller', 1);
    const ada = await member('ada  PARK', 2);
    const sam: Staff = {
      ...account,
      ...{ staff: true, id: newPersonId(NOW), name: 'Sam', email: 's@example.com' },
    };
    await people.commitPerson({ before: undefined, after: sam, events: [] });
    await company('crates', 'Example Crates');
    expect(await directory.namesIn('people', { limit: 10 })).toEqual({
      names: [
        { name: 'ada park', id: ada.id },
        { name: 'sam', id: sam.id },
        { name: 'zoe muller', id: zoe.id },
      ],
      more: false,
    });
    expect(await directory.namesIn('companies', { limit: 10 })).toEqual({
      names: [{ name: 'example crates', id: 'crates' }],
      more: false,
    });
  });

  it('drops whoever is removed or erased', async () => {
    const removed = await member('Ada Park', 1);
    const erased = await member('Bo Lind', 2);
    await member('Cy Ono', 3);
    await change(removed, { status: 'removed', removedAt: NOW });
    await change(erased, { ...remainsOf(erased.id), status: 'removed', removedAt: NOW });
    expect(await names('people')).toEqual(['cy ono']);
  });

  it('moves who is renamed, and keeps who is changed otherwise', async () => {
    const crates = await company('crates', 'Example Crates');
    await company('boxes', 'Example Boxes');
    const renamed = { ...crates, name: 'A Crate', revision: 2 };
    await people.commitCompany({ before: crates, after: renamed, events: [], now: NOW });
    expect(await names('companies')).toEqual(['a crate', 'example boxes']);
    const ada = await member('Ada Park', 1);
    // As a level is changed: on the word of the company's row.
    await people.commitPerson({
      before: ada,
      after: { ...ada, level: 'manager', revision: 2 },
      events: [],
      decidedOn: renamed,
    });
    expect(await names('companies')).toEqual(['a crate', 'example boxes']);
    expect(await names('people')).toEqual(['ada park']);
  });

  it('is read in parts, each name once, also where two have the same', async () => {
    const all: Listed[] = [];
    for (const index of [1, 2, 3, 4, 5]) {
      const { id } = await member(index < 4 ? 'Ada Park' : 'Bo Lind', index);
      all.push({ id, name: index < 4 ? 'ada park' : 'bo lind' });
    }
    const read: Listed[] = [];
    let after: Listed | undefined;
    for (let more = true; more; ) {
      const page = await directory.namesIn('people', { limit: 2, ...(after && { after }) });
      read.push(...page.names);
      after = page.names.at(-1);
      more = page.more && after !== undefined;
    }
    expect(read.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(all);
    expect(read.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  });

  describe('a name that is no good as a key', () => {
    it.each(['\u0301', 'ﷺ'.repeat(200), '😀'.repeat(100), `${'a'.repeat(299)}😀`])(
      'can be had all the same: %j',
      async (name) => {
        const ada = await member(name);
        expect(await people.person(ada.id)).toEqual(ada);
      },
    );
  });
}
