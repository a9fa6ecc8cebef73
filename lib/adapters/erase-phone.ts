import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { unknownPhone } from '../domain/phone/phone.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { commitPhone, readPhone } from './phones.ts';

/**
 * Deletes what is known of a number: its row, what it was told, and the claims on that. That its owner wants no texts
 * stays, as the law asks.
 */
export async function erasePhone(table: TableClient, mobile: string): Promise<void> {
  const phone = await readPhone(table, mobile);
  const { consent } = phone;
  const optedOut = consent?.given === false;
  if (optedOut) {
    const after = { ...unknownPhone(mobile), consent, revision: phone.revision + 1 };
    await commitPhone(table, { before: phone, after, now: consent.stamp });
  }
  const kept = keys.phoneKey(mobile).sk;
  for (const { pk, sk } of await rowsOf(table, mobile)) {
    if (optedOut && sk === kept) continue;
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
  }
}

async function rowsOf(table: TableClient, mobile: string): Promise<keys.Key[]> {
  const found: keys.Key[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :phone',
        ExpressionAttributeValues: { ':phone': keys.phoneKey(mobile).pk },
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      }),
    );
    found.push(...Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    next = LastEvaluatedKey;
  } while (next !== undefined);
  return found;
}
