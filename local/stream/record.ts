import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { region } from '../template/resource-identity.ts';

/** A change of the table, in the shape that Lambda hands to functions, with what the delivery must know of it. */
export interface StreamRecord {
  readonly shardId: string;
  readonly sequenceNumber: string;
  /** When it was read, ms by the dial. */
  readonly arrived: number;
  /** The item's key as text: records of one key are delivered in order. */
  readonly key: string;
  readonly event: unknown;
}

/** Makes a Lambda record of what the engine's stream gave. Times are the dial's, the region and ARN the template's. */
export function toStreamRecord(raw: _Record, shardId: string, streamArn: string, now: number): StreamRecord {
  const change = raw.dynamodb ?? {};
  return {
    shardId,
    sequenceNumber: change.SequenceNumber ?? '',
    arrived: now,
    key: JSON.stringify(Object.entries(change.Keys ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    event: plain({
      eventID: raw.eventID,
      eventName: raw.eventName,
      eventVersion: raw.eventVersion,
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: { ...change, ApproximateCreationDateTime: Math.floor(now / 1000) },
      eventSourceARN: streamArn,
      ...(raw.userIdentity ? { userIdentity: raw.userIdentity } : {}),
    }),
  };
}

/** As JSON carries it: binary values in base64, absent fields gone. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [name, plain(item)]));
}
