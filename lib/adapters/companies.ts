import type { CompanyChange } from '../app/people-deps.ts';
import { type CodeHolder, type Company, normalizedCode } from '../domain/company.ts';
import type { CompanyRuling } from '../domain/standing/entry.ts';
import { companyListing } from './directory.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { codeRow, companyRow } from './people-rows.ts';
import { readRow } from './read-row.ts';
import { type Guarded, transact } from './transaction.ts';

export async function readCompany(table: TableClient, id: string): Promise<Company | undefined> {
  const row = await readRow(table, keys.companyKey(id));
  return row === undefined ? undefined : parseRow(companyRow, row);
}

/** The company that a normalized code opens at `now` (ms). A code that was replaced and has ended is nobody's. */
export async function readCodeHolder(
  table: TableClient,
  code: string,
  now: number,
): Promise<CodeHolder | undefined> {
  const row = await readRow(table, keys.codeKey(code));
  return row === undefined ? undefined : codeHolderIn(row, now);
}

/** Whom the row of a code names, as long as the code works. */
export function codeHolderIn(row: Record<string, unknown>, now: number): CodeHolder | undefined {
  const { until, ...holder } = parseRow(codeRow, row);
  return until !== undefined && until <= now ? undefined : holder;
}

/**
 * Writes the company's row, what its codes open, and its events in one transaction, or nothing: Stale where the
 * company was changed since, CodeTaken where another company has its code. Throws where a fact of it is malformed.
 */
export async function commitCompany(table: TableClient, change: CompanyChange): Promise<void> {
  const { after, now } = change;
  parseRow(companyRow, { ...keys.companyKey(after.id), ...after });
  if (normalizedCode(after.code) === '') throw new Error(`the code of ${after.id} is blank`);
  const atWork = after.formerCodes.filter(({ until }) => until > now);
  await transact(table, [
    companyWrite(table.name, change),
    codeWrite(table.name, after, { code: after.code }, now),
    ...atWork.map((former) => codeWrite(table.name, after, former, now)),
    ...eventWrites(table.name, change),
  ]);
}

function companyWrite(TableName: string, { before, after }: CompanyChange): Guarded {
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: { ':seen': before.revision },
        };
  const Item = { ...keys.companyKey(after.id), ...after, ...companyListing(after) };
  return { guard: 'row', write: { Put: { TableName, Item, ...condition } } };
}

/** A code that has ended counts as nobody's, whether or not its row is gone yet. */
function codeWrite(
  TableName: string,
  { id, name, planUntil, afterHours, ruling }: Company,
  { code, until }: { readonly code: string; readonly until?: number },
  now: number,
): Guarded {
  const end = until === undefined ? {} : { until, expiresAt: Math.ceil(until / 1000) };
  const Item = {
    ...keys.codeKey(normalizedCode(code)),
    kind: 'company-code',
    ...{ id, name, planUntil, afterHours, ...(ruling && { ruling }), ...end },
  };
  return {
    guard: 'code',
    write: {
      Put: {
        TableName,
        Item,
        ConditionExpression: 'attribute_not_exists(pk) OR id = :id OR #until <= :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':id': id, ':now': now },
      },
    },
  };
}

/** Holds a transaction to what was read of rulings on the company behind a normalized code. */
export function codeCheck(TableName: string, code: string, ruling: CompanyRuling | undefined): Guarded {
  const condition =
    ruling === undefined
      ? { ConditionExpression: 'attribute_not_exists(ruling)' }
      : {
          ConditionExpression: 'ruling.#at = :at',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':at': ruling.at },
        };
  return {
    guard: 'standing',
    write: { ConditionCheck: { TableName, Key: keys.codeKey(code), ...condition } },
  };
}

/** Event rows are only ever added. */
function eventWrites(TableName: string, { before, after, events }: CompanyChange): Guarded[] {
  return events.map((event, index) => {
    const number = (before?.revision ?? 0) + index + 1;
    const Item = {
      ...keys.companyEventKey(after.id, number),
      ...{ kind: 'event', about: 'company', companyId: after.id, number, event },
    };
    return {
      guard: 'row',
      write: { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    };
  });
}
