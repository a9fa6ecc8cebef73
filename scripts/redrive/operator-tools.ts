import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { StackOf } from '../stack-of.ts';
import { eventRows, type Span } from './event-rows.ts';
import { NotDone, type RedriveTools } from './redrive.ts';
import { readBatch, recordsOf, type StreamBatch } from './stream-records.ts';
import { fromStream, fromTable, tellAll } from './tell-events.ts';

export interface OperatorTools extends RedriveTools {
  /** Tells all events since an instant (ms) once more, and gives their number. Throws NotDone where any fails. */
  tellEventsSince(since: number): Promise<number>;
  close(): void;
}

export interface ToolsInput {
  readonly config: StackOf['clientConfig'];
  /** How names of functions and queues begin. */
  readonly prefix: string;
  readonly table: string;
}

const day = 24 * 3_600_000;

/** The tools of an operator: they invoke functions, and read the table and its stream. */
export function operatorTools({ config, prefix, table }: ToolsInput): OperatorTools {
  /** Since when (ms) all events were told already. */
  let told = Number.POSITIVE_INFINITY;
  const lambda = new LambdaClient(config);
  const rows = new DynamoDBClient(config);
  const stream = new DynamoDBStreamsClient(config);

  const invoke: RedriveTools['invoke'] = async (name, event) => {
    const { FunctionError, Payload } = await lambda.send(
      new InvokeCommand({ FunctionName: `${prefix}${name}`, Payload: JSON.stringify(event) }),
    );
    const answer: unknown = JSON.parse(Payload?.transformToString() || 'null');
    if (FunctionError !== undefined) throw new NotDone(`${name} failed: ${errorTypeOf(answer)}`);
    return answer;
  };

  const tellRows = async (span: Span): Promise<number> => {
    const found = await eventRows(rows, table, span);
    await tellAll(found.map(fromTable), (event) => invoke('on-event', event));
    return found.length;
  };

  return {
    invoke,
    async tellEvents(given) {
      const batch = readBatch(given);
      if (told <= batch.approximateArrivalOfFirstRecord) return;
      const records = await recordsOf(stream, batch);
      if (records === undefined) await tellRows(spanOf(batch));
      else await tellAll(records.map(fromStream), (event) => invoke('on-event', event));
    },
    async tellEventsSince(since) {
      const count = await tellRows({ from: since });
      told = since;
      return count;
    },
    close() {
      for (const client of [lambda, rows, stream]) client.destroy();
    },
  };
}

/** When the events of a batch can have happened. A text counts from when it was sent, a while before its row. */
function spanOf({ approximateArrivalOfFirstRecord, approximateArrivalOfLastRecord }: StreamBatch): Span {
  return { from: approximateArrivalOfFirstRecord - day, to: approximateArrivalOfLastRecord + day };
}

/** The message of a function's error may name somebody: only its type is told. */
function errorTypeOf(answer: unknown): string {
  const { errorType } = (answer ?? {}) as { readonly errorType?: unknown };
  return typeof errorType === 'string' ? errorType : 'unknown error';
}
