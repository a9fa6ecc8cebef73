import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Page, PageWish } from '../app/people-deps.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Delivery } from '../domain/webhooks/delivery.ts';
import { readRows } from './batch-rows.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { deliveryRow } from './webhook-rows.ts';

interface Place {
  readonly eventId: string;
  readonly createdAt: number;
}

/** The deliveries to an endpoint, the latest first; made at or after `from` (ms). */
export async function listDeliveries(
  table: TableClient,
  endpointId: string,
  { limit, cursor, from = 0 }: PageWish & { readonly from?: number },
): Promise<Page<Delivery>> {
  const queue = keys.webhookPartition(endpointId);
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.QUEUE_INDEX,
      KeyConditionExpression: '#queue = :queue AND queuedAt >= :from',
      ExpressionAttributeNames: { '#queue': 'queue' },
      ExpressionAttributeValues: { ':queue': queue, ':from': from },
      ScanIndexForward: false,
      Limit: limit + 1,
      ...(after === undefined
        ? {}
        : {
            ExclusiveStartKey: {
              ...keys.deliveryKey(endpointId, after.eventId),
              ...{ queue, queuedAt: after.createdAt },
            },
          }),
    }),
  );
  const places = Items.map((row) => ({
    eventId: keys.deliveryOf(row).eventId,
    createdAt: Number(row['queuedAt']),
  }));
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  const items = await inOrder(table, endpointId, shown);
  return places.length > limit && last !== undefined ? { items, next: cursorAfter(last) } : { items };
}

async function inOrder(
  table: TableClient,
  endpointId: string,
  places: readonly Place[],
): Promise<Delivery[]> {
  const rows = await readRows(
    table,
    places.map(({ eventId }) => keys.deliveryKey(endpointId, eventId)),
  );
  const found = new Map(rows.map((row) => [row['eventId'], parseRow(deliveryRow, row)]));
  return places.flatMap(({ eventId }) => found.get(eventId) ?? []);
}

/** Opaque to callers. */
function cursorAfter({ createdAt, eventId }: Place): string {
  return Buffer.from(`${createdAt}.${eventId}`).toString('base64url');
}

function readCursor(cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, createdAt, eventId] = /^(\d{1,15})\.([\w-]{1,100})$/u.exec(text) ?? [];
  if (createdAt !== undefined && eventId !== undefined) return { createdAt: Number(createdAt), eventId };
  throw new Refusal('invalid-input', 'The cursor is not one that a page of this list gave.', {
    errors: [{ field: 'cursor', message: 'must be the `next` of the page before' }],
  });
}
