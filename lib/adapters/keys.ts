import { CELLS_A_DAY } from '../domain/calendar/cells.ts';
import type { BookingEntry } from '../domain/standing/entry.ts';

/**
 * Every key of the one table. Access patterns:
 *
 * | what                              | pk                  | sk                     | read by                         |
 * |-----------------------------------|---------------------|------------------------|---------------------------------|
 * | a booking                         | BOOKING#<id>        | BOOKING                | GetItem                         |
 * | its events, in order              | BOOKING#<id>        | EVENT#<number>         | GetItem, Query                  |
 * | a claim on an effect of an event  | BOOKING#<id>        | EFFECT#<effect>        | conditional UpdateItem          |
 * | a consultant's UTC day            | CALENDAR            | <date>#<consultant>    | Query over dates                |
 * | time off and extra hours          | CONSULTANT#<id>     | HOURS#<from>#<id>      | GetItem, Query over instants    |
 * | which address its feed has        | CONSULTANT#<id>     | CONSULTANT             | GetItem                         |
 * | a company                         | COMPANY#<id>        | COMPANY                | GetItem                         |
 * | its events, in order              | COMPANY#<id>        | EVENT#<number>         | the stream                      |
 * | a claim on an effect of an event  | COMPANY#<id>        | EFFECT#<effect>        | conditional UpdateItem          |
 * | its people, as their rows are     | COMPANY#<id>        | PERSON#<id>            | Query, by invitation            |
 * | what counts for its standing      | COMPANY#<id>        | ENTRY#<at>#<booking>#… | Query from an instant on        |
 * | a hint that it is to be reviewed  | COMPANY#<id>        | REVIEW                 | index `queue`                   |
 * | a person                          | PERSON#<id>         | PERSON                 | GetItem                         |
 * | their events, in order            | PERSON#<id>         | EVENT#<number>         | the stream                      |
 * | a claim on an effect of an event  | PERSON#<id>         | EFFECT#<effect>        | conditional UpdateItem          |
 * | whose a mail address is           | EMAIL#<normalized>  | PERSON                 | GetItem, with a copy of them    |
 * | what counts for who has it        | STANDING#<normalized> | STANDING             | GetItem                         |
 * | whose a standing is               | STANDING#<std id>   | STANDING               | GetItem, then the record        |
 * | the events of a standing          | STANDING#<std id>   | EVENT#<number>         | the stream                      |
 * | a claim on an effect of an event  | STANDING#<std id>   | EFFECT#<effect>        | conditional UpdateItem          |
 * | what a company's code opens       | CODE#<code>         | CODE                   | GetItem                         |
 * | what is known of a number         | PHONE#<mobile>      | PHONE                  | GetItem                         |
 * | what it must hear of              | PHONE#<mobile>      | TELL#<message id>      | the stream                      |
 * | a text its row has no room for    | PHONE#<mobile>      | HEARD#<message id>     | GetItem                         |
 * | a claim on its answer             | PHONE#<mobile>      | EFFECT#<effect>        | conditional UpdateItem          |
 * | where mail doesn't arrive         | MAILBOX#<normalized> | MAILBOX               | GetItem                         |
 * | what the mail service must hear   | MAILBOX#<normalized> | TELL#<number>         | the stream                      |
 * | how often, on a UTC day           | TALLY#<name>        | <date>                 | conditional UpdateItem          |
 * | what was done to one under a key  | ONCE#<key>          | ONCE                   | conditional PutItem             |
 * | what a version of the policy says | POLICY#<version>    | POLICY                 | GetItem                         |
 * | who erased somebody, and why      | ERASURE#<tombstone> | ERASURE                | whoever audits                  |
 * | endpoints that are posted events  | WEBHOOKS            | <endpoint id>          | GetItem, Query                  |
 * | what happened to an endpoint      | WEBHOOK#<id>        | EVENT#<number>         | the stream                      |
 * | a claim on an effect of an event  | WEBHOOK#<id>        | EFFECT#<effect>        | conditional UpdateItem          |
 * | an event on its way to it         | WEBHOOK#<id>        | DELIVERY#<event id>    | GetItem, BatchGetItem           |
 * | bookings with something due       | index `due`: DUE    | instant of the first   | Query up to now                 |
 * | blocks whose end is to be told    | index `due`: ENDING | instant of the end     | Query up to now                 |
 * | deliveries whose next try is due  | index `due`: DELIVERING | instant of the try | Query up to now                 |
 * | deliveries to an endpoint         | index `queue`: WEBHOOK#<id> | when made      | Query, latest first             |
 * | what waits for a decision         | index `queue`: its name | since when         | Query, longest first            |
 * | bookings of a number              | index `mobile`: it  | start                  | Query from an instant on        |
 * | bookings for a mail address       | index `person`: it  | start                  | Query from an instant, both ways |
 * | bookings of a company             | index `company`: id | start                  | Query from an instant, both ways |
 * | bookings of a consultant          | index `consultant`  | start                  | Query from an instant, both ways |
 * | bookings by how their ids begin   | index `booking`     | id                     | Query                           |
 * | names of people and companies     | index `directory`: which | name as searched  | Query, by name                  |
 *
 * The key that a booking was made under is in its id: its own row is what makes it once.
 * Rows that end by themselves carry `expiresAt` in seconds. Rows whose `kind` is `event` are the outbox:
 * the stream carries nothing else on. `EVENT#` rows are the record of what happened: they hold nobody's identity, and
 * are neither changed nor deleted. What a number or the mail
 * service must hear of is no such record, and goes with the number or address.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const DUE_INDEX = 'due';
export const DUE_PARTITION = 'DUE';
/** Of the same index: records of people, until the end of a block was told. */
export const ENDING_PARTITION = 'ENDING';
/** Of the same index: deliveries to endpoints, until they have succeeded or ended. */
export const DELIVERING_PARTITION = 'DELIVERING';
export const QUEUE_INDEX = 'queue';
export const MOBILE_INDEX = 'mobile';
export const PERSON_INDEX = 'person';
export const COMPANY_INDEX = 'company';
export const CONSULTANT_INDEX = 'consultant';
export const BOOKING_INDEX = 'booking';
export const DIRECTORY_INDEX = 'directory';
export const BOOKING_PARTITION = 'BOOKING';
export const CALENDAR_PARTITION = 'CALENDAR';

