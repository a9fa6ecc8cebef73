import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TableClient } from './document-client.ts';
import { policyKey } from './keys.ts';
import { parseRow } from './parse-row.ts';
import { readRow } from './read-row.ts';
import { policyRow } from './standing-rows.ts';
import { isConditionFailure } from './transaction-failure.ts';

/** Keeps what a version of the policy says; nothing where that is kept already. */
export async function keepPolicy(
  table: TableClient,
  version: string,
  policy: unknown,
  now: number,
): Promise<void> {
  const Item = { ...policyKey(version), policy, keptAt: now };
  const ConditionExpression = 'attribute_not_exists(pk)';
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

/** What a version of the policy says; undefined where it isn't kept. */
export async function readPolicy(table: TableClient, version: string): Promise<unknown> {
  const row = await readRow(table, policyKey(version));
  return row === undefined ? undefined : parseRow(policyRow, row).policy;
}
