import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoOutbox } from '../../lib/adapters/outbox.ts';
import { dynamoPeople } from '../../lib/adapters/people.ts';
import { dynamoStandings } from '../../lib/adapters/standings.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { Stale, type Table } from '../../lib/app/deps.ts';
import type { PeopleTable } from '../../lib/app/people-deps.ts';
import type { StandingTable } from '../../lib/app/standing-deps.ts';
import { erasePerson } from '../../lib/domain/people/erase.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { remainsOf } from '../../lib/domain/people/tombstone.ts';
import type { Phone } from '../../lib/domain/phone/phone.ts';
import { unknownPhone } from '../../lib/domain/phone/phone.ts';
import type { Ruling } from '../../lib/domain/standing/entry.ts';
import { blankRecord, type StandingRecord } from '../../lib/domain/standing/record.ts';
import { type Engine, NOW, START } from '../world.ts';
import { booking, following } from './changes.ts';
import { everyRow } from './whole-table.ts';

const DAY = 86_400_000;
const EMAIL = 'ada@example.com';
const MOBILE = '+15550100123';
const TOMBSTONE = 'gone_one';
const { email: LEFT } = remainsOf(TOMBSTONE);

/** What forgetting somebody promises of single rows, whichever engine keeps the table. */
export function erasureRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;
  let people: PeopleTable;
  let standings: StandingTable;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
    people = dynamoPeople(client);
    standings = dynamoStandings(client);
  });

  const lifted: Ruling = {
    id: 'rul_one',
    kind: 'lifted',
    at: NOW,
    by: 'per_robin',
    reason: 'Her mother died',
  };

  /** A record with a no-show and a decision. */
  async function recorded(): Promise<StandingRecord> {
    const made = booking({ minutes: 15 });
    await table.commit(made);
    await table.commit(following(made.after, { type: 'due', kind: 'close', version: 1 }, START + 900_000));
    const before = await table.record(EMAIL);
    const { id = 'std_one' } = before;
    const after = { ...before, id, revision: 2, entries: [...before.entries, lifted] };
    const event = { type: 'person-lifted', at: NOW, by: 'per_robin', rulingId: 'rul_one' } as const;
    await standings.commitRecord({ before, after, event });
    return after;
  }

  describe('a record that is erased', () => {
    it('is whole under the tombstone but for the reasons, and named by the same id', async () => {
      const before = await recorded();
      await standings.eraseRecord(before, TOMBSTONE);
      expect(await table.record(EMAIL)).toEqual(blankRecord(EMAIL));
      const after = await table.record(LEFT);
      expect(after).toMatchObject({ email: LEFT, id: before.id });
      expect(after.entries).toEqual([before.entries[0], { ...lifted, reason: '' }]);
      expect(await standings.recordById(before.id ?? '')).toEqual(after);
      expect(JSON.stringify(await everyRow(client))).not.toContain('mother');
    });

    it('is so as well when it is done again, and when something was recorded under the tombstone before', async () => {
      const before = await recorded();
      const erased = following(
        (await table.booking('bkg_one')) ?? undefined,
        { type: 'erase', staffId: 'per_robin', tombstone: TOMBSTONE },
        START + DAY,
      );
      await table.commit(erased);
      const excuse = { type: 'excuse', staffId: 'per_robin', reason: 'Ill' } as const;
      await table.commit(following(erased.after, excuse, START + DAY));
      await standings.eraseRecord(before, TOMBSTONE);
      await standings.eraseRecord(await table.record(EMAIL), TOMBSTONE);
      await standings.eraseRecord(await table.record(LEFT), TOMBSTONE);
      const after = await table.record(LEFT);
      expect(after.entries.map(({ kind }) => kind).toSorted()).toEqual([
        'lifted',
        'no-show',
        'no-show-excused',
      ]);
      expect(await standings.recordById(before.id ?? '')).toEqual(after);
    });

    it('stays as it is when something was recorded since it was read', async () => {
      const before = await recorded();
      const made = booking({ id: 'bkg_two', minutes: 15, start: START + DAY });
      await table.commit(made);
      await table.commit(
        following(made.after, { type: 'due', kind: 'close', version: 1 }, START + DAY + 900_000),
      );
      const rows = await everyRow(client);
      await expect(standings.eraseRecord(before, TOMBSTONE)).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
    });
  });

  describe('a number that is erased', () => {
    const phone = (fields: Partial<Phone>): Phone => ({
      ...unknownPhone(MOBILE),
      owners: [EMAIL],
      threads: [{ bookingId: 'bkg_one', textedAt: NOW }],
      revision: 1,
      ...fields,
    });

    async function known(after: Phone): Promise<void> {
      const happened = { type: 'no-session', language: 'de' } as const;
      const before = unknownPhone(MOBILE);
      await table.commitPhone({ before, after, event: { messageId: 'm1', happened }, now: NOW });
      await dynamoOutbox(client).claim({ owner: MOBILE, effect: 'm1.text' }, NOW, NOW + 1);
    }

    it('is nowhere any more', async () => {
      await known(phone({}));
      await standings.erasePhone(MOBILE);
      await standings.erasePhone(MOBILE);
      expect(await everyRow(client)).toEqual([]);
    });

    it('is known only as one that wants no texts, where its owner said so: not by whom', async () => {
      const consent = { stamp: NOW, given: false };
      await known(phone({ consent, heard: ['m1'] }));
      await standings.erasePhone(MOBILE);
      await standings.erasePhone(MOBILE);
      expect(await table.phone(MOBILE)).toEqual({ ...unknownPhone(MOBILE), consent, revision: 3 });
      expect(await everyRow(client)).toHaveLength(1);
    });
  });

  describe('a person who is erased', () => {
    const ada: Member = {
      id: 'per_ada',
      name: 'Ada Park',
      email: 'Ada@Example.com',
      staff: false,
      companyId: 'crates',
      level: 'basic',
      newsletters: false,
      status: 'active',
      passwordVersion: 1,
      revision: 1,
      invitedAt: NOW,
      invitedBy: 'operator',
    };
    const actor = { kind: 'operator' } as const;
    const happened = { at: NOW, by: 'operator', passwordVersion: 1 };

    async function invited(person: Member): Promise<void> {
      await people.commitPerson({
        before: undefined,
        after: person,
        events: [{ type: 'person-invited', ...happened }],
      });
    }

    it('leaves no name and no address behind, neither in their row nor in the company’s list', async () => {
      await invited(ada);
      await people.commitPerson({ before: ada, ...erasePerson(actor, ada, TOMBSTONE, NOW) });
      expect(await people.personByEmail(EMAIL)).toBeUndefined();
      expect(await people.person('per_ada')).toMatchObject({ email: LEFT, status: 'removed' });
      expect(JSON.stringify(await everyRow(client))).not.toMatch(/ada@|Ada/u);
    });

    it('leaves the address to who was given it since', async () => {
      await invited(ada);
      const removed: Member = { ...ada, status: 'removed', removedAt: NOW, revision: 2 };
      await people.commitPerson({ before: ada, after: removed, events: [] });
      await invited({ ...ada, id: 'per_other' });
      await people.commitPerson({ before: removed, ...erasePerson(actor, removed, TOMBSTONE, NOW) });
      expect(await people.personByEmail(EMAIL)).toMatchObject({ id: 'per_other' });
      expect(await people.person('per_ada')).toMatchObject({ email: LEFT });
    });
  });
}
