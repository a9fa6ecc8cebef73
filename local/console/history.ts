import type { Mail } from '../aws/mail.ts';
import type { Timer } from '../aws/timers.ts';
import type { Text } from '../carrier/text.ts';
import type { BookingRow, EventRow, SentRow } from './booking-records.ts';
import type { ConsoleParts } from './parts.ts';
import { payloadOf } from './words.ts';

/** A message of a booking: sent because of an event, or received and the cause of one. */
export interface Message {
  /** Number of the event. */
  readonly event: number;
  readonly channel: 'mail' | 'text';
  readonly direction: 'out' | 'in';
  readonly at: string;
  readonly id: string;
  /** Subject of a mail or body of a text; absent when it is no longer held, after a restart. */
  readonly summary?: string;
}

/** One booking: what happened in order, what people heard of it, and what is still to come. */
export interface History {
  readonly booking: BookingRow;
  readonly events: readonly EventRow[];
  readonly messages: readonly Message[];
  readonly timers: readonly Timer[];
}

/** The history of a booking, from its rows, the mailbox, the phones and the scheduler. */
export async function historyOf(parts: ConsoleParts, id: string): Promise<History | undefined> {
  const rows = await parts.bookings.rows(id);
  if (rows === undefined) return undefined;
  const mails = await parts.ses.mailbox();
  const texts = parts.carrier.everything();
  const sent = rows.sent.map((row) => sentMessage(row, mails, texts));
  const received = rows.events.flatMap((row) => receivedMessage(row, texts));
  return {
    booking: rows.booking,
    events: rows.events,
    messages: [...sent, ...received].toSorted((a, b) => a.at.localeCompare(b.at)),
    timers: parts.scheduler.list().filter((timer) => payloadOf(timer)?.bookingId === id),
  };
}

function sentMessage(
  { event, channel, at, id }: SentRow,
  mails: readonly Mail[],
  texts: readonly Text[],
): Message {
  const held =
    channel === 'mail' ? mails.find((mail) => mail.id === id) : texts.find((text) => text.id === id);
  const known = { event, channel, direction: 'out', id } as const;
  if (held === undefined) return { ...known, at: new Date(at).toISOString() };
  return { ...known, at: held.at, summary: 'subject' in held ? held.subject : held.body };
}

function receivedMessage({ number, event }: EventRow, texts: readonly Text[]): Message[] {
  const id = causeOf(event);
  const text = texts.find((candidate) => candidate.id === id);
  if (id === undefined || text === undefined) return [];
  return [{ event: number, channel: 'text', direction: 'in', id, at: text.at, summary: text.body }];
}

/** The id of the text that an event came of, told at its top or in its notice; undefined if it came of none. */
function causeOf(event: EventRow['event']): string | undefined {
  if ('messageId' in event) return event.messageId;
  return 'notice' in event ? event.notice?.messageId : undefined;
}

/** As JSON: instants as RFC 3339, events with their facts beside number and version. */
export function historyJson({ booking, events, messages, timers }: History): unknown {
  return {
    booking: withInstants(booking),
    events: events.map(({ number, version, event }) => withInstants({ number, version, ...event })),
    messages,
    timers,
  };
}

/** Rows hold instants as milliseconds. No other number in them is that large: it would be past the year 2001. */
export const isInstant = (value: unknown): value is number => typeof value === 'number' && value > 1e12;

/** A value with its instants as RFC 3339. */
export function withInstants(value: unknown): unknown {
  if (isInstant(value)) return new Date(value).toISOString();
  if (Array.isArray(value)) return value.map(withInstants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withInstants(item)]));
}
