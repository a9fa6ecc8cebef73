import {
  type _Record,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import { NotDone } from './redrive.ts';

/** Where in the stream the records of a batch are, as Lambda leaves it in the failure queue. */
const streamBatch = z.object({
  streamArn: z.string(),
  shardId: z.string(),
  startSequenceNumber: z.string().regex(/^\d+$/u),
  endSequenceNumber: z.string().regex(/^\d+$/u),
  approximateArrivalOfFirstRecord: z.iso.datetime().transform((text) => Date.parse(text)),
  approximateArrivalOfLastRecord: z.iso.datetime().transform((text) => Date.parse(text)),
});

export type StreamBatch = z.output<typeof streamBatch>;

/** Throws NotDone where the message doesn't say where the records are. */
export function readBatch(batch: unknown): StreamBatch {
  const { success, data } = streamBatch.safeParse(batch);
  if (!success) throw new NotDone('the message points at no records');
  return data;
}

/** Pages without a record, one after the other, after which the shard is taken to have no more. */
const emptyPages = 20;

/**
 * The new event rows between the two ends of a batch. Of a batch that was one of several beside each other, these are
 * more than its own: to tell one again does no harm. Gives undefined where the stream no longer holds them.
 */
export async function recordsOf(
  client: DynamoDBStreamsClient,
  batch: StreamBatch,
): Promise<readonly _Record[] | undefined> {
  try {
    const records = await readFrom(client, batch);
    return records.length === 0 ? undefined : records.filter(isNewEvent);
  } catch (error) {
    const isGone =
      error instanceof TrimmedDataAccessException ||
      error instanceof ExpiredIteratorException ||
      error instanceof ResourceNotFoundException;
    if (isGone) return undefined;
    throw error;
  }
}

async function readFrom(client: DynamoDBStreamsClient, batch: StreamBatch): Promise<readonly _Record[]> {
  const { streamArn: StreamArn, shardId: ShardId, startSequenceNumber: SequenceNumber } = batch;
  const last = BigInt(batch.endSequenceNumber);
  const start = { StreamArn, ShardId, SequenceNumber, ShardIteratorType: 'AT_SEQUENCE_NUMBER' } as const;
  let { ShardIterator: iterator } = await client.send(new GetShardIteratorCommand(start));
  const found: _Record[] = [];
  for (let empty = 0; iterator !== undefined && empty < emptyPages; ) {
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator }),
    );
    const within = Records.filter((record) => sequenceOf(record) <= last);
    found.push(...within);
    if (within.length < Records.length || found.some((record) => sequenceOf(record) === last)) break;
    empty = Records.length === 0 ? empty + 1 : 0;
    iterator = NextShardIterator;
  }
  return found;
}

const sequenceOf = ({ dynamodb }: _Record): bigint => BigInt(dynamodb?.SequenceNumber ?? 0);

const isNewEvent = ({ eventName, dynamodb }: _Record): boolean =>
  eventName === 'INSERT' && dynamodb?.NewImage?.['kind']?.S === 'event';
