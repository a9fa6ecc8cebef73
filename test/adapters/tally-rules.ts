import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import type { Table } from '../../lib/app/deps.ts';
import { type Engine, NOW } from '../world.ts';
import { everyRow } from './whole-table.ts';

const MIDNIGHT = Date.parse('2026-11-24T00:00:00Z');

/** What tallies promise, whichever engine keeps the table. */
export function tallyRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
  });

  const count = (limit: number, now = NOW, name = 'texts') => table.count({ name, limit, now });
  const counted = async (): Promise<unknown[]> => (await everyRow(client)).map((row) => row['counted']);

  describe('a tally', () => {
    it('counts up to its limit and not beyond', async () => {
      expect([await count(2), await count(2), await count(2)]).toEqual([true, true, false]);
      expect(await counted()).toEqual([2]);
    });

    it('goes on where its limit is raised, and stands still where it is lowered', async () => {
      expect([await count(1), await count(1), await count(2), await count(1)]).toEqual([
        true,
        false,
        true,
        false,
      ]);
      expect(await counted()).toEqual([2]);
    });

    it('lets nothing pass where the limit is none at all', async () => {
      expect(await count(0)).toBe(false);
      expect(await counted()).toEqual([]);
    });

    it('lets exactly five of twenty pass who come at once', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => count(5)));
      expect(answers.filter((answer) => answer)).toHaveLength(5);
      expect(await counted()).toEqual([5]);
    });

    it('tells whether its limit is reached, and counts nothing by that', async () => {
      const reached = (limit: number, now = NOW) => table.isReached({ name: 'texts', limit, now });
      expect(await reached(1)).toBe(false);
      await count(2);
      expect([await reached(1), await reached(2), await reached(1, NOW + 86_400_000)]).toEqual([
        true,
        false,
        false,
      ]);
      expect(await counted()).toEqual([1]);
    });

    it('begins anew at midnight UTC, and by its name', async () => {
      expect(await count(1, MIDNIGHT - 1)).toBe(true);
      expect(await count(1, MIDNIGHT - 1)).toBe(false);
      expect(await count(1, MIDNIGHT)).toBe(true);
      expect(await count(1, MIDNIGHT, 'texts company example-crates')).toBe(true);
    });

    it('ends by itself, three days after its day began', async () => {
      await count(1, MIDNIGHT);
      await count(2, MIDNIGHT + 86_399_999);
      const [row] = await everyRow(client);
      expect(row).toMatchObject({
        pk: 'TALLY#texts',
        sk: '2026-11-24',
        expiresAt: Date.parse('2026-11-27T00:00:00Z') / 1000,
      });
    });
  });
}
