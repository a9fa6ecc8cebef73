import type { PersonChange } from '../app/people-deps.ts';
import type { Company } from '../domain/company.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import type { Person } from '../domain/people/person.ts';
import { isErased } from '../domain/people/tombstone.ts';
import { personListing } from './directory.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { addressRow } from './people-rows.ts';
import { readRow } from './read-row.ts';
import { type Guarded, transact } from './transaction.ts';

/**
 * Writes the person's row, its place among the company's people, its mail address and its events in one transaction,
 * or nothing: Stale where the row, or the company that was decided on, was changed since; AddressTaken where somebody
 * else has the mail address. Of whoever was erased no address is left.
 */
export async function commitPerson(table: TableClient, change: PersonChange): Promise<void> {
  const { before, after, decidedOn } = change;
  const erased = before !== undefined && !isErased(before.email) && isErased(after.email);
  await transact(table, [
    personWrite(table.name, change),
    ...(after.staff ? [] : [memberWrite(table.name, after)]),
    ...(before === undefined ? [addressWrite(table.name, after)] : []),
    ...(before !== undefined && !isErased(after.email) ? [addressChange(table.name, after)] : []),
    ...(erased ? await addressErasure(table, before) : []),
    ...(decidedOn === undefined ? [] : [companyRise(table.name, decidedOn)]),
    ...eventWrites(table.name, change),
  ]);
}

function personWrite(TableName: string, { before, after }: PersonChange): Guarded {
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: { ':seen': before.revision },
        };
  const Item = { ...keys.personKey(after.id), ...after, ...personListing(after) };
  return { guard: 'row', write: { Put: { TableName, Item, ...condition } } };
}

/** A copy, so that one query lists a company's people. The person's own row decides, and is written with it. */
function memberWrite(TableName: string, after: Extract<Person, { staff: false }>): Guarded {
  const Item = { ...keys.memberKey(after.companyId, after.id), ...after };
  return { guard: 'row', write: { Put: { TableName, Item } } };
}

/**
 * Everybody who ever had the address is kept in its row: an erasure finds their accounts by it. With a copy of the person,
 * so that whoever books is known by one read.
 */
function addressWrite(TableName: string, after: Person): Guarded {
  const { id, email } = after;
  return {
    guard: 'address',
    write: {
      Update: {
        TableName,
        Key: keys.emailKey(normalizedEmail(email)),
        UpdateExpression: 'SET personId = :id, account = :account ADD holders :holder REMOVE freeSince',
        ConditionExpression: 'attribute_not_exists(pk) OR attribute_exists(freeSince)',
        ExpressionAttributeValues: { ':id': id, ':account': after, ':holder': new Set([id]) },
      },
    },
  };
}

/** Of somebody who was removed the row stays, to tell who had the address last. */
function addressChange(TableName: string, after: Person): Guarded {
  const { id, email, status, removedAt } = after;
  const free = status === 'removed';
  return {
    guard: 'row',
    write: {
      Update: {
        TableName,
        Key: keys.emailKey(normalizedEmail(email)),
        UpdateExpression: `SET account = :account${free ? ', freeSince = :since' : ''}`,
        ConditionExpression: 'personId = :id',
        ExpressionAttributeValues: { ':id': id, ':account': after, ...(free && { ':since': removedAt }) },
      },
    },
  };
}

/** Only where it is still theirs: somebody else may have been given the address since. */
async function addressErasure(table: TableClient, { id, email }: Person): Promise<Guarded[]> {
  const key = keys.emailKey(normalizedEmail(email));
  const row = await readRow(table, key);
  if (row === undefined || parseRow(addressRow, row).personId !== id) return [];
  return [
    {
      guard: 'row',
      write: {
        Delete: {
          TableName: table.name,
          Key: key,
          ConditionExpression: 'personId = :id',
          ExpressionAttributeValues: { ':id': id },
        },
      },
    },
  ];
}

function companyRise(TableName: string, { id, revision }: Company): Guarded {
  return {
    guard: 'row',
    write: {
      Update: {
        TableName,
        Key: keys.companyKey(id),
        UpdateExpression: 'SET revision = :next',
        ConditionExpression: 'revision = :seen',
        ExpressionAttributeValues: { ':seen': revision, ':next': revision + 1 },
      },
    },
  };
}

/** Event rows are only ever added. */
function eventWrites(TableName: string, { before, after, events }: PersonChange): Guarded[] {
  return events.map((event, index) => {
    const number = (before?.revision ?? 0) + index + 1;
    const Item = {
      ...keys.personEventKey(after.id, number),
      ...{ kind: 'event', about: 'person', personId: after.id, number, event },
    };
    return {
      guard: 'row',
      write: { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    };
  });
}
