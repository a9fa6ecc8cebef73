import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { output } from 'zod/mini';
import { bookingKey } from '../../lib/adapters/keys.ts';
import { parseRow } from '../../lib/adapters/parse-row.ts';
import { bookingEventRow, bookingRow } from '../../lib/adapters/rows.ts';
import { engineCredentials } from '../engine/engine-credentials.ts';
import { region } from '../template/resource-identity.ts';

export type BookingRow = output<ReturnType<typeof bookingRow>>;
export type EventRow = output<ReturnType<typeof bookingEventRow>>;

/** A message that an event led to: the claim's row says which, and when it went out (ms). */
export interface SentRow {
  readonly event: number;
  readonly channel: 'mail' | 'text';
  readonly at: number;
  /** The id that SES or SNS gave it. */
  readonly id: string;
}

/** All that the table holds of one booking. */
export interface BookingRows {
  readonly booking: BookingRow;
  readonly events: readonly EventRow[];
  readonly sent: readonly SentRow[];
}

/** The bookings as the table engine itself has them, past functions and permissions: operator tooling. */
export interface BookingRecords {
  /** Every booking, the one booked last first. */
  list(): Promise<readonly BookingRow[]>;
  /** Those of these ids that exist. */
  some(ids: readonly string[]): Promise<readonly BookingRow[]>;
  rows(id: string): Promise<BookingRows | undefined>;
  close(): void;
}

type Row = Record<string, unknown>;

/** Reads the table of this name in the engine. */
export function openBookingRecords(endpoint: string, table: string): BookingRecords {
  const engine = new DynamoDBClient({ endpoint, region, credentials: engineCredentials });
  const client = DynamoDBDocumentClient.from(engine);
  return {
    list: async () => (await scan(client, table)).toSorted((a, b) => b.createdAt - a.createdAt),
    some: (ids) => readSome(client, table, [...new Set(ids)]),
    rows: async (id) => rowsOf(await partition(client, table, bookingKey(id).pk)),
    close: () => client.destroy(),
  };
}

/** No index lists all bookings, because nothing deployed needs that; a table on one machine can be read through. */
async function scan(client: DynamoDBDocumentClient, TableName: string): Promise<BookingRow[]> {
  return (
    await allPages((next) =>
      client.send(
        new ScanCommand({
          TableName,
          FilterExpression: 'sk = :sk',
          ExpressionAttributeValues: { ':sk': bookingKey('').sk },
          ...next,
        }),
      ),
    )
  ).map((row) => parseRow(bookingRow, row));
}

async function readSome(client: DynamoDBDocumentClient, table: string, ids: string[]): Promise<BookingRow[]> {
  const found: BookingRow[] = [];
  for (let from = 0; from < ids.length; from += 100) {
    const Keys = ids.slice(from, from + 100).map((id) => bookingKey(id));
    const { Responses } = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys } } }));
    found.push(...(Responses?.[table] ?? []).map((row) => parseRow(bookingRow, row)));
  }
  return found;
}

function partition(client: DynamoDBDocumentClient, TableName: string, pk: string): Promise<Row[]> {
  return allPages((next) =>
    client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ...next,
      }),
    ),
  );
}

interface Page {
  readonly Items?: Row[] | undefined;
  readonly LastEvaluatedKey?: Row | undefined;
}

async function allPages(read: (next: { ExclusiveStartKey?: Row }) => Promise<Page>): Promise<Row[]> {
  const found: Row[] = [];
  for (let next: Row | undefined, first = true; first || next !== undefined; first = false) {
    const page: Page = await read(next === undefined ? {} : { ExclusiveStartKey: next });
    found.push(...(page.Items ?? []));
    next = page.LastEvaluatedKey;
  }
  return found;
}

function rowsOf(rows: readonly Row[]): BookingRows | undefined {
  const booking = rows.find(({ sk }) => sk === bookingKey('').sk);
  if (booking === undefined) return undefined;
  return {
    booking: parseRow(bookingRow, booking),
    events: rows
      .filter(({ kind }) => kind === 'event')
      .map((row) => parseRow(bookingEventRow, row))
      .toSorted((a, b) => a.number - b.number),
    sent: rows.flatMap(sentOf),
  };
}

/** A claim that isn't done yet has sent nothing. */
function sentOf({ sk, doneAt, receipt }: Row): SentRow[] {
  const [, event, channel] = /^EFFECT#(\d+)\.(mail|text)$/.exec(String(sk)) ?? [];
  if (event === undefined || typeof doneAt !== 'number') return [];
  return [
    { event: Number(event), channel: channel === 'mail' ? 'mail' : 'text', at: doneAt, id: String(receipt) },
  ];
}
