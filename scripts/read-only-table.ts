import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { type TableClient, tableClient } from '../lib/adapters/document-client.ts';

const reads: readonly string[] = ['GetItemCommand', 'QueryCommand', 'ScanCommand'];

/** A client of the table that can only read: whatever else it is asked to do throws, before anything is sent. */
export function readOnlyTable(name: string, config: DynamoDBClientConfig = {}): TableClient {
  const table = tableClient(name, config);
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === undefined || !reads.includes(commandName)) {
          throw new Error(`${commandName ?? 'a command'} was refused: this only reads`);
        }
        return next(args);
      },
    { step: 'initialize', name: 'readOnly', priority: 'high' },
  );
  return table;
}

/** The rows whose partition keys begin so. Reads the whole table. */
export async function rowsBeginning(
  { client, name }: TableClient,
  beginnings: readonly string[],
): Promise<Record<string, unknown>[]> {
  const pages = paginateScan(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      FilterExpression: beginnings.map((_, index) => `begins_with(pk, :b${index})`).join(' OR '),
      ExpressionAttributeValues: Object.fromEntries(
        beginnings.map((beginning, index) => [`:b${index}`, beginning]),
      ),
    },
  );
  const rows: Record<string, unknown>[] = [];
  for await (const { Items = [] } of pages) rows.push(...Items);
  return rows;
}
