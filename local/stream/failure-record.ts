import type { EventSource } from './event-source.ts';
import type { GiveUpReason } from './lane.ts';
import type { StreamRecord } from './record.ts';

/** What Lambda sends to a stream source's failure destination: where the records are, never what they hold. */
export function failureRecord(
  { functionArn, streamArn }: EventSource,
  records: readonly StreamRecord[],
  condition: GiveUpReason,
  tries: number,
  now: number,
): unknown {
  const [first, last] = [records[0], records.at(-1)];
  return {
    requestContext: { requestId: crypto.randomUUID(), functionArn, condition, approximateInvokeCount: tries },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: iso(now),
    DDBStreamBatchInfo: {
      shardId: first?.shardId,
      startSequenceNumber: first?.sequenceNumber,
      endSequenceNumber: last?.sequenceNumber,
      approximateArrivalOfFirstRecord: iso(first?.arrived ?? now),
      approximateArrivalOfLastRecord: iso(last?.arrived ?? now),
      batchSize: records.length,
      streamArn,
    },
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
