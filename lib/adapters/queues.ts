import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Page, PageWish } from '../app/people-deps.ts';
import type { Queue, Queued } from '../app/standing-deps.ts';
import type { Booking } from '../domain/booking/booking.ts';
import { waitsFor } from '../domain/booking/waiting.ts';
import { Refusal } from '../domain/refusal.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { isConditionFailure } from './transaction-failure.ts';

/** The index holds a booking only while it waits for a decision of our staff. */
export function queueAttributes(booking: Booking): object {
  const waiting = waitsFor(booking);
  return waiting === undefined ? {} : { queue: waiting.queue, queuedAt: waiting.since };
}

/**
 * Puts a company on the list of those to be reviewed since (ms), or takes it off; with `upTo`, only where it was put
 * there for a review since then or before (ms).
 */
export async function hintReview(
  table: TableClient,
  companyId: string,
  since: number | undefined,
  upTo?: number,
): Promise<void> {
  const hint = { TableName: table.name, Key: keys.reviewKey(companyId) };
  const names = { ExpressionAttributeNames: { '#queue': 'queue' } };
  if (since !== undefined) {
    const update = {
      UpdateExpression: 'SET #queue = :reviews, queuedAt = :since',
      ExpressionAttributeValues: { ':reviews': 'reviews' satisfies Queue, ':since': since },
    };
    await table.client.send(new UpdateCommand({ ...hint, ...names, ...update }));
    return;
  }
  try {
    await table.client.send(
      new UpdateCommand({
        ...hint,
        ...names,
        UpdateExpression: 'REMOVE #queue, queuedAt',
        ConditionExpression: 'queuedAt <= :upTo',
        ExpressionAttributeValues: { ':upTo': upTo ?? Number.MAX_SAFE_INTEGER },
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

/** What waits for a decision, longest first. Reads one more than a page, to know whether another follows. */
export async function readQueue(
  table: TableClient,
  queue: Queue,
  { limit, cursor }: PageWish,
): Promise<Page<Queued>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.QUEUE_INDEX,
      KeyConditionExpression: '#queue = :queue',
      ExpressionAttributeNames: { '#queue': 'queue' },
      ExpressionAttributeValues: { ':queue': queue },
      Limit: limit + 1,
      ...(after === undefined
        ? {}
        : { ExclusiveStartKey: { ...keyOf(queue, after.id), queue, queuedAt: after.since } }),
    }),
  );
  const found = Items.map(({ pk, queuedAt }) => ({ id: idOf(queue, pk), since: Number(queuedAt) }));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: cursorAfter(last) } : { items };
}

function keyOf(queue: Queue, id: string): keys.Key {
  return queue === 'reviews' ? keys.reviewKey(id) : keys.bookingKey(id);
}

function idOf(queue: Queue, pk: unknown): string {
  return queue === 'reviews' ? keys.companyOf(pk) : keys.bookingOf(pk);
}

/** Opaque to callers. */
function cursorAfter({ since, id }: Queued): string {
  return Buffer.from(`${since}.${id}`).toString('base64url');
}

function readCursor(cursor: string): Queued {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, since, id] = /^(\d{1,15})\.([\w-]{1,60})$/u.exec(text) ?? [];
  if (since !== undefined && id !== undefined) return { since: Number(since), id };
  throw new Refusal('invalid-input', 'The cursor is not one that a page of this list gave.', {
    errors: [{ field: 'cursor', message: 'must be the `next` of the page before' }],
  });
}
