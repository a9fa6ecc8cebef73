import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Correlation } from '../telemetry/correlation.ts';
import { mailboxEventRow } from './mailbox-rows.ts';
import { parseRow } from './parse-row.ts';
import { companyEventRow, personEventRow } from './people-rows.ts';
import { phoneEventRow } from './phone-rows.ts';
import { bookingEventRow } from './rows.ts';
import { standingEventRow } from './standing-rows.ts';
import { webhookEventRow } from './webhook-rows.ts';

/** Any row that the stream carries on, by what it is about. */
const rowsAbout = {
  booking: bookingEventRow,
  phone: phoneEventRow,
  person: personEventRow,
  company: companyEventRow,
  standing: standingEventRow,
  webhook: webhookEventRow,
  mailbox: mailboxEventRow,
};

type OutboxRow = ReturnType<(typeof rowsAbout)[keyof typeof rowsAbout]>;

const isAbout = (about: unknown): about is keyof typeof rowsAbout =>
  typeof about === 'string' && Object.hasOwn(rowsAbout, about);

/** Which run wrote a row of the outbox; undefined where it was written before rows said so. */
export function correlationOf(image: object | undefined): Correlation | undefined {
  const row = (image ?? {}) as Readonly<Record<string, AttributeValue | undefined>>;
  const [id, cause] = [row['correlation']?.S, row['cause']?.S];
  return id === undefined ? undefined : { id, ...(cause === undefined ? {} : { cause }) };
}

/**
 * Whether a row came with a copy of another table, and had been told there; undefined where it happened here. What was
 * written shortly before the copy may not have been told yet.
 */
export function importOf(image: object | undefined): 'told' | 'untold' | undefined {
  const { imported } = (image ?? {}) as Readonly<Record<string, AttributeValue | undefined>>;
  if (imported === undefined) return undefined;
  return imported.S === 'untold' ? 'untold' : 'told';
}

/** A row of the outbox, from the image that the stream brings. Throws where it isn't one. */
export function readOutboxRow(image: object | undefined) {
  // The stream and the SDK each have a type of their own for the same JSON.
  const row = unmarshall((image ?? {}) as Record<string, AttributeValue>);
  const { pk, sk, about } = row;
  if (!isAbout(about)) throw new Error(`the row ${pk} ${sk} can't be read: about (${about})`);
  return parseRow<OutboxRow>(rowsAbout[about], row);
}