export function bookingKey(bookingId: string): Key {
  return { pk: `BOOKING#${bookingId}`, sk: 'BOOKING' };
}

export function eventKey(bookingId: string, number: number): Key {
  return { pk: `BOOKING#${bookingId}`, sk: numbered(number) };
}

/** Effects belong to a booking, a mobile number, a person, somebody's standing, a webhook, or a company. */
export function effectKey(owner: string, effect: string): Key {
  return { pk: `${kindOf(owner)}#${owner}`, sk: `EFFECT#${effect}` };
}

/** Ids of companies have no underscore. */
function kindOf(owner: string): string {
  if (owner.startsWith('+')) return 'PHONE';
  if (owner.startsWith('per_')) return 'PERSON';
  if (owner.startsWith('std_')) return 'STANDING';
  if (owner.startsWith('whk_')) return 'WEBHOOK';
  return owner.includes('_') ? 'BOOKING' : 'COMPANY';
}

/** `day` is a UTC day, in days since the epoch. */
export function calendarDayKey(day: number, consultantId: string): Key {
  return { pk: CALENDAR_PARTITION, sk: `${dateOfDay(day)}#${consultantId}` };
}

/** The sort keys from one UTC day to another, both included. */
export function calendarDayRange(firstDay: number, lastDay: number): { from: string; to: string } {
  return { from: dateOfDay(firstDay), to: `${dateOfDay(lastDay)}$` };
}

/** The booking of a booking row's partition key, as indexes give it. */
export function bookingOf(pk: unknown): string {
  return String(pk).slice('BOOKING#'.length);
}

