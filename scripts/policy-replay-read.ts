import type { TableClient } from '../lib/adapters/document-client.ts';
import { parseRow } from '../lib/adapters/parse-row.ts';
import { companyRow } from '../lib/adapters/people-rows.ts';
import { recordRow } from '../lib/adapters/standing-rows.ts';
import type { History } from './policy-replay-fold.ts';
import { rowsBeginning } from './read-only-table.ts';

/** What is recorded of everybody, by mail address, and of every company, by id. */
export async function readHistory(table: TableClient): Promise<History> {
  const rows = await rowsBeginning(table, ['STANDING#', 'COMPANY#']);
  // Whose a standing is, and what happened to it, are rows without entries.
  const records = rows.filter(({ sk, entries }) => sk === 'STANDING' && Array.isArray(entries));
  const companies = rows.filter(({ sk }) => sk === 'COMPANY');
  return {
    records: records.map((row) => parseRow(recordRow, row)).toSorted((a, b) => (a.email < b.email ? -1 : 1)),
    companies: companies.map((row) => parseRow(companyRow, row)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
