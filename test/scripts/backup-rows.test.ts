import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { exportRows } from '../../scripts/backup/export-rows.ts';
import type { Row } from '../../scripts/backup/format.ts';
import { writeMissingRows, writeRows } from '../../scripts/backup/write-rows.ts';
import { type Engine, openEngine } from '../world.ts';

const STARTED = Date.parse('2026-11-30T12:00:00Z');
let engine: Engine;
let table: TableClient;
let client: DynamoDBClient;
let misfits: string[];

beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  table = await engine.freshTable();
  const { endpoint, region, credentials } = table.client.config;
  client = new DynamoDBClient({ endpoint, region, credentials } as DynamoDBClientConfig);
  misfits = [];
});
afterEach(() => client.destroy());

const put = (Item: Record<string, unknown>) =>
  table.client.send(new PutCommand({ TableName: table.name, Item }));
const booking = (id: string, revision: number, more = {}) =>
  put({ pk: `BOOKING#${id}`, sk: 'BOOKING', revision, ...more });
const event = (id: string, number: number) =>
  put({ pk: `BOOKING#${id}`, sk: `EVENT#00000${number}`, kind: 'event', about: 'booking', number });
const exported = async (): Promise<Record<string, unknown>[]> => {
  const told = { misfit: (pk: string) => misfits.push(pk) };
  const rows: Record<string, unknown>[] = [];
  for await (const row of exportRows(client, table.name, STARTED, told)) rows.push(unmarshall({ ...row }));
  return rows;
};
/** What somebody else writes at the moment of the next read of one partition alone. */
function meanwhile(write: () => Promise<unknown>): void {
  let done = false;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'QueryCommand' && !done) {
          done = true;
          await write();
        }
        return next(args);
      },
    { step: 'initialize', name: 'meanwhile' },
  );
}
async function* rowsOf(count: number, value: string): AsyncGenerator<Row> {
  for (let index = 0; index < count; index += 1) yield marshall({ pk: `ROW#${index}`, sk: 'ROW', value });
}

describe('an export', () => {
  it('has every row once, over many pages', async () => {
    async function* bookings(): AsyncGenerator<Row> {
      for (let index = 0; index < 200; index += 1) {
        const pk = `BOOKING#bkg_${index}`;
        yield marshall({ pk, sk: 'BOOKING', revision: 2, filler: 'x'.repeat(9000) });
        for (const number of [1, 2]) yield marshall({ pk, sk: `EVENT#${number}`, kind: 'event', number });
      }
    }
    await writeRows(client, table.name, bookings());
    const keys = (await exported()).map(({ pk, sk }) => [pk, sk].join(' '));
    expect(keys).toHaveLength(600);
    expect(new Set(keys).size).toBe(600);
    expect(misfits).toEqual([]);
  });

  it.each([
    ['an event that its row doesn’t know of', [1, 2]],
    ['a row whose event was not there yet', [1]],
  ])('reads a booking again that somebody changed while it was read: %s', async (_, numbers) => {
    const seen = numbers.length === 2 ? 1 : 2;
    await booking('bkg_1', seen);
    for (const number of numbers) await event('bkg_1', number);
    meanwhile(async () => {
      await booking('bkg_1', 2);
      await event('bkg_1', 2);
    });
    const rows = await exported();
    expect(rows.find(({ sk }) => sk === 'BOOKING')).toMatchObject({ revision: 2 });
    expect(rows.filter(({ kind }) => kind === 'event')).toHaveLength(2);
    expect(misfits).toEqual([]);
  });

  it('tells of a booking that never fits its events, and has it all the same', async () => {
    await booking('bkg_1', 1);
    await event('bkg_1', 2);
    expect(await exported()).toHaveLength(2);
    expect(misfits).toEqual(['BOOKING#bkg_1']);
  });

  it('leaves out the event of a decision on a person that was made meanwhile', async () => {
    const at = (instant: number) => ({ kind: 'event', about: 'standing', event: { at: instant } });
    await put({ pk: 'STANDING#std_1', sk: 'EVENT#000001', ...at(STARTED - 1) });
    await put({ pk: 'STANDING#std_1', sk: 'EVENT#000002', ...at(STARTED) });
    expect((await exported()).map(({ sk }) => sk)).toEqual(['EVENT#000001']);
  });
});

describe('rows that are written', () => {
  it('all arrive, whatever their number', async () => {
    await writeRows(client, table.name, rowsOf(263, 'first'));
    expect(await exported()).toHaveLength(263);
  });

  it('leave those alone that are there, where an import goes on', async () => {
    await writeRows(client, table.name, rowsOf(30, 'first'));
    await writeMissingRows(client, table.name, rowsOf(60, 'second'));
    const values = (await exported()).map(({ value }) => value);
    expect([values.filter((one) => one === 'first').length, values.length]).toEqual([30, 60]);
  });

  it('are tried again where the table took a part of them', async () => {
    let refused = 0;
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const result = await next(args);
          if (commandName !== 'BatchWriteItemCommand' || refused >= 3) return result;
          refused += 1;
          // As the service answers when it is pressed: these were not written, whatever was.
          const { RequestItems } = args.input as { RequestItems: Record<string, unknown[]> };
          const UnprocessedItems = { [table.name]: (RequestItems[table.name] ?? []).slice(-5) };
          return { ...result, output: { ...result.output, UnprocessedItems } };
        },
      { step: 'initialize', name: 'pressed' },
    );
    await writeRows(client, table.name, rowsOf(20, 'first'));
    expect(refused).toBe(3);
    expect(await exported()).toHaveLength(20);
  });

  it('fail as a whole where the table takes none', async () => {
    await expect(writeRows(client, 'NoSuchTable', rowsOf(200, 'first'))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
