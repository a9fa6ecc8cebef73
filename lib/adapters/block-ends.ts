import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { StandingRecord } from '../domain/standing/record.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { seen, unchanged } from './standing-records.ts';
import { isConditionFailure } from './transaction-failure.ts';

/** Sets or clears when the end of a block is to be told (ms); nothing where the record was written since. */
export async function awaitBlockEnd(
  table: TableClient,
  record: StandingRecord,
  at: number | undefined,
): Promise<void> {
  if (record.revision === 0) return;
  const change =
    at === undefined
      ? { UpdateExpression: 'REMOVE duePk, dueAt', ExpressionAttributeValues: seen(record) }
      : {
          UpdateExpression: 'SET duePk = :ending, dueAt = :at',
          ExpressionAttributeValues: { ':ending': keys.ENDING_PARTITION, ':at': at, ...seen(record) },
        };
  const Key = keys.standingKey(record.email);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        ConditionExpression: unchanged(record),
        ...change,
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

/** Mail addresses of the records whose awaited end lies at or before `now` (ms), the longest past first. */
export async function readEnding(table: TableClient, now: number, limit: number): Promise<string[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.DUE_INDEX,
      KeyConditionExpression: 'duePk = :ending AND dueAt <= :now',
      ExpressionAttributeValues: { ':ending': keys.ENDING_PARTITION, ':now': now },
      Limit: limit,
    }),
  );
  return Items.map(({ pk }) => keys.standingOf(pk));
}
