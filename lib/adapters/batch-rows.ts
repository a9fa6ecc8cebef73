import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { TableClient } from './document-client.ts';
import type { Key } from './keys.ts';

type Row = Record<string, unknown>;

/** DynamoDB's limit for one call. */
const MOST = 100;
/** How many calls are under way at once. */
const AT_ONCE = 8;
/** The service gives back what it had no time for, and is asked again so often. */
const TRIES = 8;

/** The rows with these keys, in no order; keys without a row are left out. No key may be there twice. Consistent. */
export async function readRows(table: TableClient, keys: readonly Key[]): Promise<Row[]> {
  const found: Row[] = [];
  for (let first = 0; first < keys.length; first += MOST * AT_ONCE) {
    const parts = Array.from({ length: AT_ONCE }, (_, part) =>
      keys.slice(first + part * MOST, first + (part + 1) * MOST),
    );
    const rows = await Promise.all(parts.map((part) => readPart(table, part)));
    found.push(...rows.flat());
  }
  return found;
}

async function readPart(table: TableClient, keys: readonly Key[]): Promise<Row[]> {
  const found: Row[] = [];
  let wanted: Row[] = keys.map((key) => ({ ...key }));
  for (let attempt = 1; wanted.length > 0; attempt++) {
    if (attempt > TRIES) throw new Error(`${wanted.length} rows could not be read in ${TRIES} tries`);
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[table.name] ?? []));
    wanted = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return found;
}
