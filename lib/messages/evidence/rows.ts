import type { Booking } from '../../domain/booking/booking.ts';
import type { BookingEvent } from '../../domain/booking/events.ts';
import type { EvidentEvent, Join, Message, ReplyRead, Who } from '../../domain/booking/evidence.ts';
import type { Entry } from '../../domain/standing/entry.ts';
import type { EvidenceWords } from './en.ts';

/** What the document is told with: the words, and how instants are written in the zone. */
export interface Telling {
  readonly words: EvidenceWords;
  readonly at: (instant: number) => string;
}

/** What the booking is, as labels and values. */
export function bookingRows(booking: Booking, { words, at }: Telling): (readonly [string, string])[] {
  const labels = words.booking;
  const { attendee, price, companyId, topic } = booking;
  const who = [attendee.name, attendee.email, ...(attendee.mobile === undefined ? [] : [attendee.mobile])];
  return [
    [labels.status, words.statuses[booking.status]],
    [labels.attendee, who.join(', ')],
    ...(companyId === undefined ? [] : [[labels.company, companyId] as const]),
    [labels.start, at(booking.start)],
    [labels.end, at(booking.end)],
    [labels.zone, booking.timeZone],
    [labels.consultant, booking.consultantId],
    [labels.price, price === undefined ? labels.free : `${price.amount} ${price.currency}`],
    ...(topic === undefined ? [] : [[labels.topic, topic] as const]),
  ];
}

/** An event a row: number, when, what, who, policy, details. */
export function eventRows(events: readonly EvidentEvent[], telling: Telling): string[][] {
  return events.map(({ number, policy, event, who }) => [
    String(number),
    telling.at(event.at),
    telling.words.events[event.type],
    whoWords(who, event, telling.words),
    policy,
    detailsOf(event, telling),
  ]);
}

function whoWords(who: Who, event: BookingEvent, words: EvidenceWords): string {
  if (who.who === 'staff') return words.who.staff(who.staffId);
  if (who.who === 'showup') return words.who.showup;
  const channel = channelOf(event);
  return channel === undefined ? words.who.attendee : `${words.who.attendee}, ${words.who[channel]}`;
}

function channelOf(event: BookingEvent): 'link' | 'text' | 'provider' | undefined {
  if (event.type === 'attendee-joined') return event.evidence === 'provider' ? 'provider' : 'link';
  if (event.type === 'no-show-contested') return 'link';
  if ('messageId' in event) return 'text';
  return 'by' in event && (event.by === 'link' || event.by === 'text') ? event.by : undefined;
}

function detailsOf(event: BookingEvent, { words, at }: Telling): string {
  const { details } = words;
  const told: string[] = [];
  if (event.type === 'rescheduled') told.push(details.move(at(event.previousStart), at(event.start)));
  if (event.type === 'reminder-due') told.push(details.hoursBefore(event.hoursBefore));
  if (event.type === 'booked' && event.approval) told.push(details.decideBy(at(event.approval.decideBy)));
  if ('closesAt' in event && event.closesAt !== undefined) told.push(details.closesAt(at(event.closesAt)));
  if (event.type === 'no-show-recorded') {
    told.push(words.noShowReasons[event.reason]);
    if (event.text !== undefined) told.push(`“${event.text}”`);
  } else if (event.type === 'mail-lost') told.push(words.mailLosses[event.reason]);
  else if ('reason' in event && event.reason !== undefined) told.push(`“${event.reason}”`);
  if (event.type === 'no-show-contested') told.push(`“${event.text}”`);
  if (event.type === 'attendee-erased') told.push(event.tombstone);
  return told.join(', ');
}

/** A message a row: number of the event, what, how, handed over, the provider's id, delivery. */
export function messageRows(messages: readonly Message[], { words, at }: Telling): string[][] {
  return messages.map(({ number, channel, kind, sentAt, receipt, withheld, delivery }) => [
    String(number),
    words.messages[kind] ?? kind,
    words.channels[channel],
    withheld === undefined ? (sentAt === undefined ? words.notSent : at(sentAt)) : words.withheld(withheld),
    receipt ?? '',
    Object.entries(delivery)
      .toSorted(([, one], [, other]) => one - other)
      .map(([status, instant]) => `${status} ${at(instant)}`)
      .join('; '),
  ]);
}

/** A text from the attendee a row: number of the event, stamp, when it reached us, what it meant, the carrier's id. */
export function replyRows(replies: readonly ReplyRead[], { words, at }: Telling): string[][] {
  return replies.map(({ number, stamp, at: arrived, understood, messageId }) => [
    String(number),
    at(stamp),
    at(arrived),
    understood === undefined ? words.nothingUnderstood : words.intents[understood],
    messageId,
  ]);
}

/** A join a row: number of the event, when, by whose word. */
export function joinRows(joins: readonly Join[], { words, at }: Telling): string[][] {
  return joins.map(({ number, stamp, by, evidence }) => [
    String(number),
    at(stamp),
    joinedBy(by, evidence, words),
  ]);
}

function joinedBy(by: Who, evidence: Join['evidence'], { who }: EvidenceWords): string {
  if (by.who === 'staff') return who.staff(by.staffId);
  return `${who.attendee}, ${who[evidence === 'provider' ? 'provider' : 'link']}`;
}

/** An entry a row: when, what, session, who, details. */
export function entryRows(entries: readonly Entry[], { words, at }: Telling): string[][] {
  return entries.map((entry) => [
    at(entry.at),
    words.entries[entry.kind],
    'bookingId' in entry ? `${entry.bookingId}, ${at(entry.start)}` : '',
    'by' in entry ? words.who.staff(entry.by) : words.who.showup,
    entryDetails(entry, { words, at }),
  ]);
}

function entryDetails(entry: Entry, { words, at }: Telling): string {
  switch (entry.kind) {
    case 'no-show':
      return words.noShowReasons[entry.reason];
    case 'blocked':
      return `${words.until(at(entry.until))}, “${entry.reason}”`;
    case 'lifted':
      return `“${entry.reason}”`;
    case 'reinstated':
      return `${entry.amount} ${entry.currency}, “${entry.reason}”`;
    case 'no-show-reversed':
    case 'no-show-excused':
    case 'same-day-change':
      return '';
  }
}

/** What a policy says, a line for each of its numbers: `noShows.limit: 2`. */
export function policyLines(text: unknown, path = ''): string[] {
  if (typeof text !== 'object' || text === null || Array.isArray(text)) {
    return [`${path}: ${Array.isArray(text) ? text.join(', ') : String(text)}`];
  }
  return Object.entries(text).flatMap(([name, part]) =>
    policyLines(part, path === '' ? name : `${path}.${name}`),
  );
}
