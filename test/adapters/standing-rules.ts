import { beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../lib/adapters/booking-search.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoPeople } from '../../lib/adapters/people.ts';
import { dynamoStandings } from '../../lib/adapters/standings.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import {
  AlreadyDone,
  type Change,
  type Reliance,
  Stale,
  StandingChanged,
  type Table,
} from '../../lib/app/deps.ts';
import type { RecordChange, StandingTable } from '../../lib/app/standing-deps.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { CompanyRuling, Ruling } from '../../lib/domain/standing/entry.ts';
import { blankRecord, type StandingRecord } from '../../lib/domain/standing/record.ts';
import { company, type Engine, NOW, putCompany, START } from '../world.ts';
import { booking, following, keyed, moved } from './changes.ts';
import { everyRow } from './whole-table.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EMAIL = 'ada@example.com';

/** What the rows of standing promise, whichever engine keeps the table. */
export function standingRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;
  let standings: StandingTable;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
    standings = dynamoStandings(client);
  });

  async function committed(change: Change): Promise<Booking> {
    await table.commit(change);
    return change.after;
  }

  /** A booking that nobody came to, with the row of it. */
  async function noShow(id: string, start: number): Promise<Booking> {
    const booked = await committed(booking({ id, start, minutes: 15, now: start - 2 * DAY }));
    const at = start + 15 * 60_000;
    return committed(following(booked, { type: 'due', kind: 'close', version: 1 }, at));
  }

  /** How a change fails; not one row is different for it. */
  async function failureOf(change: Change): Promise<unknown> {
    const before = await everyRow(client);
    const failure: unknown = await table.commit(change).catch((error: Error) => error.constructor);
    expect(await everyRow(client)).toEqual(before);
    return failure;
  }

  const ruling = (fields: Partial<Extract<Ruling, { kind: 'blocked' }>> = {}): Ruling => ({
    id: 'rul_one',
    kind: 'blocked',
    at: NOW,
    by: 'per_robin',
    reason: 'Shouted at Kim',
    companyId: 'example-crates',
    until: NOW + DAY,
    ...fields,
  });

  function ruled(before: StandingRecord, one: Ruling = ruling()): RecordChange {
    const revision = before.revision + 1;
    const after = { ...before, id: before.id ?? 'std_one', revision, entries: [...before.entries, one] };
    const event = {
      type: 'person-blocked',
      at: NOW,
      by: 'per_robin',
      rulingId: one.id,
      until: NOW + DAY,
    } as const;
    return { before, after, event };
  }

  describe('what counts', () => {
    it('is nothing, at revision 0, for who was never heard of', async () => {
      expect(await table.record('nobody@example.com')).toEqual(blankRecord('nobody@example.com'));
    });

    it('is recorded with the event that it comes from, for the person and for their company', async () => {
      const first = await noShow('bkg_one', START);
      const expected = {
        ...{ bookingId: 'bkg_one', number: 2, at: START + 15 * 60_000, start: START },
        ...{ companyId: 'example-crates', kind: 'no-show', reason: 'absent' },
      };
      const record = await table.record(EMAIL);
      expect(record).toEqual({
        email: EMAIL,
        id: expect.stringMatching(/^std_[0-9a-z]{26}$/u),
        revision: 1,
        entries: [expected],
      });
      expect(await standings.entriesOf('example-crates', 0)).toEqual([expected]);
      const excused = { type: 'excuse', staffId: 'per_robin', reason: 'Ill' } as const;
      await table.commit(following(first, excused, START + DAY));
      const later = await table.record(EMAIL);
      expect(later).toMatchObject({ id: record.id, revision: 2 });
      expect(later.entries.map(({ kind }) => kind)).toEqual(['no-show', 'no-show-excused']);
      expect((await standings.entriesOf('example-crates', 0)).map(({ kind }) => kind)).toEqual([
        'no-show',
        'no-show-excused',
      ]);
    });

    it('is nothing of a booking, a reminder or an early cancellation', async () => {
      const booked = await committed(booking());
      await table.commit(following(booked, { type: 'cancel', by: 'link', stamp: NOW }));
      expect(await table.record(EMAIL)).toEqual(blankRecord(EMAIL));
      expect(await standings.entriesOf('example-crates', 0)).toEqual([]);
    });

    it('is found however the address was written', async () => {
      const made = booking({ minutes: 15 });
      const attendee = { ...made.after.attendee, email: ' Ada+Work@Example.COM' };
      const booked = await committed({ ...made, after: { ...made.after, attendee } });
      await table.commit(following(booked, { type: 'due', kind: 'close', version: 1 }, START + HOUR / 4));
      expect((await table.record(EMAIL)).entries).toHaveLength(1);
    });

    it('of a company is told from an instant on, in order, and no other list of it holds it', async () => {
      for (const [id, days] of [
        ['bkg_c', 3],
        ['bkg_a', 1],
        ['bkg_b', 2],
      ] as const) {
        await noShow(id, START + days * DAY);
      }
      const from = START + 2 * DAY + 15 * 60_000;
      const ids = async (instant: number) =>
        (await standings.entriesOf('example-crates', instant)).map(({ bookingId }) => bookingId);
      expect(await ids(0)).toEqual(['bkg_a', 'bkg_b', 'bkg_c']);
      expect(await ids(from)).toEqual(['bkg_b', 'bkg_c']);
      expect(await ids(from + 1)).toEqual(['bkg_c']);
      expect(await standings.entriesOf('example', 0)).toEqual([]);
      const places = await dynamoSearch(client).bookingsIn(
        { of: 'company', id: 'example-crates' },
        { from: 0, direction: 'onwards', limit: 10 },
      );
      expect(places.map(({ bookingId }) => bookingId)).toEqual(['bkg_a', 'bkg_b', 'bkg_c']);
    });

    it('is recorded for all that count at once', async () => {
      const starts = Array.from({ length: 8 }, (_, index) => START + index * HOUR);
      const booked: Booking[] = [];
      for (const start of starts) {
        booked.push(await committed(booking({ id: `bkg_${start}`, start, minutes: 15, now: NOW })));
      }
      await Promise.all(
        booked.map(async (one) => {
          const change = following(one, { type: 'due', kind: 'close', version: 1 }, one.start + HOUR / 4);
          for (;;) {
            try {
              return await table.commit(change);
            } catch (error) {
              if (!(error instanceof Stale)) throw error;
            }
          }
        }),
      );
      const record = await table.record(EMAIL);
      expect(record.revision).toBe(8);
      expect(new Set(record.entries.map(({ at }) => at)).size).toBe(8);
    });
  });

  describe('a booking that relies on a standing', () => {
    const code = 'DEMO2026';
    const holding = (change: Change, relies: Reliance): Change => ({ ...change, relies });
    const asRead = async (held?: CompanyRuling): Promise<Reliance> => {
      const { email, revision } = await table.record(EMAIL);
      return { record: { email, revision }, company: { code, ...(held && { ruling: held }) } };
    };

    it('is made while that stands, be it blank or not', async () => {
      await putCompany(client, company, 'DEMO-2026');
      await table.commit(holding(booking(), await asRead()));
      await noShow('bkg_two', START + DAY);
      await table.commit(holding(booking({ id: 'bkg_three', start: START + 2 * DAY }), await asRead()));
    });

    it('is not made when a no-show came between', async () => {
      await putCompany(client, company, 'DEMO-2026');
      const blank = await asRead();
      await noShow('bkg_two', START + DAY);
      expect(await failureOf(holding(booking(), blank))).toBe(StandingChanged);
      const one = await asRead();
      await noShow('bkg_three', START + 2 * DAY);
      expect(await failureOf(holding(booking(), one))).toBe(StandingChanged);
      await table.commit(holding(booking(), await asRead()));
    });

    it('is not made when something was decided on the person between', async () => {
      const blank = await asRead();
      await standings.commitRecord(ruled(blankRecord(EMAIL)));
      expect(await failureOf(holding(booking(), blank))).toBe(StandingChanged);
    });

    it('is not made when something was decided on the company between, the first time or again', async () => {
      const people = dynamoPeople(client);
      await putCompany(client, company, 'DEMO-2026');
      const before = await people.company(company.id);
      if (before === undefined) throw new Error('there is no company');
      const decided = (at: number): CompanyRuling => ({
        ...{ decision: 'block', at, by: 'per_robin', reason: 'Too many', until: NOW + DAY },
      });
      const blank = await asRead();
      const after = { ...before, ruling: decided(NOW), revision: 2 };
      await people.commitCompany({ before, after, events: [], now: NOW });
      expect(await failureOf(holding(booking(), blank))).toBe(StandingChanged);
      await table.commit(holding(booking(), await asRead(decided(NOW))));
      const later = { ...after, ruling: decided(NOW + 1), formerRulings: [decided(NOW)], revision: 3 };
      await people.commitCompany({ before: after, after: later, events: [], now: NOW });
      const next = booking({ id: 'bkg_two', start: START + DAY });
      expect(await failureOf(holding(next, await asRead(decided(NOW))))).toBe(StandingChanged);
    });

    it('is told first that its key was used or its row changed, and that the standing changed before that a cell was taken', async () => {
      const stale: Reliance = { record: { email: EMAIL, revision: 7 } };
      const first = await committed(keyed(booking(), 'key'));
      await table.commit(moved(first, START + 2 * HOUR));
      expect(await failureOf(holding(keyed(booking({ id: 'bkg_two' }), 'key'), stale))).toBe(AlreadyDone);
      expect(await failureOf(holding(booking(), stale))).toBe(AlreadyDone);
      expect(await failureOf(holding(moved(first, START + 3 * HOUR), stale))).toBe(Stale);
      const taken = booking({ id: 'bkg_two', start: START + 2 * HOUR });
      expect(await failureOf(holding(taken, stale))).toBe(StandingChanged);
    });
  });

  describe('a decision on a person', () => {
    it('is in their record, which its event names without saying whose it is', async () => {
      const change = ruled(blankRecord(EMAIL));
      await standings.commitRecord(change);
      expect(await table.record(EMAIL)).toEqual(change.after);
      expect(await standings.recordById('std_one')).toEqual(change.after);
      expect(await standings.recordById('std_two')).toBeUndefined();
      const [event] = (await everyRow(client)).filter(({ kind }) => kind === 'event');
      expect(event).toEqual({
        ...{ pk: 'STANDING#std_one', sk: 'EVENT#000001', kind: 'event', about: 'standing' },
        ...{ standingId: 'std_one', number: 1, event: change.event },
      });
      expect(JSON.stringify(event)).not.toContain('Shouted');
    });

    it('comes after what was recorded already, under the same id', async () => {
      await noShow('bkg_one', START);
      const before = await table.record(EMAIL);
      await standings.commitRecord(ruled(before));
      const after = await table.record(EMAIL);
      expect(after).toMatchObject({ id: before.id, revision: 2 });
      expect(await standings.recordById(before.id ?? '')).toEqual(after);
      await noShow('bkg_two', START + DAY);
      expect((await table.record(EMAIL)).entries.map(({ kind }) => kind)).toEqual([
        'no-show',
        'blocked',
        'no-show',
      ]);
    });

    it('is stale when something was recorded since it was read; nothing is written then', async () => {
      const blank = await table.record(EMAIL);
      await noShow('bkg_one', START);
      const before = await table.record(EMAIL);
      await noShow('bkg_two', START + DAY);
      const rows = await everyRow(client);
      await expect(standings.commitRecord(ruled(blank))).rejects.toThrow(Stale);
      await expect(standings.commitRecord(ruled(before))).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
    });
  });

  describe('the end of a block', () => {
    it('is found once it has come, the longest past first, until it is told', async () => {
      const [ada, kim] = [ruled(blankRecord(EMAIL)).after, ruled(blankRecord('kim@example.com')).after];
      for (const after of [ada, { ...kim, id: 'std_two' }]) {
        await standings.commitRecord({ ...ruled(blankRecord(after.email)), after });
      }
      await standings.awaitBlockEnd(ada, NOW + DAY);
      await standings.awaitBlockEnd(kim, NOW + HOUR);
      expect(await standings.blocksEnding(NOW + HOUR - 1, 10)).toEqual([]);
      expect(await standings.blocksEnding(NOW + DAY, 10)).toEqual(['kim@example.com', EMAIL]);
      expect(await standings.blocksEnding(NOW + DAY, 1)).toEqual(['kim@example.com']);
      expect(await table.overdue(NOW + DAY, 10)).toEqual([]);
      await standings.awaitBlockEnd(kim, undefined);
      expect(await standings.blocksEnding(NOW + DAY, 10)).toEqual([EMAIL]);
      expect(await table.record(EMAIL)).toEqual(ada);
    });

    it('stays awaited when more is recorded, and is not set by who has not seen that', async () => {
      const { after } = ruled(blankRecord(EMAIL));
      await standings.commitRecord(ruled(blankRecord(EMAIL)));
      await standings.awaitBlockEnd(after, NOW + DAY);
      await noShow('bkg_one', START);
      await standings.awaitBlockEnd(after, undefined);
      expect(await standings.blocksEnding(NOW + DAY, 10)).toEqual([EMAIL]);
      await standings.commitRecord(ruled(await table.record(EMAIL), ruling({ id: 'rul_two' })));
      expect(await standings.blocksEnding(NOW + DAY, 10)).toEqual([EMAIL]);
    });
  });

  describe('a policy', () => {
    it('is kept under its version as it was first said', async () => {
      await standings.keepPolicy('pol_one', { noShows: { limit: 2 } }, NOW);
      await standings.keepPolicy('pol_one', { noShows: { limit: 9 } }, NOW + 1);
      expect(await standings.policy('pol_one')).toEqual({ noShows: { limit: 2 } });
      expect(await standings.policy('pol_two')).toBeUndefined();
    });

    it('is named beside every event that it decided', async () => {
      await table.commit({ ...booking(), policy: 'pol_one' });
      const events = await dynamoSearch(client).eventsOf('bkg_one');
      expect(events.map(({ policy }) => policy)).toEqual(['pol_one']);
    });
  });

  describe('what happened', () => {
    it('is kept without who it happened to and what they wrote, which the booking’s row gives back', async () => {
      const booked = await committed(booking());
      expect(booked.topic).toBe('The importer stops at row 40,000');
      await table.commit(moved(booked, START + 2 * HOUR));
      const cancel = { type: 'cancel', by: 'link', stamp: NOW, reason: 'Grandma fell' } as const;
      const { after } = moved(booked, START + 2 * HOUR);
      await table.commit(following(after, cancel));
      const rows = (await everyRow(client)).filter(({ sk }) => String(sk).startsWith('EVENT#'));
      expect(rows).toHaveLength(3);
      for (const word of ['ada', 'Ada', '5550100123', 'importer', 'Grandma']) {
        expect(JSON.stringify(rows)).not.toContain(word);
      }
      expect(await table.bookingAsBooked('bkg_one')).toEqual({ booking: booked });
    });
  });
}
