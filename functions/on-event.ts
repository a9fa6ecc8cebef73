import type {
  Context,
  DynamoDBBatchItemFailure,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import settings from '#config';
import { makeEffectDeps } from '../lib/adapters/effect-deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { correlationOf, importOf, readOutboxRow } from '../lib/adapters/outbox-row.ts';
import { policyKeeper } from '../lib/app/keep-policy.ts';
import { react } from '../lib/app/react.ts';
import { rearm } from '../lib/app/rearm.ts';
import { withCorrelation } from '../lib/telemetry/correlation.ts';
import { log } from '../lib/telemetry/log.ts';
import { measure } from '../lib/telemetry/metrics.ts';
import { observedEvents } from '../lib/telemetry/observed.ts';

const deps = { ...makeEffectDeps(process.env, settings), identity: makeIdentity(process.env) };
const keepPolicy = policyKeeper(deps);

/**
 * Events that the table's stream carries on. Those of one booking, phone, person or company are told in order, these
 * beside each other. One that fails is reported, to be brought again with all that follow it.
 */
export const handler = observedEvents(tellAll);

async function tellAll(batch: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> {
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
    const correlation = correlationOf(record.dynamodb?.NewImage) ?? { id: context.awsRequestId };
    const failure = await withCorrelation(correlation, () => tryToTell(record, context));
    if (failure !== undefined) return failure;
  }
  return undefined;
}

async function tryToTell(
  record: DynamoDBRecord,
  context: Context,
): Promise<DynamoDBBatchItemFailure | undefined> {
  const { SequenceNumber: itemIdentifier = '', ApproximateCreationDateTime: written } = record.dynamodb ?? {};
  try {
    await tell(record, context.getRemainingTimeInMillis());
    if (written !== undefined) measure('OutboxAge', Math.max(0, deps.now() - written * 1000));
    return undefined;
  } catch (error) {
    measure('ReactionsFailed');
    log.error('reaction failed', { eventId: record.eventID, itemIdentifier, error });
    return { itemIdentifier };
  }
}

async function tell({ dynamodb }: DynamoDBRecord, leaseMs: number): Promise<void> {
  const row = readOutboxRow(dynamodb?.NewImage);
  const imported = importOf(dynamodb?.NewImage);
  if (imported !== undefined && row.about === 'booking') await rearm(deps, row);
  if (imported === 'told') return;
  switch (row.about) {
    case 'booking':
      return react(deps, row, leaseMs);
    case 'phone':
      return (await import('../lib/app/tell-number.ts')).tellNumber(deps, row, leaseMs);
    case 'person':
      return (await import('../lib/app/tell-person.ts')).tellPerson(deps, row, leaseMs);
    case 'standing':
      return (await import('../lib/app/tell-standing.ts')).tellStanding(deps, row, leaseMs);
    case 'company':
      return (await import('../lib/app/tell-company.ts')).tellCompany(deps, row, leaseMs);
    case 'webhook':
      return (await import('../lib/app/tell-webhook.ts')).tellWebhook(deps, row, leaseMs);
    case 'mailbox':
      return (await import('../lib/app/tell-mailbox.ts')).tellMailbox(deps, row);
  }
}
