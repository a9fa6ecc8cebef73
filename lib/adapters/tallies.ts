import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Tally } from '../app/deps.ts';
import type { TableClient } from './document-client.ts';
import { tallyKey } from './keys.ts';
import { readRow } from './read-row.ts';
import { isConditionFailure } from './transaction-failure.ts';

const DAY_MS = 86_400_000;
/** Longer than anybody could still count on that day. */
const KEPT_DAYS = 3;

/** Counts one more on the UTC day of `now`, in one write; false, and nothing counted, where the limit is reached. */
export async function count(table: TableClient, { name, limit, now }: Tally): Promise<boolean> {
  if (limit < 1) return false;
  const day = dayOf(now);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: tallyKey(name, day),
        UpdateExpression: 'SET expiresAt = :end ADD counted :one',
        ConditionExpression: 'attribute_not_exists(counted) OR counted < :limit',
        ExpressionAttributeValues: {
          ':one': 1,
          ':limit': limit,
          ':end': ((day + KEPT_DAYS) * DAY_MS) / 1000,
        },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/** Whether as many were counted on the UTC day of `now` as the limit says. What counts is held to it anyway. */
export async function isReached(table: TableClient, { name, limit, now }: Tally): Promise<boolean> {
  const row = await readRow(table, tallyKey(name, dayOf(now)), 'loosely');
  return Number(row?.['counted'] ?? 0) >= limit;
}

function dayOf(now: number): number {
  return Math.floor(now / DAY_MS);
}
