import type { PhoneChange, Reading } from '../app/deps.ts';
import { type Phone, unknownPhone } from '../domain/phone/phone.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { phoneRow } from './phone-rows.ts';
import { readRow } from './read-row.ts';
import { type Guarded, put, transact } from './transaction.ts';
import { AlreadyTold } from './transaction-failure.ts';

const DAY_SECONDS = 86_400;

/**
 * How long a phone is remembered after it last changed. Whoever books once a year is known again; a number that is
 * silent for longer may have another owner, who must be introduced to us, and what we don't need we don't keep.
 */
const PHONE_DAYS = 400;
const EVENT_DAYS = 90;

/** What is known of a number, or of one that nothing is known of. */
export async function readPhone(table: TableClient, mobile: string, reading?: Reading): Promise<Phone> {
  const row = await readRow(table, keys.phoneKey(mobile), reading);
  return row === undefined ? unknownPhone(mobile) : parseRow(phoneRow, row);
}

/** Whether a text from the number was heard, of those that its row has no room for any more. */
export async function readHeard(table: TableClient, mobile: string, messageId: string): Promise<boolean> {
  return (await readRow(table, keys.phoneHeardKey(mobile, messageId))) !== undefined;
}

/**
 * Writes the phone's row and its event, and the texts that the row has no room for any more, or nothing: Stale where the
 * row was changed since. What was told before isn't told again.
 */
export async function commitPhone(table: TableClient, change: PhoneChange): Promise<void> {
  const { after, event, now } = change;
  if (event === undefined) return writePhone(table, change);
  const told = eventWrite(table.name, after.mobile, event, now);
  try {
    await transact(table, [...phoneWrites(table.name, change), told]);
  } catch (error) {
    if (!(error instanceof AlreadyTold)) throw error;
    await writePhone(table, change);
  }
}

async function writePhone(table: TableClient, change: PhoneChange): Promise<void> {
  const forgotten = heardWrites(table.name, change);
  if (forgotten.length === 0) await put(table, 'row', phonePut(table.name, change));
  else await transact(table, phoneWrites(table.name, change));
}

/** The row, and what it has no room for any more: a text may be brought again so late that the row has forgotten it. */
export function phoneWrites(TableName: string, change: Omit<PhoneChange, 'event'>): Guarded[] {
  return [{ guard: 'row', write: { Put: phonePut(TableName, change) } }, ...heardWrites(TableName, change)];
}

function phonePut(TableName: string, { before, after, now }: Omit<PhoneChange, 'event'>) {
  const condition =
    before.revision === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: { ':seen': before.revision },
        };
  const Item = { ...keys.phoneKey(after.mobile), ...expiryOf(after, now), ...after };
  return { TableName, Item, ...condition };
}

function heardWrites(TableName: string, { before, after, now }: Omit<PhoneChange, 'event'>): Guarded[] {
  const forgotten = before.heard.filter((messageId) => !after.heard.includes(messageId));
  return forgotten.map((messageId) => {
    const Item = {
      ...keys.phoneHeardKey(after.mobile, messageId),
      expiresAt: secondsAfter(now, EVENT_DAYS),
    };
    return { guard: 'row', write: { Put: { TableName, Item } } };
  });
}

/** An opt-out never ends by itself: only its owner's word takes it back. */
function expiryOf({ consent }: Phone, now: number): object {
  return consent?.given === false ? {} : { expiresAt: secondsAfter(now, PHONE_DAYS) };
}

/** Only ever added, like every event. */
function eventWrite(
  TableName: string,
  mobile: string,
  { messageId, happened }: NonNullable<PhoneChange['event']>,
  now: number,
): Guarded {
  const Item = {
    ...keys.phoneEventKey(mobile, messageId),
    kind: 'event',
    about: 'phone',
    mobile,
    messageId,
    at: now,
    event: happened,
    expiresAt: secondsAfter(now, EVENT_DAYS),
  };
  const ConditionExpression = 'attribute_not_exists(pk)';
  return { guard: 'telling', write: { Put: { TableName, Item, ConditionExpression } } };
}

function secondsAfter(now: number, days: number): number {
  return Math.ceil(now / 1000) + days * DAY_SECONDS;
}
