import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  type GetRecordsCommandOutput,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { engineCredentials } from '../engine/engine-credentials.ts';
import { region } from '../template/resource-identity.ts';

/** How far each shard was read: the last sequence number, by shard id. */
export type Positions = Readonly<Record<string, string>>;

/** A raw record and the shard that it came from. */
export interface RawRecord {
  readonly shardId: string;
  readonly record: _Record;
}

interface OpenShard {
  readonly id: string;
  iterator: string;
}

/** Reads a stream of the table engine, shard by shard, from where it left off. */
export class StreamReader {
  private readonly client: DynamoDBStreamsClient;
  private readonly endpoint: string;
  private readonly streamArn: string;
  private readonly positions: Map<string, string>;
  private readonly finished = new Set<string>();
  private shards: OpenShard[] = [];

  constructor(endpoint: string, engineStreamArn: string, positions: Positions = {}) {
    this.client = new DynamoDBStreamsClient({ endpoint, region, credentials: engineCredentials });
    this.endpoint = endpoint;
    this.streamArn = engineStreamArn;
    this.positions = new Map(Object.entries(positions));
  }

  /** Finds the shards. Those without a known position start as asked. */
  async open(start: 'LATEST' | 'TRIM_HORIZON'): Promise<void> {
    await this.findShards(start);
  }

  /** Gives all records that were not read yet, oldest first in each shard. */
  async read(): Promise<readonly RawRecord[]> {
    const found: RawRecord[] = [];
    for (const shard of this.shards) await this.readShard(shard, found);
    if (this.shards.some(({ id }) => this.finished.has(id))) {
      this.shards = this.shards.filter(({ id }) => !this.finished.has(id));
      await this.findShards('TRIM_HORIZON');
      for (const shard of this.shards) await this.readShard(shard, found);
    }
    return found;
  }

  /** Gives all records that the stream still holds, oldest first in each shard, and keeps its own place. */
  async readAgain(): Promise<readonly RawRecord[]> {
    const again = new StreamReader(this.endpoint, this.streamArn);
    try {
      await again.open('TRIM_HORIZON');
      return await again.read();
    } finally {
      again.close();
    }
  }

  position(): Positions {
    return Object.fromEntries(this.positions);
  }

  close(): void {
    this.client.destroy();
  }

  private async readShard(shard: OpenShard, found: RawRecord[]): Promise<void> {
    for (;;) {
      const { Records: records = [], NextShardIterator: next } = await this.getRecords(shard);
      for (const record of records) {
        found.push({ shardId: shard.id, record });
        this.positions.set(shard.id, record.dynamodb?.SequenceNumber ?? '');
      }
      if (next === undefined) {
        this.finished.add(shard.id);
        return;
      }
      shard.iterator = next;
      if (records.length === 0) return;
    }
  }

  private async getRecords(shard: OpenShard): Promise<GetRecordsCommandOutput> {
    try {
      return await this.client.send(new GetRecordsCommand({ ShardIterator: shard.iterator }));
    } catch (error) {
      const stale = error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException;
      if (!stale) throw error;
      shard.iterator = await this.iterator(shard.id, 'TRIM_HORIZON');
      return await this.client.send(new GetRecordsCommand({ ShardIterator: shard.iterator }));
    }
  }

  /** The engines mark open shards differently, so a shard counts as closed only when it has no next iterator. */
  private async findShards(start: 'LATEST' | 'TRIM_HORIZON'): Promise<void> {
    let after: string | undefined;
    do {
      const { StreamDescription: stream } = await this.client.send(
        new DescribeStreamCommand({
          StreamArn: this.streamArn,
          ...(after === undefined ? {} : { ExclusiveStartShardId: after }),
        }),
      );
      for (const { ShardId: id } of stream?.Shards ?? []) {
        if (id === undefined || this.finished.has(id) || this.shards.some((shard) => shard.id === id))
          continue;
        this.shards.push({ id, iterator: await this.iterator(id, start) });
      }
      after = stream?.LastEvaluatedShardId;
    } while (after !== undefined);
  }

  private async iterator(shardId: string, start: 'LATEST' | 'TRIM_HORIZON'): Promise<string> {
    const position = this.positions.get(shardId);
    const from =
      position === undefined
        ? { ShardIteratorType: start }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: position };
    const answer = await this.client.send(
      new GetShardIteratorCommand({ StreamArn: this.streamArn, ShardId: shardId, ...from }),
    );
    if (answer.ShardIterator === undefined) throw new Error(`the stream gave no iterator for ${shardId}`);
    return answer.ShardIterator;
  }
}
