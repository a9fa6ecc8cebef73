import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Stale } from '../app/deps.ts';
import type { FeedReplaced, Feeds } from '../app/feed-deps.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { readRow } from './read-row.ts';

const consultantRow = z.looseObject({ feed: z.int() });
/** Where there is no row. */
const FIRST = 1;

/** The numbers of consultants' feeds, as the application sees them. */
export function dynamoFeeds(table: TableClient): Feeds {
  return {
    number: async (consultantId) => {
      const row = await readRow(table, keys.consultantKey(consultantId));
      return row === undefined ? FIRST : parseRow(consultantRow, row).feed;
    },
    replace: (consultantId, seen, by) => replace(table, consultantId, seen, by),
  };
}

async function replace(
  table: TableClient,
  consultantId: string,
  seen: number,
  { by, at }: FeedReplaced,
): Promise<void> {
  const absent = seen === FIRST ? 'attribute_not_exists(pk) OR ' : '';
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.consultantKey(consultantId),
        UpdateExpression: 'SET feed = :next, feedBy = :by, feedAt = :at',
        ConditionExpression: `${absent}feed = :seen`,
        ExpressionAttributeValues: { ':next': seen + 1, ':seen': seen, ':by': by, ':at': at },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    throw new Stale('the address was replaced since', { cause: error });
  }
}
