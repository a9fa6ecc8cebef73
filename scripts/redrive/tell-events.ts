import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import type { Row } from './event-rows.ts';
import { NotDone } from './redrive.ts';

/** A record as Lambda hands it to the function that reacts. */
interface LambdaRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT';
  readonly eventSource: 'aws:dynamodb';
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: unknown;
    readonly NewImage: unknown;
    readonly SequenceNumber: string;
    readonly StreamViewType: 'NEW_IMAGE';
  };
}

/** As many as the stream brings at once. */
const batchSize = 25;

/** A record of the stream, for the function. */
export function fromStream({ eventID = '', dynamodb = {} }: _Record): LambdaRecord {
  const { ApproximateCreationDateTime: created, Keys, NewImage, SequenceNumber = '' } = dynamodb;
  return recordOf(eventID, seconds(created?.getTime() ?? 0), Keys, NewImage, SequenceNumber);
}

/** A row of the table, as if the stream had just brought it. */
export function fromTable(row: Row, index: number): LambdaRecord {
  const { pk, sk } = row;
  const at = Number(row['event']?.M?.['at']?.N ?? 0);
  return recordOf(`redriven-${index}`, seconds(at), { pk, sk }, row, String(index));
}

/** Tells events in their order, a batch at a time. Throws NotDone, saying how many could not be told. */
export async function tellAll(
  records: readonly LambdaRecord[],
  invoke: (event: unknown) => Promise<unknown>,
): Promise<void> {
  let failed = 0;
  for (let start = 0; start < records.length; start += batchSize) {
    const answer = await invoke({ Records: records.slice(start, start + batchSize) });
    failed += failuresIn(answer);
  }
  if (failed > 0) throw new NotDone(`on-event could not tell ${failed} of ${records.length} events`);
}

function failuresIn(answer: unknown): number {
  const { batchItemFailures = [] } = (answer ?? {}) as { readonly batchItemFailures?: readonly unknown[] };
  return batchItemFailures.length;
}

const recordOf = (
  eventID: string,
  created: number,
  Keys: unknown,
  NewImage: unknown,
  SequenceNumber: string,
): LambdaRecord => ({
  eventID,
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    ApproximateCreationDateTime: created,
    Keys,
    NewImage,
    SequenceNumber,
    StreamViewType: 'NEW_IMAGE',
  },
});

const seconds = (ms: number): number => Math.floor(ms / 1000);
