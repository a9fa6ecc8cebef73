import type { Closing } from './closing.ts';
import type { DataDirectory } from './data-directory.ts';
import type { LocalTable } from './engine/tables.ts';
import type { FunctionPool } from './functions/functions.ts';
import type { HostileWorld } from './hostile/world.ts';
import type { Clock } from './parts.ts';
import type { Queues } from './queues.ts';
import { type EventSource, eventSourcesOf } from './stream/event-source.ts';
import { StreamReader } from './stream/reader.ts';
import { startTableStream, type TableStream } from './stream/table-stream.ts';
import type { Stack } from './template/stack.ts';
import { TemplateError } from './template/template.ts';

export interface StreamsInput {
  readonly stack: Stack;
  readonly tables: readonly LocalTable[];
  readonly engineEndpoint: string;
  readonly clock: Clock;
  readonly pool: FunctionPool;
  readonly queues: Queues;
  readonly data: DataDirectory | undefined;
  readonly closing: Closing;
  readonly hostile: HostileWorld | undefined;
  print(line: string): void;
}

/** Starts every stream source of the template. */
export async function startStreams(input: StreamsInput): Promise<readonly TableStream[]> {
  return await Promise.all(eventSourcesOf(input.stack).map((source) => startStream(source, input)));
}

async function startStream(source: EventSource, input: StreamsInput): Promise<TableStream> {
  const { clock, pool, queues, data, closing, engineEndpoint, print } = input;
  const table = input.tables.find(({ arn }) => source.streamArn.startsWith(`${arn}/stream/`));
  if (!table?.engineStreamArn) {
    throw new TemplateError(`${source.logicalId}.EventSourceArn: ${source.streamArn} is no table's stream`);
  }
  const reader = new StreamReader(engineEndpoint, table.engineStreamArn, data?.positions(source.logicalId));
  const save = data && { save: data.savePositions.bind(data, source.logicalId) };
  const mishaps = input.hostile?.stream;
  const around = { clock, pool, queues, reader, mishaps, report: print, ...save };
  const stream = await startTableStream(source, around);
  closing.add(() => stream.stop());
  return stream;
}
