import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type TableClient, tableClient } from '../../../lib/adapters/document-client.ts';
import { StreamReader } from '../../../local/stream/reader.ts';
import { localConfig } from '../../../scripts/local-table.ts';
import type { Showup } from '../showup.ts';

/** A write to the table, as its stream tells it. */
export interface Written {
  readonly what: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly pk: string;
  readonly sk: string;
  /** The row as it is since; absent where it was removed. */
  readonly row?: Readonly<Record<string, unknown>>;
}

/** The running system's table, past its permissions. To be destroyed by who opens it. */
export function tableOf({ table }: Showup): TableClient {
  return tableClient(table.name, localConfig(table.endpoint));
}

/** Everything that was ever written to the table, in the order in which it was. */
export async function everyWrite(showup: Showup): Promise<Written[]> {
  const table = tableOf(showup);
  try {
    const { Table } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
    const reader = new StreamReader(showup.table.endpoint, Table?.LatestStreamArn ?? '');
    await reader.open('TRIM_HORIZON');
    const writes: Written[] = [];
    for (let found = await reader.read(); found.length > 0; found = await reader.read()) {
      writes.push(...found.map(({ record }) => written(record)));
    }
    reader.close();
    return writes;
  } finally {
    table.client.destroy();
  }
}

type Raw = Awaited<ReturnType<StreamReader['read']>>[number]['record'];

function written({ eventName, dynamodb }: Raw): Written {
  const { pk, sk } = unmarshall(dynamodb?.Keys ?? {});
  const image = dynamodb?.NewImage as Parameters<typeof unmarshall>[0] | undefined;
  return {
    what: eventName ?? 'MODIFY',
    ...{ pk: String(pk), sk: String(sk) },
    ...(image === undefined ? {} : { row: unmarshall(image) }),
  };
}
