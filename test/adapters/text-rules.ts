import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import type { Table } from '../../lib/app/deps.ts';
import { type Engine, NOW } from '../world.ts';
import { everyRow } from './whole-table.ts';

const HOUR = 3_600_000;
const mobile = '+15550100123';

/** What the rows of phones promise, whichever engine keeps the table. */
export function textRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;
  const stray = (messageId: string, now: number) =>
    table.recordStrayText({ messageId, mobile, now, quietFor: HOUR });

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
  });

  describe('the thread of a number', () => {
    it('is the booking that the last text was about', async () => {
      await table.rememberThread(mobile, 'bkg_one', NOW);
      await table.rememberThread(mobile, 'bkg_two', NOW + 1);
      expect(await table.thread(mobile)).toBe('bkg_two');
      expect(await table.thread('+15550100124')).toBeUndefined();
    });

    it('stays what it was when a stray text is recorded, and a stray alone begins none', async () => {
      await stray('m1', NOW);
      expect(await table.thread(mobile)).toBeUndefined();
      await table.rememberThread(mobile, 'bkg_one', NOW);
      await stray('m2', NOW + HOUR);
      expect(await table.thread(mobile)).toBe('bkg_one');
    });
  });

  describe('a stray text', () => {
    it('is recorded as a row that the stream carries on, and that ends by itself', async () => {
      expect(await stray('m1', NOW)).toBe(true);
      const events = (await everyRow(client)).filter(({ kind }) => kind === 'event');
      expect(events).toEqual([
        expect.objectContaining({ about: 'stray-text', mobile, messageId: 'm1', at: NOW }),
      ]);
      expect(Number(events[0]?.['expiresAt'])).toBeGreaterThan(NOW / 1000);
    });

    it('is not recorded within the quiet time of the last, and is from its end on', async () => {
      expect(await stray('m1', NOW)).toBe(true);
      expect(await stray('m2', NOW + HOUR - 1)).toBe(false);
      expect(await stray('m3', NOW + HOUR)).toBe(true);
    });

    it('is recorded once when it is brought twice', async () => {
      expect(await stray('m1', NOW)).toBe(true);
      const rows = await everyRow(client);
      expect(await stray('m1', NOW)).toBe(false);
      expect(await everyRow(client)).toEqual(rows);
    });

    it('is recorded by its second delivery when the first got no further than the thread', async () => {
      const crash = { step: 'initialize', name: 'crash' } as const;
      client.client.middlewareStack.add(
        (next) => async (call) => {
          if ('Item' in call.input) throw new Error('crashed');
          return next(call);
        },
        crash,
      );
      await expect(stray('m1', NOW)).rejects.toThrow('crashed');
      client.client.middlewareStack.remove(crash.name);
      expect(await stray('m1', NOW)).toBe(true);
    });
  });
}
