import { type DynamoDBClient, paginateQuery, paginateScan } from '@aws-sdk/client-dynamodb';
import type { Row } from './format.ts';

/** What an export tells beside the rows. */
export interface Told {
  /** A partition whose events and row did not fit each other, however often they were read. */
  misfit(pk: string): void;
}

const TRIES = 5;
/** Whose events stand beside the row that they are about, and whether each change of the row is an event. */
const owners: readonly { readonly prefix: string; readonly eachChange: boolean }[] = [
  { prefix: 'BOOKING#', eachChange: true },
  { prefix: 'PERSON#', eachChange: true },
  { prefix: 'COMPANY#', eachChange: false },
  { prefix: 'MAILBOX#', eachChange: false },
];

/**
 * All rows of the table, a partition after the other, in bounded memory. What is written meanwhile may be in it or not;
 * but no booking, person or company has an event that its row doesn't know of, or lacks one that it does: where somebody
 * wrote in between, the partition is read again. A decision on somebody's standing that falls after `startedAt` (ms) is
 * left out of the record of events, since the row that knows of it lies elsewhere and may have been read before.
 */
export async function* exportRows(
  client: DynamoDBClient,
  TableName: string,
  startedAt: number,
  told: Told,
): AsyncGenerator<Row> {
  let held: Row[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const row of Items) {
      if (held[0] !== undefined && pkOf(held[0]) !== pkOf(row)) {
        yield* await whole(client, TableName, held, told);
        held = [];
      }
      if (ownerOf(row) !== undefined) held.push(row);
      else if (!isLateRuling(row, startedAt)) yield row;
    }
  }
  yield* await whole(client, TableName, held, told);
}

async function whole(
  client: DynamoDBClient,
  TableName: string,
  read: readonly Row[],
  told: Told,
): Promise<readonly Row[]> {
  const [first] = read;
  if (first === undefined) return [];
  let rows = read;
  for (let attempt = 1; attempt <= TRIES && !fits(rows); attempt += 1) {
    rows = await partition(client, TableName, pkOf(first));
  }
  if (!fits(rows)) told.misfit(pkOf(first));
  return rows;
}

async function partition(client: DynamoDBClient, TableName: string, pk: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    },
  );
  for await (const { Items = [] } of pages) rows.push(...Items);
  return rows;
}

/** No event is newer than the row; and where each change is an event, the last one led to it. Demo people have none. */
function fits(rows: readonly Row[]): boolean {
  const owner = rows[0] && ownerOf(rows[0]);
  const last = Math.max(0, ...rows.filter(isEvent).map((row) => Number(row['number']?.N)));
  const head = rows.find((row) => !row['sk']?.S?.includes('#'));
  const revision = Number(head?.['revision']?.N ?? 0);
  return owner?.eachChange === true && last > 0 ? last === revision : last <= revision;
}

export function isEvent(row: Row): boolean {
  return row['kind']?.S === 'event';
}

function isLateRuling(row: Row, startedAt: number): boolean {
  return isEvent(row) && row['about']?.S === 'standing' && Number(row['event']?.M?.['at']?.N) >= startedAt;
}

function ownerOf(row: Row) {
  return owners.find(({ prefix }) => pkOf(row).startsWith(prefix));
}

function pkOf(row: Row): string {
  return row['pk']?.S ?? '';
}
