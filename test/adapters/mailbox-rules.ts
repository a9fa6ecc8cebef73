import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoStandings } from '../../lib/adapters/standings.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { Stale, type Table } from '../../lib/app/deps.ts';
import { type Mailbox, unknownMailbox } from '../../lib/domain/mailbox.ts';
import { type Engine, NOW } from '../world.ts';
import { everyRow } from './whole-table.ts';

const email = 'ada@example.com';
const bounced = { what: 'bounced', at: NOW, address: 'Ada+x@example.com' } as const;
const by = { at: NOW + 1, by: 'per_robin', reason: 'They called' };
const event = { type: 'mail-allowed', ...by, addresses: ['ada+x@example.com'] } as const;

/** What the rows of mailboxes promise, whichever engine keeps the table. */
export function mailboxRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;
  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
  });

  const first: Mailbox = { email, revision: 1, notes: [bounced] };
  const complained: Mailbox = { ...first, notes: [{ what: 'complained', at: NOW, address: email }] };
  const again: Mailbox = { ...first, revision: 2, notes: [bounced, { what: 'allowed', ...by }] };

  async function write(before: Mailbox, after: Mailbox, more = {}): Promise<void> {
    await table.commitMailbox({ before, after, now: NOW, ...more });
  }

  describe('a mailbox', () => {
    it('of which nothing is known is no row, and reads back as it was decided', async () => {
      expect(await table.mailbox(email)).toEqual(unknownMailbox(email));
      await write(unknownMailbox(email), first);
      await write(first, again, { event });
      expect(await table.mailbox(email)).toEqual(again);
    });

    it('brings what the mail service must hear, once', async () => {
      await write(unknownMailbox(email), first);
      await write(first, again, { event });
      const events = (await everyRow(client)).filter(({ kind }) => kind === 'event');
      expect(events).toMatchObject([{ about: 'mailbox', email, number: 2, event }]);
    });

    it('is stale when it was changed since it was read; not one row is different then', async () => {
      await write(unknownMailbox(email), first);
      const rows = await everyRow(client);
      await expect(write(unknownMailbox(email), first)).rejects.toThrow(Stale);
      await expect(write({ ...first, revision: 7 }, again, { event })).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
    });

    it('is forgotten after 400 days, but for a complaint', async () => {
      await write(unknownMailbox(email), first);
      expect((await everyRow(client))[0]?.['expiresAt']).toBe(NOW / 1000 + 400 * 86_400);
      await write(first, { ...complained, revision: 2 });
      expect((await everyRow(client))[0]).not.toHaveProperty('expiresAt');
    });

    it('that is erased is nowhere any more', async () => {
      await write(unknownMailbox(email), first);
      await write(first, again, { event });
      const standings = dynamoStandings(client);
      for (const _ of [1, 2]) await standings.eraseMailbox(email);
      expect(await everyRow(client)).toEqual([]);
    });
  });
}
