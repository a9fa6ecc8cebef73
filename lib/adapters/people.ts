import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Page, PageWish, PeopleTable } from '../app/people-deps.ts';
import type { Member, Person } from '../domain/people/person.ts';
import { Refusal } from '../domain/refusal.ts';
import { readCodeHolders, readCompanies, readHoldersOf } from './batch-people.ts';
import { commitPerson } from './commit-person.ts';
import { commitCompany, readCompany } from './companies.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { addressRow, memberRow, personRow } from './people-rows.ts';
import { readRow } from './read-row.ts';

/** The rows of companies and people, as the application sees them. */
export function dynamoPeople(table: TableClient): PeopleTable {
  return {
    company: (id) => readCompany(table, id),
    person: (id) => readPerson(table, id),
    personByEmail: (normalized) => readHolder(table, normalized),
    everyHolderOf: (normalized) => readHolders(table, normalized),
    companies: (ids) => readCompanies(table, ids),
    peopleByEmail: (normalized) => readHoldersOf(table, normalized),
    codeHolders: (codes, now) => readCodeHolders(table, codes, now),
    membersOf: (companyId, page) => readMembers(table, companyId, page),
    commitCompany: (change) => commitCompany(table, change),
    commitPerson: (change) => commitPerson(table, change),
  };
}

async function readPerson(table: TableClient, id: string): Promise<Person | undefined> {
  const row = await readRow(table, keys.personKey(id));
  return row === undefined ? undefined : parseRow(personRow, row);
}

/**
 * Who has an address, in one read, as where nobody does: how long an answer takes tells nobody of accounts. Only rows from
 * before they had a copy of the person take another.
 */
export async function readHolder(table: TableClient, normalized: string): Promise<Person | undefined> {
  const row = await readRow(table, keys.emailKey(normalized));
  if (row === undefined) return undefined;
  const { account, personId } = parseRow(addressRow, row);
  return account ?? readPerson(table, personId);
}

/** Everybody who ever had an address, who has it now among them. */
async function readHolders(table: TableClient, normalized: string): Promise<Person[]> {
  const row = await readRow(table, keys.emailKey(normalized));
  if (row === undefined) return [];
  const { holders } = parseRow(addressRow, row);
  const people = await Promise.all([...holders].map((id) => readPerson(table, id)));
  return people.filter((person) => person !== undefined);
}

/** Reads one more than a page, so that there is a next page only where somebody is on it. */
async function readMembers(
  table: TableClient,
  companyId: string,
  { limit, cursor }: PageWish,
): Promise<Page<Member>> {
  let after = cursor === undefined ? undefined : keys.memberKey(companyId, readCursor(cursor));
  const items: Member[] = [];
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :company AND begins_with(sk, :person)',
        FilterExpression: '#status <> :removed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':company': keys.companyKey(companyId).pk,
          ':person': keys.memberKey(companyId, '').sk,
          ':removed': 'removed',
        },
        Limit: limit + 1 - items.length,
        ConsistentRead: true,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    items.push(...Items.map((row) => parseRow(memberRow, row)));
    after = LastEvaluatedKey as keys.Key | undefined;
  } while (after !== undefined && items.length <= limit);
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return items.length > limit && last !== undefined
    ? { items: page, next: cursorAfter(last.id) }
    : { items: page };
}

/** Opaque to callers. It names a place in the list and no company: it can't lead into another's. */
function cursorAfter(personId: string): string {
  return Buffer.from(personId).toString('base64url');
}

function readCursor(cursor: string): string {
  const personId = Buffer.from(cursor, 'base64url').toString();
  if (cursorAfter(personId) === cursor && /^per_[0-9a-z]{26}$/u.test(personId)) return personId;
  throw new Refusal('invalid-input', 'The cursor is not one that a page of this list gave.', {
    errors: [{ field: 'cursor', message: 'must be the `next` of the page before' }],
  });
}
