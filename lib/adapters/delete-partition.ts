import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { TableClient } from './document-client.ts';
import type { Key } from './keys.ts';

/** Deletes every row of a partition, one after the other, but those with the sort key that is kept. */
export async function deletePartition(table: TableClient, pk: string, kept?: string): Promise<void> {
  for (const Key of await rowsOf(table, pk)) {
    if (Key.sk !== kept) await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
  }
}

async function rowsOf(table: TableClient, pk: string): Promise<Key[]> {
  const found: Key[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      }),
    );
    found.push(...Items.map((item) => ({ pk: String(item['pk']), sk: String(item['sk']) })));
    next = LastEvaluatedKey;
  } while (next !== undefined);
  return found;
}
