import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Stale } from '../app/deps.ts';
import type { FeedReplaced, Feeds } from '../app/feed-deps.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { readRow } from './read-row.ts';

const consultantRow = () => z.looseObject({ feed: z.int(), feedSecret: z.string() });
const SECRET_BYTES = 16;

/** The addresses of consultants' feeds, as the application sees them. */
export function dynamoFeeds(table: TableClient): Feeds {
  return {
    inForce: async (consultantId) => {
      const row = await readRow(table, keys.consultantKey(consultantId));
      if (row === undefined) return undefined;
      const { feed: number, feedSecret: secret } = parseRow(consultantRow, row);
      return { number, secret };
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
  const isFirst = seen === 0;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.consultantKey(consultantId),
        UpdateExpression: 'SET feed = :next, feedSecret = :secret, feedBy = :by, feedAt = :at',
        ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : 'feed = :seen',
        ExpressionAttributeValues: {
          ...{ ':next': seen + 1, ':secret': secret, ':by': by, ':at': at },
          ...(isFirst ? {} : { ':seen': seen }),
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    throw new Stale('the address was replaced since', { cause: error });
  }
}
