import type { Change, Once, Reliance } from '../app/deps.ts';
import type { Booking } from '../domain/booking/booking.ts';
import { calendarChanges } from '../domain/booking/holds.ts';
import { withoutWords } from '../domain/booking/words.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { bookingCells } from './booking-cells.ts';
import { codeCheck } from './companies.ts';
import { companyEntryWrites } from './company-entries.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { phoneWrites } from './phones.ts';
import { queueAttributes } from './queues.ts';
import { rowUpdate } from './row-update.ts';
import { entriesWrite, recordCheck } from './standing-records.ts';
import { type Guarded, transact } from './transaction.ts';

/**
 * Writes the booking's row, its events, what of them counts for standing, the calendar, the number whose text led to it
 * and the idempotency record in one transaction, or nothing: the conditions guard against a row changed since (Stale), a
 * standing changed since (StandingChanged), a cell taken since (SlotTaken), and the same key used since (AlreadyDone). The
 * key of a booking that is made is in its id, so that its own row is its record.
 */
export async function commit(table: TableClient, change: Change): Promise<void> {
  const writes: Guarded[] = [
    bookingWrite(table.name, change),
    ...eventWrites(table.name, change),
    ...entriesWrite(table.name, change),
    ...companyEntryWrites(table.name, change),
    ...(change.relies === undefined ? [] : relianceChecks(table.name, change.relies)),
    ...calendarChanges(change.before, change.after).flatMap((part) => bookingCells(table.name, part)),
    ...(change.phone === undefined ? [] : phoneWrites(table.name, change.phone)),
    ...(change.once === undefined ? [] : [onceWrite(table.name, change.once, change)]),
  ];
  await transact(table, writes);
}

function bookingWrite(TableName: string, { before, after, fingerprint }: Change): Guarded {
  const Key = keys.bookingKey(after.id);
  if (before === undefined) {
    const Item = { ...Key, ...rowOf(after), fingerprint };
    return {
      guard: 'once',
      write: { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    };
  }
  const { ExpressionAttributeValues, ...update } = rowUpdate(
    rowOf(before),
    rowOf(after),
    after.erasedAt === undefined ? [] : ['fingerprint'],
  );
  return {
    guard: 'row',
    write: {
      Update: {
        TableName,
        Key,
        ...update,
        ConditionExpression: 'revision = :seen',
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ':seen': before.revision },
      },
    },
  };
}

/** The booking, and its places in the indexes. */
function rowOf(booking: Booking): Record<string, unknown> {
  return {
    ...dueAttributes(booking),
    ...queueAttributes(booking),
    ...numberAttributes(booking),
    person: normalizedEmail(booking.attendee.email),
    bookingPk: keys.BOOKING_PARTITION,
    ...booking,
  };
}

/** The sparse index holds a booking only while something is due. */
function dueAttributes({ due }: Booking): object {
  if (due.length === 0) return {};
  return { duePk: keys.DUE_PARTITION, dueAt: Math.min(...due.map(({ at }) => at)) };
}

/** Also where the number can't be texted, since it can text us; and where the booking is over, since texts can be late. */
function numberAttributes({ attendee: { mobile } }: Booking): object {
  return mobile === undefined ? {} : { mobile };
}

/** Event rows are only ever added, and hold nobody's identity: that is in the booking's row. */
function eventWrites(TableName: string, { before, after, events, policy }: Change): Guarded[] {
  const seen = before?.revision ?? 0;
  return events.map((event, index) => {
    const number = seen + index + 1;
    const Item = {
      ...keys.eventKey(after.id, number),
      kind: 'event',
      about: 'booking',
      bookingId: after.id,
      number,
      version: after.version,
      policy,
      event: withoutWords(event),
    };
    return {
      guard: 'row',
      write: { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    };
  });
}

/** Whoever is let in by their standing is so only as long as that stands. */
function relianceChecks(TableName: string, { record, company }: Reliance): Guarded[] {
  return [
    recordCheck(TableName, record),
    ...(company === undefined ? [] : [codeCheck(TableName, company.code, company.ruling)]),
  ];
}

/** A key that has expired counts as unused, whether or not its row is gone yet. */
function onceWrite(TableName: string, once: Once, { after, now }: Change): Guarded {
  return {
    guard: 'once',
    write: {
      Put: {
        TableName,
        Item: {
          ...keys.onceKey(once.key),
          bookingId: after.id,
          expiresAt: Math.ceil(once.expiresAt / 1000),
        },
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': Math.floor(now / 1000) },
      },
    },
  };
}
