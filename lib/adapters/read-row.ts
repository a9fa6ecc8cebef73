import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Reading } from '../app/deps.ts';
import type { TableClient } from './document-client.ts';
import type { Key } from './keys.ts';

/** A row as it is now; undefined where there is none. Consistent, because it decides, but where it is read loosely. */
export async function readRow(
  table: TableClient,
  key: Key,
  reading?: Reading,
): Promise<Record<string, unknown> | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: reading === undefined }),
  );
  return Item;
}
