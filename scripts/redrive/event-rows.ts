import { type AttributeValue, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

/** A row as the table holds it. */
export type Row = Readonly<Record<string, AttributeValue>>;

/** Two instants, ms; the second is open where it is left out. */
export interface Span {
  readonly from: number;
  readonly to?: number | undefined;
}

/**
 * The event rows of a span, oldest first, and those that carry no instant of their own. Reads the whole table, which
 * costs a read unit for every 4 kB of it.
 */
export async function eventRows(
  client: DynamoDBClient,
  TableName: string,
  span: Span,
): Promise<readonly Row[]> {
  const pages = paginateScan(
    { client },
    {
      TableName,
      ConsistentRead: true,
      FilterExpression:
        '#kind = :event AND (attribute_not_exists(#event.#at) OR #event.#at BETWEEN :from AND :to)',
      ExpressionAttributeNames: { '#kind': 'kind', '#event': 'event', '#at': 'at' },
      ExpressionAttributeValues: {
        ':event': { S: 'event' },
        ':from': { N: String(span.from) },
        ':to': { N: String(span.to ?? Number.MAX_SAFE_INTEGER) },
      },
    },
  );
  const rows: Row[] = [];
  for await (const { Items = [] } of pages) rows.push(...Items);
  return rows.toSorted((a, b) => instantOf(a) - instantOf(b));
}

const instantOf = (row: Row): number => Number(row['event']?.M?.['at']?.N ?? 0);
