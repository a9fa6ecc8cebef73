import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { BookingList, Place, Stretch } from '../app/deps.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';

/** The index of each sort of list, and the attribute of a booking's row that names the list. */
const indexes: Readonly<Record<BookingList['of'], { readonly IndexName: string; readonly name: string }>> = {
  person: { IndexName: keys.PERSON_INDEX, name: 'person' },
  mobile: { IndexName: keys.MOBILE_INDEX, name: 'mobile' },
  company: { IndexName: keys.COMPANY_INDEX, name: 'companyId' },
  consultant: { IndexName: keys.CONSULTANT_INDEX, name: 'consultantId' },
};

/** A stretch of a list of bookings. An index is never consistent: the rows decide. */
export async function readPlaces(
  table: TableClient,
  { of, id }: BookingList,
  { from, direction, after, limit }: Stretch,
): Promise<Place[]> {
  const { IndexName, name } = indexes[of];
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName,
      KeyConditionExpression: `#list = :list AND #start ${direction === 'onwards' ? '>=' : '<='} :from`,
      ExpressionAttributeNames: { '#list': name, '#start': 'start' },
      // The place to go on from must lie within the condition.
      ExpressionAttributeValues: { ':list': id, ':from': after?.start ?? from },
      ScanIndexForward: direction === 'onwards',
      Limit: limit,
      ...(after === undefined
        ? {}
        : { ExclusiveStartKey: { ...keys.bookingKey(after.bookingId), [name]: id, start: after.start } }),
    }),
  );
  return Items.map(placeIn);
}

/** Of a list, what begins from one instant (ms) up to, not including, another: by their start. Not consistent either. */
export async function readPlacesWithin(
  table: TableClient,
  { of, id }: BookingList,
  from: number,
  until: number,
): Promise<Place[]> {
  const { IndexName, name } = indexes[of];
  const places: Place[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName,
        KeyConditionExpression: '#list = :list AND #start BETWEEN :from AND :last',
        ExpressionAttributeNames: { '#list': name, '#start': 'start' },
        ExpressionAttributeValues: { ':list': id, ':from': from, ':last': until - 1 },
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      }),
    );
    places.push(...Items.map(placeIn));
    next = LastEvaluatedKey;
  } while (next !== undefined);
  return places;
}

function placeIn({ pk, start }: Record<string, unknown>): Place {
  return { bookingId: keys.bookingOf(pk), start: Number(start) };
}
