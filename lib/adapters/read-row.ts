import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { TableClient } from './document-client.ts';
import type { Key } from './keys.ts';

/** A row as it is now; undefined where there is none. Consistent, because it decides. */
export async function readRow(table: TableClient, key: Key): Promise<Record<string, unknown> | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item;
}
