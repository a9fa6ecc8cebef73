import type { PhoneChange } from '../app/deps.ts';
import { type Phone, unknownPhone } from '../domain/phone/phone.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { phoneRow } from './phone-rows.ts';
import { readRow } from './read-row.ts';
import { type Guarded, transact } from './transaction.ts';

const DAY_SECONDS = 86_400;

/**
 * How long a phone is remembered after it last changed. Whoever books once a year is known again; a number that is
 * silent for longer may have another owner, who must be introduced to us, and what we don't need we don't keep.
 */
const PHONE_DAYS = 400;
const EVENT_DAYS = 90;

/** What is known of a number, or of one that nothing is known of. */
export async function readPhone(table: TableClient, mobile: string): Promise<Phone> {
  const row = await readRow(table, keys.phoneKey(mobile));
  return row === undefined ? unknownPhone(mobile) : parseRow(phoneRow, row);
}

/** Writes the phone's row and its event in one transaction, or nothing: Stale where the row was changed since. */
export async function commitPhone(table: TableClient, change: PhoneChange): Promise<void> {
  const { after, event, now } = change;
  await transact(table, [
    phoneWrite(table.name, change),
    ...(event === undefined ? [] : [eventWrite(table.name, after.mobile, event, now)]),
  ]);
}

function phoneWrite(TableName: string, { before, after, now }: PhoneChange): Guarded {
  const condition =
    before.revision === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: { ':seen': before.revision },
        };
  const Item = { ...keys.phoneKey(after.mobile), ...expiryOf(after, now), ...after };
  return { guard: 'row', write: { Put: { TableName, Item, ...condition } } };
}

/** An opt-out never ends by itself: only its owner's word takes it back. */
function expiryOf({ consent }: Phone, now: number): object {
  return consent?.given === false ? {} : { expiresAt: secondsAfter(now, PHONE_DAYS) };
}

/** Not conditional: a text brought again so late that the phone has forgotten it writes over the same row, and the stream carries on new ones only. */
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
  return { guard: 'row', write: { Put: { TableName, Item } } };
}

function secondsAfter(now: number, days: number): number {
  return Math.ceil(now / 1000) + days * DAY_SECONDS;
}
