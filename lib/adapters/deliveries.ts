import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Delivery, type DeliveryId, KEPT_MS } from '../domain/webhooks/delivery.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { isConditionFailure } from './transaction-failure.ts';
import { deliveryRow } from './webhook-rows.ts';

/** Adds a delivery, unless it is there: an event that comes again is delivered once. */
export function addDelivery(table: TableClient, delivery: Delivery): Promise<void> {
  return put(table, delivery, { ConditionExpression: 'attribute_not_exists(pk)' });
}

/** Takes one that is due for a try; undefined where it isn't due, or another run has it until its lease ends. */
export async function claimDelivery(
  table: TableClient,
  { endpointId, eventId }: DeliveryId,
  now: number,
  leaseUntil: number,
): Promise<Delivery | undefined> {
  try {
    const { Attributes = {} } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.deliveryKey(endpointId, eventId),
        UpdateExpression: 'SET leaseUntil = :until',
        ConditionExpression: 'dueAt <= :now AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)',
        ExpressionAttributeValues: { ':until': leaseUntil, ':now': now },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return parseRow(deliveryRow, Attributes);
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return undefined;
  }
}

/** Writes what a try came to; nothing where its lease ended and another run has it. */
export function settleDelivery(table: TableClient, delivery: Delivery, leaseUntil: number): Promise<void> {
  return put(table, delivery, {
    ConditionExpression: 'leaseUntil = :lease',
    ExpressionAttributeValues: { ':lease': leaseUntil },
  });
}

/** Writes that it is wanted once more; nothing where a run has it just now. */
export function putBack(table: TableClient, delivery: Delivery, now: number): Promise<void> {
  return put(table, delivery, {
    ConditionExpression: 'attribute_not_exists(leaseUntil) OR leaseUntil <= :now',
    ExpressionAttributeValues: { ':now': now },
  });
}

async function put(
  table: TableClient,
  delivery: Delivery,
  condition: Pick<
    ConstructorParameters<typeof PutCommand>[0],
    'ConditionExpression' | 'ExpressionAttributeValues'
  >,
): Promise<void> {
  const { endpointId, eventId, createdAt, dueAt } = delivery;
  const Item = {
    ...keys.deliveryKey(endpointId, eventId),
    ...delivery,
    ...{ queue: keys.webhookPartition(endpointId), queuedAt: createdAt },
    ...(dueAt === undefined ? {} : { duePk: keys.DELIVERING_PARTITION }),
    expiresAt: Math.ceil((createdAt + KEPT_MS) / 1000),
  };
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item, ...condition }));
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
