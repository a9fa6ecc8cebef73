import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { StrayText } from '../app/deps.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { readRow } from './read-row.ts';
import { threadRow } from './rows.ts';
import { isConditionFailure } from './transaction-failure.ts';

const DAY_SECONDS = 86_400;

/** The booking that the last text to a number was about. */
export async function readThread(table: TableClient, mobile: string): Promise<string | undefined> {
  const row = await readRow(table, keys.threadKey(mobile));
  return row === undefined ? undefined : parseRow(threadRow, row).bookingId;
}

export async function writeThread(
  table: TableClient,
  mobile: string,
  bookingId: string,
  now: number,
): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keys.threadKey(mobile),
      UpdateExpression: 'SET bookingId = :bookingId, textedAt = :now',
      ExpressionAttributeValues: { ':bookingId': bookingId, ':now': now },
    }),
  );
}

/**
 * Records a text about no booking that we know, for the stream to carry on; false if one was recorded lately. The
 * thread's row keeps when that was, so that autoresponders meet silence.
 */
export async function writeStrayText(table: TableClient, text: StrayText): Promise<boolean> {
  const { mobile, messageId, now } = text;
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.threadKey(mobile),
        UpdateExpression: 'SET strayAt = :now, strayId = :id',
        ConditionExpression: 'attribute_not_exists(strayAt) OR strayAt <= :before OR strayId = :id',
        ExpressionAttributeValues: { ':now': now, ':id': messageId, ':before': now - text.quietFor },
      }),
    );
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: {
          ...keys.strayTextKey(mobile, messageId),
          kind: 'event',
          about: 'stray-text',
          mobile,
          messageId,
          at: now,
          expiresAt: Math.ceil(now / 1000) + 90 * DAY_SECONDS,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
