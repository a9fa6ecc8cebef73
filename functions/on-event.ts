import type {
  Context,
  DynamoDBBatchItemFailure,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import settings from '#config';
import { makeEffectDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { readOutboxRow } from '../lib/adapters/outbox-row.ts';
import { policyKeeper } from '../lib/app/keep-policy.ts';
import { react } from '../lib/app/react.ts';
import { tellCompany } from '../lib/app/tell-company.ts';
import { tellNumber } from '../lib/app/tell-number.ts';
import { tellPerson } from '../lib/app/tell-person.ts';
import { tellStanding } from '../lib/app/tell-standing.ts';

const deps = { ...makeEffectDeps(process.env, settings), identity: makeIdentity(process.env) };
const keepPolicy = policyKeeper(deps);

/**
 * Events that the table's stream carries on. Those of one booking, phone, person or company are told in order, these
 * beside each other. One that fails is reported, to be brought again with all that follow it.
 */
export async function handler(batch: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> {
  await keepPolicy();
  const byOwner = Object.groupBy(batch.Records, ({ dynamodb }) => dynamodb?.Keys?.['pk']?.S ?? '');
  const failures = await Promise.all(
    Object.values(byOwner).map((records = []) => tellInOrder(records, context)),
  );
  return { batchItemFailures: failures.filter((failure) => failure !== undefined) };
}

/** Tells until one fails, and gives that one. */
async function tellInOrder(
  records: readonly DynamoDBRecord[],
  context: Context,
): Promise<DynamoDBBatchItemFailure | undefined> {
  for (const record of records) {
    try {
      await tell(record, context.getRemainingTimeInMillis());
    } catch (error) {
      const itemIdentifier = record.dynamodb?.SequenceNumber ?? '';
      console.error({ message: 'reaction failed', eventId: record.eventID, itemIdentifier, error });
      return { itemIdentifier };
    }
  }
  return undefined;
}

async function tell({ dynamodb }: DynamoDBRecord, leaseMs: number): Promise<void> {
  const row = readOutboxRow(dynamodb?.NewImage);
  switch (row.about) {
    case 'booking':
      return react(deps, row, leaseMs);
    case 'phone':
      return tellNumber(deps, row, leaseMs);
    case 'person':
      return tellPerson(deps, row, leaseMs);
    case 'standing':
      return tellStanding(deps, row, leaseMs);
    case 'company':
      return tellCompany(deps, row, leaseMs);
  }
}
