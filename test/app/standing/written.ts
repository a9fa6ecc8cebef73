import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { TableClient } from '../../../lib/adapters/document-client.ts';
import { engineCredentials } from '../../../local/engine/engine-credentials.ts';

/** A row as it was written, in the order in which the table took it. */
export interface Written {
  readonly pk: string;
  readonly sk: string;
  readonly how: string;
}

/** Every write to a table, in order, as its stream tells it. */
export async function written({ client, name }: TableClient): Promise<Written[]> {
  const { protocol, hostname, port } = (await client.config.endpoint?.()) ?? {};
  const streams = new DynamoDBStreamsClient({
    endpoint: `${protocol}//${hostname}:${port}`,
    region: 'us-east-1',
    credentials: engineCredentials,
  });
  const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName: name }));
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const shards = StreamDescription?.Shards ?? [];
  if (shards.length !== 1) throw new Error(`the order of ${shards.length} shards is not known`);
  const ShardId = shards[0]?.ShardId;
  const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
  const { ShardIterator: first } = await streams.send(new GetShardIteratorCommand(from));
  const found: Written[] = [];
  let ShardIterator = first;
  for (;;) {
    const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator }));
    for (const { dynamodb, eventName } of Records) {
      const { pk, sk } = dynamodb?.Keys ?? {};
      found.push({ pk: pk?.S ?? '', sk: sk?.S ?? '', how: eventName ?? '' });
    }
    if (Records.length === 0 || NextShardIterator === undefined) break;
    ShardIterator = NextShardIterator;
  }
  streams.destroy();
  return found;
}
