import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { phoneKey } from '../../lib/adapters/keys.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { type PhoneChange, Stale, type Table } from '../../lib/app/deps.ts';
import { type Phone, unknownPhone } from '../../lib/domain/phone/phone.ts';
import { type Engine, NOW } from '../world.ts';
import { everyRow } from './whole-table.ts';

const DAY = 86_400_000;
const mobile = '+15550100123';
const told = { messageId: 'm1', happened: { type: 'no-session', language: 'de' } } as const;

/** Every field of a phone, so that a new one is not forgotten in its row. */
const known: Required<Phone> = {
  mobile,
  revision: 1,
  threads: [
    { bookingId: 'bkg_one', textedAt: NOW - 2 },
    { bookingId: 'bkg_two', textedAt: NOW - 1 },
  ],
  question: { askedAt: NOW, intent: 'cannot', options: ['bkg_one', 'bkg_two'] },
  consent: { stamp: NOW, given: true },
  refusedAt: NOW,
  introducedBy: '1.text',
  owners: ['ada@example.com'],
  strangerText: '2.text',
  heard: ['m1', 'm2'],
  sent: [{ at: NOW, effect: '1.text' }],
  toldAt: NOW,
};

/** What the rows of phones promise, whichever engine keeps the table. */
export function phoneRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
  });

  /** The change from what was read to what shall be. */
  const change = (
    before: Phone,
    fields: Partial<Phone> = {},
    more: Partial<PhoneChange> = {},
  ): PhoneChange => ({
    before,
    after: { ...before, ...fields, revision: before.revision + 1 },
    now: NOW,
    ...more,
  });

  async function committed(made: PhoneChange): Promise<Phone> {
    await table.commitPhone(made);
    return made.after;
  }

  const expiries = async (): Promise<unknown[]> =>
    (await everyRow(client)).map(({ sk, expiresAt }) => [sk, expiresAt]);

  describe('a phone', () => {
    it('reads back as it was decided, whatever is known of it', async () => {
      const after = await committed(change(unknownPhone(mobile), known));
      expect(after).toEqual(known);
      expect(await table.phone(mobile)).toEqual(known);
    });

    it('of which nothing is known is no row, but can be decided on', async () => {
      expect(await table.phone(mobile)).toEqual(unknownPhone(mobile));
    });

    it('loses what the next change leaves out', async () => {
      const { question: _, ...answered } = await committed(change(unknownPhone(mobile), known));
      const next = { ...answered, revision: 2 };
      await table.commitPhone({ before: await table.phone(mobile), after: next, now: NOW });
      expect(await table.phone(mobile)).toEqual(next);
    });

    it('is stale when it was changed since it was read, first or later; not one row is different then', async () => {
      const first = change(unknownPhone(mobile), { owners: ['ada@example.com'] });
      const after = await committed(first);
      const rows = await everyRow(client);
      await expect(table.commitPhone({ ...first, event: told })).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
      await committed(change(after));
      await expect(table.commitPhone(change(after, {}, { event: told }))).rejects.toThrow(Stale);
      expect(await table.phone(mobile)).toMatchObject({ revision: 2 });
    });

    it('never takes two of twenty changes that were decided on the same row', async () => {
      const before = await committed(change(unknownPhone(mobile)));
      const changes = Array.from({ length: 20 }, (_, index) => change(before, { heard: [`m${index}`] }));
      const outcomes = await Promise.allSettled(changes.map((made) => table.commitPhone(made)));
      const won = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
      expect(won.length).toBeLessThanOrEqual(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Stale);
      }
      expect((await table.phone(mobile)).heard).toEqual(won.map((index) => `m${index}`));
    });

    it('that does not parse is an error that names the row and the field', async () => {
      await committed(change(unknownPhone(mobile)));
      await client.client.send(
        new UpdateCommand({
          TableName: client.name,
          Key: phoneKey(mobile),
          UpdateExpression: 'SET consent = :wrong REMOVE owners',
          ExpressionAttributeValues: { ':wrong': 'yes' },
        }),
      );
      const message = /PHONE#\+15550100123 PHONE can't be read: .*consent.*owners/u;
      await expect(table.phone(mobile)).rejects.toThrow(message);
    });

    it('is forgotten 400 days after its last change, but not that its owner opted out', async () => {
      const seconds = NOW / 1000 + 400 * 86_400;
      const first = await committed(change(unknownPhone(mobile)));
      expect(await expiries()).toEqual([['PHONE', seconds]]);
      const later = await committed(change(first, {}, { now: NOW + DAY }));
      expect(await expiries()).toEqual([['PHONE', seconds + 86_400]]);
      const out = await committed(change(later, { consent: { stamp: NOW, given: false } }));
      expect(await expiries()).toEqual([['PHONE', undefined]]);
      await committed(change(out, { consent: { stamp: NOW + 1, given: true } }));
      expect(await expiries()).toEqual([['PHONE', seconds]]);
    });
  });

  describe('what a number must hear of', () => {
    it('is a row that the stream carries on, beside the phone, and that ends after 90 days', async () => {
      await committed(change(unknownPhone(mobile), {}, { event: told }));
      expect(await everyRow(client)).toEqual([
        expect.objectContaining({ sk: 'PHONE', revision: 1 }),
        {
          pk: `PHONE#${mobile}`,
          sk: 'TELL#m1',
          kind: 'event',
          about: 'phone',
          mobile,
          messageId: 'm1',
          at: NOW,
          event: told.happened,
          expiresAt: NOW / 1000 + 90 * 86_400,
        },
      ]);
    });

    it('is neither told anew nor written over where the same text led to it again, and the phone is written', async () => {
      const first = await committed(change(unknownPhone(mobile), {}, { event: told }));
      const events = async () => (await everyRow(client)).filter(({ kind }) => kind === 'event');
      const before = await events();
      await committed(change(first, { toldAt: NOW + 1 }, { event: told, now: NOW + 1 }));
      expect(before).toHaveLength(1);
      expect(await events()).toEqual(before);
      expect(await table.phone(mobile)).toMatchObject({ revision: 2, toldAt: NOW + 1 });
      await expect(table.commitPhone(change(first, {}, { event: told }))).rejects.toThrow(Stale);
    });
  });

  describe('a text that the row of its number has no room for any more', () => {
    it('is a row of its own, written with the change that left it out, for 90 days', async () => {
      const first = await committed(change(unknownPhone(mobile), { heard: ['m1', 'm2'] }));
      expect(await table.wasHeard(mobile, 'm1')).toBe(false);
      await committed(change(first, { heard: ['m2', 'm3'] }));
      expect(await table.wasHeard(mobile, 'm1')).toBe(true);
      expect(await table.wasHeard(mobile, 'm2')).toBe(false);
      expect(await table.wasHeard('+15550100124', 'm1')).toBe(false);
      expect(await expiries()).toContainEqual(['HEARD#m1', NOW / 1000 + 90 * 86_400]);
    });

    it('is none where the change is stale', async () => {
      const first = await committed(change(unknownPhone(mobile), { heard: ['m1'] }));
      await committed(change(first));
      const rows = await everyRow(client);
      await expect(table.commitPhone(change(first, { heard: ['m2'] }))).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
    });

    it('is written beside what the number must hear of, which is told once', async () => {
      const first = await committed(change(unknownPhone(mobile), { heard: ['m1'] }, { event: told }));
      await committed(change(first, { heard: ['m2'] }, { event: told }));
      expect(await table.wasHeard(mobile, 'm1')).toBe(true);
      expect((await everyRow(client)).map(({ sk }) => sk)).toEqual(['HEARD#m1', 'PHONE', 'TELL#m1']);
    });
  });
}
