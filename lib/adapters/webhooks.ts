import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EndpointChange, WebhookTable } from '../app/webhook-deps.ts';
import type { Delivery, DeliveryId } from '../domain/webhooks/delivery.ts';
import type { Endpoint } from '../domain/webhooks/endpoint.ts';
import { addDelivery, claimDelivery, putBack, settleDelivery } from './deliveries.ts';
import { listDeliveries } from './delivery-list.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { readRow } from './read-row.ts';
import { transact } from './transaction.ts';
import { isConditionFailure } from './transaction-failure.ts';
import { deliveryRow, endpointRow } from './webhook-rows.ts';

/** Webhooks and what is delivered to them, as the application sees them. */
export function dynamoWebhooks(table: TableClient): WebhookTable {
  return {
    endpoints: () => readEndpoints(table),
    endpoint: async (id) => {
      const row = await readRow(table, keys.webhookKey(id));
      return row === undefined ? undefined : parseRow(endpointRow, row);
    },
    commitEndpoint: (change) => commitEndpoint(table, change),
    noteFailing: (id, since) => noteFailing(table, id, since),
    addDelivery: (delivery) => addDelivery(table, delivery),
    delivery: (id) => readDelivery(table, id),
    deliveriesOf: (id, page) => listDeliveries(table, id, page),
    claim: (id, now, leaseUntil) => claimDelivery(table, id, now, leaseUntil),
    settle: (delivery, leaseUntil) => settleDelivery(table, delivery, leaseUntil),
    putBack: (delivery, now) => putBack(table, delivery, now),
    overdue: (now, limit) => readOverdue(table, now, limit),
  };
}

/** There are few: they fit one page of an answer. */
async function readEndpoints(table: TableClient): Promise<Endpoint[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :webhooks',
      ExpressionAttributeValues: { ':webhooks': keys.WEBHOOKS_PARTITION },
      ConsistentRead: true,
    }),
  );
  return Items.map((row) => parseRow(endpointRow, row));
}

async function commitEndpoint(table: TableClient, { before, after, event }: EndpointChange): Promise<void> {
  const TableName = table.name;
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': before.revision } };
  const number = after.revision;
  const told = { kind: 'event', about: 'webhook', webhookId: after.id, number, event };
  await transact(table, [
    {
      guard: 'row',
      write: { Put: { TableName, Item: { ...keys.webhookKey(after.id), ...after }, ...condition } },
    },
    {
      guard: 'row',
      write: {
        Put: {
          TableName,
          Item: { ...keys.webhookEventKey(after.id, number), ...told },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    },
  ]);
}

async function noteFailing(table: TableClient, id: string, since: number | undefined): Promise<void> {
  const change =
    since === undefined
      ? { UpdateExpression: 'REMOVE failingSince', ConditionExpression: 'attribute_exists(pk)' }
      : {
          UpdateExpression: 'SET failingSince = :since',
          ConditionExpression:
            'attribute_exists(pk) AND #state = :enabled AND attribute_not_exists(failingSince)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':since': since, ':enabled': 'enabled' },
        };
  try {
    await table.client.send(
      new UpdateCommand({ TableName: table.name, Key: keys.webhookKey(id), ...change }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

async function readDelivery(table: TableClient, id: DeliveryId): Promise<Delivery | undefined> {
  const row = await readRow(table, keys.deliveryKey(id.endpointId, id.eventId));
  return row === undefined ? undefined : parseRow(deliveryRow, row);
}

async function readOverdue(table: TableClient, now: number, limit: number): Promise<DeliveryId[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.DUE_INDEX,
      KeyConditionExpression: 'duePk = :delivering AND dueAt <= :now',
      ExpressionAttributeValues: { ':delivering': keys.DELIVERING_PARTITION, ':now': now },
      Limit: limit,
    }),
  );
  return Items.map((key) => keys.deliveryOf(key));
}
