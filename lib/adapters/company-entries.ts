import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Change } from '../app/deps.ts';
import type { BookingEntry } from '../domain/standing/entry.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { companyEntryRow } from './standing-rows.ts';
import type { Guarded } from './transaction.ts';

/** What a change of a booking adds to what counts for its company. Of whom it is, the booking's row tells. */
export function companyEntryWrites(TableName: string, { entries = [] }: Change): Guarded[] {
  return entries.flatMap((entry): Guarded[] => {
    if (entry.companyId === undefined) return [];
    const Item = { ...keys.companyEntryKey(entry.companyId, entry), entry };
    const ConditionExpression = 'attribute_not_exists(pk)';
    return [{ guard: 'row', write: { Put: { TableName, Item, ConditionExpression } } }];
  });
}

/** What counts for a company's standing, recorded at or after `from` (ms), in order. Consistent. */
export async function readCompanyEntries(
  table: TableClient,
  companyId: string,
  from: number,
): Promise<BookingEntry[]> {
  const range = keys.companyEntryRange(from);
  const entries: BookingEntry[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :company AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':company': keys.companyKey(companyId).pk,
          ':from': range.from,
          ':to': range.to,
        },
        ConsistentRead: true,
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      }),
    );
    entries.push(...Items.map((row) => parseRow(companyEntryRow, row).entry));
    next = LastEvaluatedKey;
  } while (next !== undefined);
  return entries;
}
