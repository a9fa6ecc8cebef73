import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { BookingSearch, RecordedEffect, RecordedEvent } from '../app/deps.ts';
import { readBookings } from './batch-bookings.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { readEffect } from './outbox.ts';
import { parseRow } from './parse-row.ts';
import { readPlaces, readPlacesWithin } from './places.ts';
import { bookingEventRow } from './rows.ts';

/** What our staff look bookings up by. */
export function dynamoSearch(table: TableClient): BookingSearch {
  return {
    bookingsIn: (list, stretch) => readPlaces(table, list, stretch),
    placesWithin: (list, from, until) => readPlacesWithin(table, list, from, until),
    bookings: (ids) => readBookings(table, ids),
    bookingsBeginning: (beginning, limit, after) => readBeginning(table, beginning, limit, after),
    eventsOf: (bookingId) => readEvents(table, bookingId),
    effectsOf: (bookingId) => readEffects(table, bookingId),
  };
}

async function readBeginning(
  table: TableClient,
  beginning: string,
  limit: number,
  after?: string,
): Promise<string[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.BOOKING_INDEX,
      KeyConditionExpression: 'bookingPk = :booking AND begins_with(id, :beginning)',
      ExpressionAttributeValues: { ':booking': keys.BOOKING_PARTITION, ':beginning': beginning },
      Limit: limit,
      ...(after === undefined
        ? {}
        : {
            ExclusiveStartKey: { ...keys.bookingKey(after), bookingPk: keys.BOOKING_PARTITION, id: after },
          }),
    }),
  );
  return Items.map(({ pk }) => keys.bookingOf(pk));
}

async function readEvents(table: TableClient, bookingId: string): Promise<RecordedEvent[]> {
  return (await rowsBeginning(table, bookingId, 'EVENT#')).map((row) => {
    const { number, version, policy, event } = parseRow(bookingEventRow, row);
    return { bookingId, number, version, policy, event };
  });
}

async function readEffects(table: TableClient, bookingId: string): Promise<RecordedEffect[]> {
  const effects = (await rowsBeginning(table, bookingId, 'EFFECT#')).map(readEffect);
  return effects.toSorted((a, b) => a.number - b.number);
}

async function rowsBeginning(
  table: TableClient,
  bookingId: string,
  beginning: string,
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :booking AND begins_with(sk, :beginning)',
        ExpressionAttributeValues: { ':booking': keys.bookingKey(bookingId).pk, ':beginning': beginning },
        ConsistentRead: true,
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      }),
    );
    rows.push(...Items);
    next = LastEvaluatedKey;
  } while (next !== undefined);
  return rows;
}
