import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { emailKey, personKey } from '../../lib/adapters/keys.ts';
import { dynamoPeople } from '../../lib/adapters/people.ts';
import { newPersonId } from '../../lib/adapters/person-id.ts';
import { Stale } from '../../lib/app/deps.ts';
import { AddressTaken, type PeopleTable, type PersonChange } from '../../lib/app/people-deps.ts';
import type { Company } from '../../lib/domain/company.ts';
import type { Member, Person, Staff } from '../../lib/domain/people/person.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { type Engine, NOW } from '../world.ts';
import { everyRow } from './whole-table.ts';

/** Every field of an account, so that a new one is not forgotten in its row. */
const account = {
  id: 'per_ada',
  name: 'Ada Park',
  email: 'Ada+Work@Example.com',
  status: 'active',
  passwordVersion: 2,
  revision: 1,
  language: 'de',
  invitedAt: NOW - 2,
  invitedBy: 'operator',
  activatedAt: NOW - 1,
  removedAt: NOW,
} as const;
const ada: Required<Member> = {
  ...account,
  ...{ staff: false, companyId: 'example-crates', level: 'manager', newsletters: false },
};
const sam: Required<Staff> = { ...account, id: 'per_sam', email: 'sam@example.com', staff: true };
const crates: Company = {
  id: 'example-crates',
  name: 'Example Crates',
  planUntil: '2027-12-31',
  afterHours: false,
  code: 'DEMO-2026',
  formerCodes: [],
  formerRulings: [],
  revision: 1,
};

const happened = { at: NOW, by: 'operator' };

