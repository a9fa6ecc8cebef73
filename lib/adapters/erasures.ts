import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ErasureNote } from '../app/standing-deps.ts';
import type { TableClient } from './document-client.ts';
import { erasureKey } from './keys.ts';
import { isConditionFailure } from './transaction-failure.ts';

/** Notes who erased somebody, when and why; nothing where that was noted already. */
export async function noteErasure(table: TableClient, note: ErasureNote): Promise<void> {
  const Item = { ...erasureKey(note.tombstone), ...note };
  const ConditionExpression = 'attribute_not_exists(pk)';
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
