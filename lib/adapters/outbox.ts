import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EffectId, Outbox, RecordedEffect } from '../app/deps.ts';
import type { TableClient } from './document-client.ts';
import { effectKey } from './keys.ts';
import { isConditionFailure } from './transaction-failure.ts';

const NO_RECEIPT = 'none';
const DELIVERY = 'delivery ';

/**
 * Claims as rows. A claim is taken where there is none, or where its lease ended before the effect was done:
 *
 *   claim ── act ── done            redelivered: done, nothing happens
 *   claim ── act ── ✗               crashed: the lease ends, the next run acts again
 *   claim ── ✗ released             failed: the next run acts at once
 *
 * What is reported of the delivery stands beside that, one attribute a status, so that reports may come in any order,
 * again, and before the effect is marked done.
 */
export function dynamoOutbox(table: TableClient): Outbox {
  return {
    async claim(id, now, leaseUntil) {
      try {
        await update(table, id, {
          UpdateExpression: 'SET leaseUntil = :until',
          ConditionExpression:
            'attribute_not_exists(doneAt) AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)',
          ExpressionAttributeValues: { ':until': leaseUntil, ':now': now },
        });
        return 'claimed';
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        return (await isDone(table, id)) ? 'done' : 'held';
      }
    },
    async markDone(id, now, receipt) {
      await update(table, id, {
        UpdateExpression: 'SET doneAt = :now, receipt = :receipt REMOVE leaseUntil',
        ExpressionAttributeValues: { ':now': now, ':receipt': receipt ?? NO_RECEIPT },
      });
    },
    async recordDelivery(id, status, at) {
      try {
        await update(table, id, {
          UpdateExpression: 'SET #status = :at',
          ConditionExpression: 'attribute_not_exists(#status) OR #status > :at',
          ExpressionAttributeNames: { '#status': `${DELIVERY}${status}` },
          ExpressionAttributeValues: { ':at': at },
        });
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
    async release(id, leaseUntil) {
      try {
        await update(table, id, {
          UpdateExpression: 'REMOVE leaseUntil',
          ConditionExpression: 'leaseUntil = :until',
          ExpressionAttributeValues: { ':until': leaseUntil },
        });
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
  };
}

/** A claim of an event as its row holds it. Its name is the event's number and what it is, such as `3.mail`. */
export function readEffect(row: Record<string, unknown>): RecordedEffect {
  const [number = '', ...what] = String(row['sk']).slice('EFFECT#'.length).split('.');
  const { doneAt, receipt } = row;
  const reports = Object.entries(row).filter(([name]) => name.startsWith(DELIVERY));
  return {
    number: Number(number),
    what: what.join('.'),
    ...(typeof doneAt === 'number' ? { doneAt } : {}),
    ...(typeof receipt === 'string' && receipt !== NO_RECEIPT ? { receipt } : {}),
    delivery: Object.fromEntries(reports.map(([name, at]) => [name.slice(DELIVERY.length), Number(at)])),
  };
}

interface Update {
  readonly UpdateExpression: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

async function update(table: TableClient, id: EffectId, expression: Update): Promise<void> {
  await table.client.send(
    new UpdateCommand({ TableName: table.name, Key: effectKey(id.owner, id.effect), ...expression }),
  );
}

async function isDone(table: TableClient, id: EffectId): Promise<boolean> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: effectKey(id.owner, id.effect), ConsistentRead: true }),
  );
  return Item?.['doneAt'] !== undefined;
}
