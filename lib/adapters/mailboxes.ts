import type { MailboxChange } from '../app/deps.ts';
import { type Mailbox, mailLossOf, unknownMailbox } from '../domain/mailbox.ts';
import { deletePartition } from './delete-partition.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { mailboxRow } from './mailbox-rows.ts';
import { parseRow } from './parse-row.ts';
import { readRow } from './read-row.ts';
import { put, transact } from './transaction.ts';

/** How long what is known of a mailbox is kept after it last changed; as long as who reads it has complained, for good. */
const DAYS = 400;
const DAY_SECONDS = 86_400;

/** What is known of a mailbox by its normalized address, or of one that nothing is known of. */
export async function readMailbox(table: TableClient, email: string): Promise<Mailbox> {
  const row = await readRow(table, keys.mailboxKey(email));
  return row === undefined ? unknownMailbox(email) : parseRow(mailboxRow, row);
}

/** Writes the row and its event, if any, or nothing: Stale where the row was changed since. */
export async function commitMailbox(table: TableClient, change: MailboxChange): Promise<void> {
  const { before, after, event, now } = change;
  const TableName = table.name;
  const expiresAt = Math.ceil(now / 1000) + DAYS * DAY_SECONDS;
  const kept = mailLossOf(after)?.reason === 'complained' ? {} : { expiresAt };
  const unchanged =
    before.revision === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': before.revision } };
  const row = { TableName, Item: { ...keys.mailboxKey(after.email), ...kept, ...after }, ...unchanged };
  if (event === undefined) return put(table, 'row', row);
  const number = after.revision;
  const Item = {
    ...keys.mailboxEventKey(after.email, number),
    ...{ kind: 'event', about: 'mailbox', email: after.email, number, event, expiresAt },
  };
  const ConditionExpression = 'attribute_not_exists(pk)';
  await transact(table, [
    { guard: 'row', write: { Put: row } },
    { guard: 'row', write: { Put: { TableName, Item, ConditionExpression } } },
  ]);
}

/** Deletes all that is known of a mailbox. */
export async function eraseMailbox(table: TableClient, email: string): Promise<void> {
  await deletePartition(table, keys.mailboxKey(email).pk);
}
