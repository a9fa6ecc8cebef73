import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AsBooked, Table } from '../app/deps.ts';
import type { Booking } from '../domain/booking/booking.ts';
import { evolve } from '../domain/booking/evolve.ts';
import { withWords } from '../domain/booking/words.ts';
import { commit } from './commit.ts';
import { readCodeHolder } from './companies.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { commitMailbox, readMailbox } from './mailboxes.ts';
import { measureChange } from './measured.ts';
import { parseRow } from './parse-row.ts';
import { readHolder } from './people.ts';
import { commitPhone, readHeard, readPhone } from './phones.ts';
import { readPlaces } from './places.ts';
import { readCalendar } from './read-calendar.ts';
import { readRow } from './read-row.ts';
import * as rows from './rows.ts';
import { readRecord } from './standing-records.ts';
import { count, isReached } from './tallies.ts';

/** The one table, as the application sees it. */
export function dynamoTable(table: TableClient): Table {
  return {
    booking: (id) => readBooking(table, id),
    bookingAsBooked: (id) => readAsBooked(table, id),
    companyByCode: (code, now) => readCodeHolder(table, code, now),
    personByEmail: (normalized) => readHolder(table, normalized),
    record: (email, reading) => readRecord(table, email, reading),
    busy: (from, to) => readCalendar(table, from, to),
    overdue: (now, limit) => readOverdue(table, now, limit),
    async commit(change) {
      await commit(table, change);
      measureChange(change);
    },
    bookingsOf: (mobile, from, limit) => readOf(table, mobile, from, limit),
    bookingsFor: (email, stretch) => readPlaces(table, { of: 'person', id: email }, stretch),
    phone: (mobile, reading) => readPhone(table, mobile, reading),
    wasHeard: (mobile, messageId) => readHeard(table, mobile, messageId),
    commitPhone: (change) => commitPhone(table, change),
    mailbox: (email) => readMailbox(table, email),
    commitMailbox: (change) => commitMailbox(table, change),
    count: (tally) => count(table, tally),
    isReached: (tally) => isReached(table, tally),
  };
}

async function readBooking(table: TableClient, id: string): Promise<Booking | undefined> {
  const row = await readRow(table, keys.bookingKey(id));
  return row === undefined ? undefined : parseRow(rows.bookingRow, row);
}

/** What people wrote then is in the booking's row. */
async function readAsBooked(table: TableClient, id: string): Promise<AsBooked | undefined> {
  const row = await readRow(table, keys.bookingKey(id));
  if (row === undefined) return undefined;
  const first = await readRow(table, keys.eventKey(id, 1));
  if (first === undefined) return undefined;
  const { event, number } = parseRow(rows.bookingEventRow, first);
  const booking = evolve(undefined, withWords(event, number, parseRow(rows.bookingRow, row)));
  return { booking, ...parseRow(rows.requestRow, row) };
}

async function readOverdue(table: TableClient, now: number, limit: number): Promise<string[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.DUE_INDEX,
      KeyConditionExpression: 'duePk = :due AND dueAt <= :now',
      ExpressionAttributeValues: { ':due': keys.DUE_PARTITION, ':now': now },
      Limit: limit,
    }),
  );
  return Items.map(({ pk }) => keys.bookingOf(pk));
}

async function readOf(table: TableClient, mobile: string, from: number, limit: number): Promise<string[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.MOBILE_INDEX,
      KeyConditionExpression: 'mobile = :mobile AND #start >= :from',
      ExpressionAttributeNames: { '#start': 'start' },
      ExpressionAttributeValues: { ':mobile': mobile, ':from': from },
      Limit: limit,
    }),
  );
  return Items.map(({ pk }) => keys.bookingOf(pk));
}
