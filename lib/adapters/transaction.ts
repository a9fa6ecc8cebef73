import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { correlationFields } from '../telemetry/correlation.ts';
import type { TableClient } from './document-client.ts';
import { failureOf, type Guard } from './transaction-failure.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write of a transaction, and what a failed condition of it means. */
export interface Guarded {
  readonly guard: Guard;
  readonly write: Write;
}

/**
 * Writes all or nothing. Throws what the failed condition that weighs most stands for. Every event's row says beside the
 * event which run wrote it: that is how a reaction is told what it belongs to.
 */
export async function transact(table: TableClient, writes: readonly Guarded[]): Promise<void> {
  try {
    await table.client.send(
      new TransactWriteCommand({ TransactItems: writes.map(({ write }) => correlated(write)) }),
    );
  } catch (error) {
    throw failureOf(
      error,
      writes.map(({ guard }) => guard),
    );
  }
}

/** Writes one row that is no event, at half the price of a transaction. Throws what its failed condition stands for. */
export async function put(table: TableClient, guard: Guard, row: NonNullable<Write['Put']>): Promise<void> {
  try {
    await table.client.send(new PutCommand(row));
  } catch (error) {
    throw failureOf(error, [guard]);
  }
}

function correlated(write: Write): Write {
  if (write.Put?.Item?.['kind'] !== 'event') return write;
  return { ...write, Put: { ...write.Put, Item: { ...write.Put.Item, ...correlationFields() } } };
}