/** The UTC day and consultant of a calendar row's sort key. */
export function readCalendarDayKey(sk: string): { firstCell: number; consultantId: string } {
  const day = Date.parse(`${sk.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  return { firstCell: day * CELLS_A_DAY, consultantId: sk.slice(11) };
}

export function consultantKey(consultantId: string): Key {
  return { pk: `CONSULTANT#${consultantId}`, sk: 'CONSULTANT' };
}

/** `from` is the instant (ms) at which they begin: thirteen digits from 2001 to 2286, and in order. */
export function hoursKey(consultantId: string, from: number, hoursId: string): Key {
  return { pk: `CONSULTANT#${consultantId}`, sk: `${hoursFrom(from)}#${hoursId}` };
}

/** The sort keys of what begins from one instant (ms) up to, not including, another. */
export function hoursRange(from: number, to: number): { from: string; to: string } {
  return { from: hoursFrom(from), to: hoursFrom(to) };
}

function hoursFrom(instant: number): string {
  return `HOURS#${String(Math.max(0, instant)).padStart(13, '0')}`;
}

export function companyKey(companyId: string): Key {
  return { pk: `COMPANY#${companyId}`, sk: 'COMPANY' };
}

export function companyEventKey(companyId: string, number: number): Key {
  return { pk: `COMPANY#${companyId}`, sk: numbered(number) };
}

/** A person's place in the company's list. */
export function memberKey(companyId: string, personId: string): Key {
  return { pk: `COMPANY#${companyId}`, sk: `PERSON#${personId}` };
}

/** One event can lead to more than one entry: their kinds tell them apart. */
export function companyEntryKey(
  companyId: string,
  { at, bookingId, number, kind }: Pick<BookingEntry, 'at' | 'bookingId' | 'number' | 'kind'>,
): Key {
  return { pk: `COMPANY#${companyId}`, sk: `ENTRY#${sortableInstant(at)}#${bookingId}#${number}#${kind}` };
}

/** The sort keys of a company's entries that were recorded at or after an instant (ms). */
export function companyEntryRange(from: number): { from: string; to: string } {
  return { from: `ENTRY#${sortableInstant(from)}`, to: 'ENTRY$' };
}

export function reviewKey(companyId: string): Key {
  return { pk: `COMPANY#${companyId}`, sk: 'REVIEW' };
}

/** The company of a review row's partition key, as indexes give it. */
export function companyOf(pk: unknown): string {
  return String(pk).slice('COMPANY#'.length);
}

/** Of a record, by the normalized mail address; of whose it is, by its id. */
export function standingKey(emailOrId: string): Key {
  return { pk: `STANDING#${emailOrId}`, sk: 'STANDING' };
}

export function standingEventKey(standingId: string, number: number): Key {
  return { pk: `STANDING#${standingId}`, sk: numbered(number) };
}

/** The mail address of a record's partition key, as indexes give it. */
export function standingOf(pk: unknown): string {
  return String(pk).slice('STANDING#'.length);
}

export function policyKey(version: string): Key {
  return { pk: `POLICY#${version}`, sk: 'POLICY' };
}

export function personKey(personId: string): Key {
  return { pk: `PERSON#${personId}`, sk: 'PERSON' };
}

/** The person of a person row's partition key, as indexes give it. */
export function personOf(pk: unknown): string {
  return String(pk).slice('PERSON#'.length);
}

export function personEventKey(personId: string, number: number): Key {
  return { pk: `PERSON#${personId}`, sk: numbered(number) };
}

export function emailKey(normalized: string): Key {
  return { pk: `EMAIL#${normalized}`, sk: 'PERSON' };
}

export function codeKey(code: string): Key {
  return { pk: `CODE#${code}`, sk: 'CODE' };
}

export function phoneKey(mobile: string): Key {
  return { pk: `PHONE#${mobile}`, sk: 'PHONE' };
}

/** `messageId` is the carrier's of the text that led to the event. */
export function phoneEventKey(mobile: string, messageId: string): Key {
  return { pk: `PHONE#${mobile}`, sk: `TELL#${messageId}` };
}

export function phoneHeardKey(mobile: string, messageId: string): Key {
  return { pk: `PHONE#${mobile}`, sk: `HEARD#${messageId}` };
}

/** `email` is normalized. */
export function mailboxKey(email: string): Key {
  return { pk: `MAILBOX#${email}`, sk: 'MAILBOX' };
}

export function mailboxEventKey(email: string, number: number): Key {
  return { pk: `MAILBOX#${email}`, sk: `TELL#${String(number).padStart(6, '0')}` };
}

/** `day` is a UTC day, in days since the epoch. */
export function tallyKey(name: string, day: number): Key {
  return { pk: `TALLY#${name}`, sk: dateOfDay(day) };
}

export function onceKey(key: string): Key {
  return { pk: `ONCE#${key}`, sk: 'ONCE' };
}

export const WEBHOOKS_PARTITION = 'WEBHOOKS';

export function webhookKey(webhookId: string): Key {
  return { pk: WEBHOOKS_PARTITION, sk: webhookId };
}

/** Of its events and deliveries; also what the list of its deliveries goes by. */
export function webhookPartition(webhookId: string): string {
  return `WEBHOOK#${webhookId}`;
}

export function webhookEventKey(webhookId: string, number: number): Key {
  return { pk: webhookPartition(webhookId), sk: numbered(number) };
}

export function deliveryKey(webhookId: string, eventId: string): Key {
  return { pk: webhookPartition(webhookId), sk: `DELIVERY#${eventId}` };
}

/** The webhook and the event of a delivery's key, as indexes give it. */
export function deliveryOf({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): {
  readonly endpointId: string;
  readonly eventId: string;
} {
  return {
    endpointId: String(pk).slice('WEBHOOK#'.length),
    eventId: String(sk).slice('DELIVERY#'.length),
  };
}

function numbered(event: number): string {
  return `EVENT#${String(event).padStart(6, '0')}`;
}

export function erasureKey(tombstone: string): Key {
  return { pk: `ERASURE#${tombstone}`, sk: 'ERASURE' };
}

/** Sorts as text, until the year 2286 (ms). */
function sortableInstant(at: number): string {
  return String(at).padStart(13, '0');
}

function dateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
