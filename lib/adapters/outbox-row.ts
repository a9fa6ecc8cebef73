import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { parseRow } from './parse-row.ts';
import { companyEventRow, personEventRow } from './people-rows.ts';
import { phoneEventRow } from './phone-rows.ts';
import { bookingEventRow } from './rows.ts';
import { standingEventRow } from './standing-rows.ts';

/** Any row that the stream carries on. */
const outboxRow = z.discriminatedUnion('about', [
  bookingEventRow,
  phoneEventRow,
  personEventRow,
  companyEventRow,
  standingEventRow,
]);

/** A row of the outbox, from the image that the stream brings. Throws where it isn't one. */
export function readOutboxRow(image: object | undefined) {
  // The stream and the SDK each have a type of their own for the same JSON.
  return parseRow(outboxRow, unmarshall((image ?? {}) as Record<string, AttributeValue>));
}
