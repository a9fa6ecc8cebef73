import { setTimeout as wait } from 'node:timers/promises';
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { Row } from './format.ts';

/** The most that the service takes at once. */
const BATCH = 25;
const AT_ONCE = 4;
const TRIES = 12;

/** Puts rows, some batches at a time. Rejects where the table goes on to refuse some of a batch. */
export function writeRows(client: DynamoDBClient, table: string, rows: AsyncIterable<Row>): Promise<void> {
  return inBatches(rows, (batch) =>
    writeBatch(
      client,
      table,
      batch.map((Item) => ({ PutRequest: { Item } })),
    ),
  );
}

/** Deletes every row of a table. */
export async function emptyTable(client: DynamoDBClient, table: string): Promise<void> {
  async function* keys(): AsyncGenerator<Row> {
    const wanted = { TableName: table, ProjectionExpression: 'pk, sk', ConsistentRead: true };
    for await (const { Items = [] } of paginateScan({ client }, wanted)) yield* Items;
  }
  await inBatches(keys(), (batch) =>
    writeBatch(
      client,
      table,
      batch.map((Key) => ({ DeleteRequest: { Key } })),
    ),
  );
}

/** The same for a table that has some of them already: these stay as they are. */
export function writeMissingRows(
  client: DynamoDBClient,
  table: string,
  rows: AsyncIterable<Row>,
): Promise<void> {
  return inBatches(rows, async (batch) => {
    await Promise.all(batch.map((row) => writeMissing(client, table, row)));
  });
}

async function inBatches(
  rows: AsyncIterable<Row>,
  write: (batch: readonly Row[]) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const start = (batch: readonly Row[]): void => {
    const writing = write(batch).finally(() => running.delete(writing));
    // Seen below, at the latest when all are waited for.
    writing.catch(() => undefined);
    running.add(writing);
  };
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    if (running.size >= AT_ONCE) await Promise.race(running);
    start(batch);
    batch = [];
  }
  if (batch.length > 0) start(batch);
  await Promise.all(running);
}

async function writeBatch(
  client: DynamoDBClient,
  table: string,
  batch: readonly WriteRequest[],
): Promise<void> {
  let left = [...batch];
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
    );
    left = UnprocessedItems[table] ?? [];
    if (left.length === 0) return;
    await wait(Math.random() * Math.min(20_000, 50 * 2 ** attempt));
  }
  throw new Error(`the table refused ${left.length} rows ${TRIES} times`);
}

async function writeMissing(client: DynamoDBClient, TableName: string, Item: Row): Promise<void> {
  const ConditionExpression = 'attribute_not_exists(pk)';
  try {
    await client.send(new PutItemCommand({ TableName, Item, ConditionExpression }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
