import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { TableClient } from '../../lib/adapters/document-client.ts';

/** Every row, in the order of keys: two of these are equal when nothing has changed between. */
export async function everyRow(table: TableClient): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  const pages = paginateScan({ client: table.client }, { TableName: table.name, ConsistentRead: true });
  for await (const { Items = [] } of pages) rows.push(...Items);
  const keyOf = ({ pk, sk }: Record<string, unknown>): string => `${String(pk)} ${String(sk)}`;
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Numbers of the busy cells of each consultant on a UTC date, by the row itself. */
export async function busyCellsOn(table: TableClient, date: string): Promise<Record<string, number[]>> {
  const rows = (await everyRow(table)).filter(
    ({ pk, sk }) => pk === 'CALENDAR' && String(sk).startsWith(date),
  );
  return Object.fromEntries(
    rows.map((row) => [
      String(row['sk']).slice(11),
      Object.entries(row)
        .filter(([name, count]) => /^\d+$/u.test(name) && Number(count) > 0)
        .map(([name]) => Number(name))
        .toSorted((a, b) => a - b),
    ]),
  );
}
