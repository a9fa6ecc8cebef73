import { remainsOf } from '../domain/people/tombstone.ts';
import type { Entry } from '../domain/standing/entry.ts';
import type { StandingRecord } from '../domain/standing/record.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { appended, pointerWrite } from './standing-records.ts';
import { transact } from './transaction.ts';

/**
 * Puts what counts for somebody under their tombstone, without the reasons, and deletes the record of the mail address:
 * in one transaction, Stale where it was written since. Nothing where nothing is recorded, so that it can be done again.
 */
export async function eraseRecord(
  table: TableClient,
  record: StandingRecord,
  tombstone: string,
): Promise<void> {
  const { email } = remainsOf(tombstone);
  if (record.revision === 0 || record.email === email) return;
  const TableName = table.name;
  await transact(table, [
    {
      guard: 'row',
      write: {
        Delete: {
          TableName,
          Key: keys.standingKey(record.email),
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: { ':seen': record.revision },
        },
      },
    },
    // Added and not put: an excuse may have come between the bookings' erasure and this.
    { guard: 'row', write: appended(TableName, email, record.entries.map(withoutReason), record.id) },
    ...(record.id === undefined ? [] : [pointerWrite(TableName, record.id, email)]),
  ]);
}

function withoutReason(entry: Entry): Entry {
  return 'reason' in entry && 'id' in entry ? { ...entry, reason: '' } : entry;
}