/** What the rows of people promise, whichever engine keeps the table. */
export function personRules(engine: () => Engine): void {
  let client: TableClient;
  let people: PeopleTable;

  beforeEach(async () => {
    client = await engine().freshTable();
    people = dynamoPeople(client);
  });

  const invitation = (after: Person = ada): PersonChange => ({
    before: undefined,
    after,
    events: [{ type: 'person-invited', ...happened, passwordVersion: 0 }],
  });

  const change = (
    before: Person,
    fields: Partial<Member>,
    more: Partial<PersonChange> = {},
  ): PersonChange => ({
    before,
    after: { ...before, ...fields, revision: before.revision + 1 } as Person,
    events: [],
    ...more,
  });

  describe('a person', () => {
    it.each([ada, sam])('reads back as decided: %j', async (person) => {
      await people.commitPerson(invitation(person));
      expect(await people.person(person.id)).toEqual(person);
    });

    it('that there is not is none', async () => {
      expect(await people.person('per_none')).toBeUndefined();
      expect(await people.personByEmail('none@example.com')).toBeUndefined();
      expect(await people.membersOf('example-crates', { limit: 10 })).toEqual({ items: [] });
    });

    it('is found by the mail address, however that was written', async () => {
      await people.commitPerson(invitation());
      expect(await people.personByEmail('ada@example.com')).toEqual(ada);
    });

    it('is found as they are by now, also by an address whose row has no copy of them yet', async () => {
      await people.commitPerson(invitation());
      const active = change(ada, { status: 'active', level: 'basic' });
      await people.commitPerson(active);
      expect(await people.personByEmail('ada@example.com')).toEqual(active.after);
      const Item = { ...emailKey('ada@example.com'), personId: ada.id, holders: new Set([ada.id]) };
      await client.client.send(new PutCommand({ TableName: client.name, Item }));
      expect(await people.personByEmail('ada@example.com')).toEqual(active.after);
    });

    it('is found among many addresses as by one, whoever had it last where that was removed', async () => {
      await people.commitPerson(invitation());
      const gone = { ...ada, id: 'per_gone', email: 'gone@example.com' };
      await people.commitPerson(invitation({ ...gone, status: 'active' }));
      await people.commitPerson(change({ ...gone, status: 'active' }, { status: 'removed' }));
      const others = Array.from({ length: 900 }, (_, number) => `n${number}@example.com`);
      const found = await people.peopleByEmail([
        ...others,
        'ada@example.com',
        'gone@example.com',
        'ada@example.com',
      ]);
      expect(new Map([...found].map(([email, { id, status }]) => [email, `${id} ${status}`]))).toEqual(
        new Map([
          ['ada@example.com', 'per_ada active'],
          ['gone@example.com', 'per_gone removed'],
        ]),
      );
      expect(found.get('ada@example.com')).toEqual(await people.personByEmail('ada@example.com'));
    });

    it('adds their events to the outbox, numbered by revision', async () => {
      await people.commitPerson(invitation());
      const event = { type: 'person-removed', ...happened } as const;
      await people.commitPerson(change(ada, { status: 'removed' }, { events: [event] }));
      expect((await everyRow(client)).filter(({ kind }) => kind === 'event')).toEqual([
        {
          ...{ pk: 'PERSON#per_ada', sk: 'EVENT#000001', kind: 'event', about: 'person' },
          ...{ personId: 'per_ada', number: 1 },
          event: { type: 'person-invited', ...happened, passwordVersion: 0 },
        },
        expect.objectContaining({ sk: 'EVENT#000002', number: 2, event }),
      ]);
    });

    it('is stale when changed since; not one row is different then', async () => {
      await people.commitPerson(invitation());
      await people.commitPerson(change(ada, { level: 'basic' }));
      const rows = await everyRow(client);
      const late = change(ada, { status: 'removed' }, { events: [{ type: 'person-removed', ...happened }] });
      await expect(people.commitPerson(late)).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
    });

    it('that does not parse is an error that names the row and the field', async () => {
      await people.commitPerson(invitation());
      await client.client.send(
        new UpdateCommand({
          TableName: client.name,
          Key: personKey('per_ada'),
          UpdateExpression: 'SET #level = :wrong REMOVE newsletters',
          ExpressionAttributeNames: { '#level': 'level' },
          ExpressionAttributeValues: { ':wrong': 'emperor' },
        }),
      );
      const message = /PERSON#per_ada PERSON can't be read: .*level.*newsletters/u;
      await expect(people.person('per_ada')).rejects.toThrow(message);
    });
  });

  describe('a mail address', () => {
    const twin = { ...ada, id: 'per_twin', companyId: 'other', email: 'ADA@example.com' } as const;

    it('has one account in all of Showup, however it is written; nothing is written then', async () => {
      await people.commitPerson(invitation());
      const rows = await everyRow(client);
      await expect(people.commitPerson(invitation(twin))).rejects.toThrow(AddressTaken);
      const inStaff = { ...sam, email: 'ada+staff@example.com' };
      await expect(people.commitPerson(invitation(inStaff))).rejects.toThrow(AddressTaken);
      expect(await everyRow(client)).toEqual(rows);
    });

    it('goes to exactly one of twenty who are invited with it at once', async () => {
      const invitations = Array.from({ length: 20 }, (_, index) =>
        invitation({ ...ada, id: `per_${index}`, email: `ada+${index}@example.com` }),
      );
      const outcomes = await Promise.allSettled(invitations.map((made) => people.commitPerson(made)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          expect([Stale, AddressTaken]).toContain((outcome.reason as Error).constructor);
        }
      }
      const rows = await everyRow(client);
      const accounts = rows.filter(({ sk }) => sk === 'PERSON');
      // The address and the person, or neither.
      expect([0, 2]).toContain(accounts.length);
    });

    it('is free for another account once the first is removed, which it led to until then', async () => {
      await people.commitPerson(invitation());
      const gone = change(ada, { status: 'removed', removedAt: NOW });
      await people.commitPerson(gone);
      expect(await people.personByEmail('ada@example.com')).toEqual(gone.after);
      await people.commitPerson(invitation(twin));
      expect(await people.personByEmail('ada@example.com')).toEqual(twin);
      expect(await people.person('per_ada')).toEqual(gone.after);
      await expect(people.commitPerson(invitation({ ...ada, id: 'per_3' }))).rejects.toThrow(AddressTaken);
    });
  });

  describe("a company's people", () => {
    const ids = Array.from({ length: 7 }, (_, index) => newPersonId(NOW + index));

    async function inviteAll(): Promise<Member[]> {
      const members = ids.map((id, index): Member => ({ ...ada, id, email: `person${index}@example.com` }));
      for (const person of members) await people.commitPerson(invitation(person));
      return members;
    }

    async function pages(limit: number): Promise<string[][]> {
      const found: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await people.membersOf('example-crates', { limit, ...(cursor && { cursor }) });
        found.push(page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      return found;
    }

    it('are listed in order of invitation, as they are now', async () => {
      const [first, ...others] = await inviteAll();
      if (first === undefined) throw new Error('nobody was invited');
      const changed = change(first, { level: 'basic' });
      await people.commitPerson(changed);
      const { items } = await people.membersOf('example-crates', { limit: 10 });
      expect(items).toEqual([changed.after, ...others]);
    });

    it('come in full pages, the last of which leads nowhere', async () => {
      await inviteAll();
      expect(await pages(3)).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
      expect(await pages(7)).toEqual([ids]);
    });

    it('come in full pages where some were removed', async () => {
      const members = await inviteAll();
      for (const index of [0, 1, 3, 6]) {
        const person = members[index];
        if (person !== undefined) await people.commitPerson(change(person, { status: 'removed' }));
      }
      expect(await pages(2)).toEqual([[ids[2], ids[4]], [ids[5]]]);
      expect(await pages(3)).toEqual([[ids[2], ids[4], ids[5]]]);
    });

    it("are those of no other company, not even by another's cursor", async () => {
      await inviteAll();
      await people.commitPerson(invitation({ ...ada, companyId: 'example-crates-2' }));
      await people.commitPerson(invitation(sam));
      expect((await pages(10)).flat()).toEqual(ids);
      const { next = '' } = await people.membersOf('example-crates', { limit: 1 });
      const { items } = await people.membersOf('other', { limit: 10, cursor: next });
      expect(items).toEqual([]);
    });

    it.each(['', 'x', 'per_ada', Buffer.from('PERSON#').toString('base64url')])(
      'have no page at the cursor %j',
      async (cursor) => {
        const attempt = people.membersOf('example-crates', { limit: 1, cursor });
        await expect(attempt).rejects.toThrow(Refusal);
      },
    );
  });

  describe('a change that was decided on who else the company has', () => {
    beforeEach(() => people.commitCompany({ before: undefined, after: crates, events: [], now: NOW }));

    it('raises the revision of the company, and nothing else of it', async () => {
      await people.commitPerson(invitation());
      await people.commitPerson(change(ada, { level: 'basic' }, { decidedOn: crates }));
      expect(await people.company(crates.id)).toEqual({ ...crates, revision: 2 });
    });

    it('is stale where another one was faster, of whomever it was', async () => {
      const bo: Member = { ...ada, id: 'per_bo', email: 'bo@example.com' };
      await people.commitPerson(invitation());
      await people.commitPerson(invitation(bo));
      await people.commitPerson(change(ada, { level: 'basic' }, { decidedOn: crates }));
      const rows = await everyRow(client);
      const second = change(bo, { level: 'basic' }, { decidedOn: crates });
      await expect(people.commitPerson(second)).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
    });
  });
}
