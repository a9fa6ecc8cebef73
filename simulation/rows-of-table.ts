import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { engineCredentials } from '../local/engine/engine-credentials.ts';
import { region } from '../local/template/resource-identity.ts';

/** A row of the table as it lies there. */
export type Row = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** Every row, asked of the engine itself, past permissions. */
export async function everyRowOf(endpoint: string, table: string): Promise<Row[]> {
  const client = new DynamoDBClient({ endpoint, region, credentials: engineCredentials });
  try {
    const rows: Row[] = [];
    const pages = paginateScan(
      { client: DynamoDBDocumentClient.from(client) },
      { TableName: table, ConsistentRead: true },
    );
    for await (const { Items = [] } of pages) rows.push(...(Items as Row[]));
    return rows;
  } finally {
    client.destroy();
  }
}
