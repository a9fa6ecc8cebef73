import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { calendarDayKey } from '../../lib/adapters/keys.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { unknownPhone } from '../../lib/domain/phone/phone.ts';
import { type Engine, START } from '../world.ts';
import { asked, booking } from './changes.ts';
import { measure } from './measure.ts';

const DAY = 86_400_000;

/** What reading and writing cost, in capacity units as the engine counts them. */
export function capacityRules(engine: () => Engine): void {
  let client: TableClient;
  let consumed: ConsumedCapacity[];

  beforeEach(async () => {
    client = await engine().freshTable();
    consumed = measure(client);
  });

  function units(): number {
    return consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  }

  describe('capacity', () => {
    it('of one booking, with its event, its cells, what it relies on and its places in six indexes, is at most 16 write units', async () => {
      const relies = { record: { email: 'ada@example.com', revision: 0 }, company: { code: 'DEMO2026' } };
      const change = asked(booking(), 'f'.repeat(43));
      await dynamoTable(client).commit({ ...change, relies });
      expect(units()).toBeGreaterThan(0);
      // 2 an item of a transaction, be it only checked, and 1 a place, as AWS tells; DynamoDB Local has it otherwise.
      expect(units()).toBeLessThanOrEqual(16);
    });

    it('of looking for what was booked under a key is 1 read unit, and 1 more where something was', async () => {
      const table = dynamoTable(client);
      expect(await table.bookingAsBooked('bkg_one')).toBeUndefined();
      expect(units()).toBeLessThanOrEqual(1);
      await table.commit(booking());
      consumed.length = 0;
      expect(await table.bookingAsBooked('bkg_one')).toBeDefined();
      expect(units()).toBeGreaterThan(0);
      expect(units()).toBeLessThanOrEqual(2);
    });

    it('of a phone’s row, and nothing beside it, is one write unit', async () => {
      const before = unknownPhone('+15550100123');
      await dynamoTable(client).commitPhone({ before, after: { ...before, revision: 1 }, now: START });
      expect(units()).toBe(1);
    });

    it('of reading 28 days of five consultants, half booked, is at most 4 read units', async () => {
      const firstDay = Math.floor(START / DAY);
      const half = Object.fromEntries(Array.from({ length: 18 }, (_, index) => [String(54 + 2 * index), 1]));
      for (let day = firstDay; day < firstDay + 28; day++) {
        for (const consultant of ['robin', 'kim', 'alexandra', 'bo', 'charlie']) {
          const Item = { ...calendarDayKey(day, consultant), ...half };
          await client.client.send(new PutCommand({ TableName: client.name, Item }));
        }
      }
      consumed.length = 0;
      const busy = await dynamoTable(client).busy(firstDay * DAY, (firstDay + 28) * DAY - 1);
      expect([...(busy.booked.get('alexandra') ?? [])]).toHaveLength(28 * 18);
      expect(units()).toBeGreaterThan(0);
      expect(units()).toBeLessThanOrEqual(4);
    });
  });
}
