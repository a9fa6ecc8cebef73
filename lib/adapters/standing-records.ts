import type { Change, Reading } from '../app/deps.ts';
import type { RecordChange } from '../app/standing-deps.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { blankRecord, type StandingRecord } from '../domain/standing/record.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { readRow } from './read-row.ts';
import { newStandingId } from './standing-id.ts';
import { recordRow, standingPointerRow } from './standing-rows.ts';
import { type Guarded, transact, type Write } from './transaction.ts';

/** All that counts for and against who has the normalized mail address, or nothing. */
export async function readRecord(
  table: TableClient,
  email: string,
  reading?: Reading,
): Promise<StandingRecord> {
  const row = await readRow(table, keys.standingKey(email), reading);
  return row === undefined ? blankRecord(email) : parseRow(recordRow, row);
}

export async function readRecordById(table: TableClient, id: string): Promise<StandingRecord | undefined> {
  const row = await readRow(table, keys.standingKey(id));
  return row === undefined ? undefined : readRecord(table, parseRow(standingPointerRow, row).email);
}

/**
 * Writes the record, its event, and that the record has the id, in one transaction or not at all: Stale where the record
 * was written since.
 */
export async function commitRecord(table: TableClient, change: RecordChange): Promise<void> {
  const TableName = table.name;
  await transact(table, [
    recordWrite(TableName, change),
    pointerWrite(TableName, change.after.id, change.after.email),
    eventWrite(TableName, change),
  ]);
}

/** When the end of a block is told isn't of the record: it stays beside it. */
function recordWrite(TableName: string, { before, after }: RecordChange): Guarded {
  return {
    guard: 'row',
    write: {
      Update: {
        TableName,
        Key: keys.standingKey(after.email),
        UpdateExpression: 'SET entries = :entries, revision = :next, id = :id, email = :email',
        ConditionExpression: unchanged(before),
        ExpressionAttributeValues: {
          ':entries': after.entries,
          ':next': after.revision,
          ':id': after.id,
          ':email': after.email,
          ...seen(before),
        },
      },
    },
  };
}

/** The row that names the mail address of an id. It says so again with every change. */
export function pointerWrite(TableName: string, id: string, email: string): Guarded {
  return { guard: 'row', write: { Put: { TableName, Item: { ...keys.standingKey(id), email } } } };
}

/** Event rows are only ever added, numbered by the revision that they lead to. */
function eventWrite(TableName: string, { after, event }: RecordChange): Guarded {
  const number = after.revision;
  const Item = {
    ...keys.standingEventKey(after.id, number),
    ...{ kind: 'event', about: 'standing', standingId: after.id, number, event },
  };
  return {
    guard: 'row',
    write: { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
  };
}

/** What a change of a booking adds to the record of who it is for. It needs no condition: the booking's row has it. */
export function entriesWrite(TableName: string, { after, entries, now }: Change): Guarded[] {
  if (entries === undefined || entries.length === 0) return [];
  const email = normalizedEmail(after.attendee.email);
  return [{ guard: 'row', write: appended(TableName, email, entries, newStandingId(now)) }];
}

/** Adds entries to the record of a mail address, which gets the id where it has none. */
export function appended(
  TableName: string,
  email: string,
  entries: StandingRecord['entries'],
  id: string | undefined,
): Write {
  return {
    Update: {
      TableName,
      Key: keys.standingKey(email),
      UpdateExpression: `SET entries = list_append(if_not_exists(entries, :none), :entries), email = :email${id === undefined ? '' : ', id = if_not_exists(id, :id)'} ADD revision :one`,
      ExpressionAttributeValues: {
        ':none': [],
        ':entries': entries,
        ':email': email,
        ':one': 1,
        ...(id === undefined ? {} : { ':id': id }),
      },
    },
  };
}

/** Holds a transaction to the record as it was read. */
export function recordCheck(TableName: string, record: Pick<StandingRecord, 'email' | 'revision'>): Guarded {
  return {
    guard: 'standing',
    write: {
      ConditionCheck: {
        TableName,
        Key: keys.standingKey(record.email),
        ConditionExpression: unchanged(record),
        ...(record.revision === 0 ? {} : { ExpressionAttributeValues: seen(record) }),
      },
    },
  };
}

/** The condition that a record is as it was read. */
export function unchanged({ revision }: Pick<StandingRecord, 'revision'>): string {
  return revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :seen';
}

/** The values that it needs. */
export function seen({ revision }: Pick<StandingRecord, 'revision'>): Record<string, number> {
  return revision === 0 ? {} : { ':seen': revision };
}
