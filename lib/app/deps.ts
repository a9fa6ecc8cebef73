import type { Settings } from '../config/settings.ts';
import type { Booking } from '../domain/booking/booking.ts';
import type { BookingEvent } from '../domain/booking/events.ts';
import type { Timer } from '../domain/booking/timer.ts';
import type { WordlessEvent } from '../domain/booking/words.ts';
import type { Calendar } from '../domain/calendar/calendar.ts';
import type { CodeHolder } from '../domain/company.ts';
import type { Mailbox, MailboxEvent } from '../domain/mailbox.ts';
import type { Person } from '../domain/people/person.ts';
import type { PhoneEvent } from '../domain/phone/events.ts';
import type { Phone } from '../domain/phone/phone.ts';
import type { BookingEntry, CompanyRuling } from '../domain/standing/entry.ts';
import type { StandingRecord } from '../domain/standing/record.ts';

/** What a command needs of the world. Built in `lib/adapters/deps.ts`; tests build their own. */
export interface Deps {
  readonly settings: Settings;
  readonly now: () => number;
  /** The id of the booking that is made under a key: the same for every try. */
  readonly bookingIdOf: (key: string) => string;
  /** Waits before try number `attempt` (from 1) at a commit that lost a race. */
  readonly pause: (attempt: number) => Promise<void>;
  readonly table: Table;
}

/** What minting and reading links needs. */
export interface LinkDeps {
  /** Address of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** The live keys, the one to sign with first. */
  readonly linkKeys: LiveKeys<string>;
}

/**
 * Reads keys that are rotated while we run. `again` is asked where none of them fits what somebody sent: one of them may
 * be newer than what is remembered.
 */
export type LiveKeys<Key> = (how?: 'again') => Promise<readonly Key[]>;

/** What reacting to an event needs. */
export interface EffectDeps extends Deps, LinkDeps {
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly mailer: Mailer;
  readonly texter: Texter;
}

/** The rows of bookings, companies, phones and the calendar. */
export interface Table {
  booking(id: string): Promise<Booking | undefined>;
  /** A booking as its first event left it, and what was asked for then. One read where there is none. */
  bookingAsBooked(id: string): Promise<AsBooked | undefined>;
  /** The company that a normalized code belongs to at `now` (ms). */
  companyByCode(code: string, now: number): Promise<CodeHolder | undefined>;
  /** Who has the normalized mail address, or the removed person who had it last. One read, also where nobody does. */
  personByEmail(normalized: string): Promise<Person | undefined>;
  /** All that counts for and against who has the normalized mail address. One read. */
  record(email: string, reading?: Reading): Promise<StandingRecord>;
  /** Every consultant's calendar on the UTC days from one instant to another (ms). */
  busy(from: number, to: number): Promise<Calendar>;
  /** Ids of bookings that have something due at or before `now` (ms), the longest overdue first; at most `limit`. */
  overdue(now: number, limit: number): Promise<string[]>;
  /** One transaction. Throws Stale, SlotTaken, AlreadyDone or StandingChanged, and then has changed nothing. */
  commit(change: Change): Promise<void>;
  /** Ids of the bookings of a number that start at or after `from` (ms), over or not: soonest first, at most `limit`. */
  bookingsOf(mobile: string, from: number, limit: number): Promise<string[]>;
  /** The bookings for a normalized mail address, over or not: by their start, at most `limit`. */
  bookingsFor(email: string, stretch: Stretch): Promise<readonly Place[]>;
  /** What is known of a number; `unknownPhone` where there is no row. */
  phone(mobile: string, reading?: Reading): Promise<Phone>;
  /** Whether the number sent a text with the carrier's id, of those that its row has no room for any more. One read. */
  wasHeard(mobile: string, messageId: string): Promise<boolean>;
  /** Writes the phone's row, its event, and what the row has no room for any more, all or nothing. Throws Stale. */
  commitPhone(change: PhoneChange): Promise<void>;
  /** What is known of where mail goes, by the normalized address; `unknownMailbox` where there is no row. */
  mailbox(email: string): Promise<Mailbox>;
  /** Writes the mailbox's row and its event in one transaction. Throws Stale. */
  commitMailbox(change: MailboxChange): Promise<void>;
  /** Counts one more under a name on its UTC day; false, and nothing counted, where the limit is reached. */
  count(tally: Tally): Promise<boolean>;
  /** Whether the limit of a tally is reached; nothing is counted. One read, which may lag by a moment. */
  isReached(tally: Tally): Promise<boolean>;
}

/**
 * Reads are consistent, but `loosely` at half the price from what may lag by a moment: where a transaction holds what was
 * read, or where it is read again before it is gone by.
 */
export type Reading = 'loosely';

/** Where a booking stands in a list by start (ms). */
export interface Place {
  readonly bookingId: string;
  readonly start: number;
}

/** Bookings for a normalized mail address, of a mobile number (E.164), of a company, or with a consultant. */
export interface BookingList {
  readonly of: 'person' | 'mobile' | 'company' | 'consultant';
  readonly id: string;
}

/** What our staff look bookings up by, beside what everybody's commands need. */
export interface BookingSearch {
  /** The bookings of a list, over or not: by their start, at most `limit`. */
  bookingsIn(list: BookingList, stretch: Stretch): Promise<readonly Place[]>;
  /** All of a list that begins from one instant (ms) up to, not including, another: by their start. */
  placesWithin(list: BookingList, from: number, until: number): Promise<readonly Place[]>;
  /** The bookings with these ids, each once, in no order; ids without a row are left out. Consistent. */
  bookings(ids: readonly string[]): Promise<readonly Booking[]>;
  /** Ids of the bookings whose ids begin so, in the order of ids: at most `limit`, and only those after `after`. */
  bookingsBeginning(beginning: string, limit: number, after?: string): Promise<readonly string[]>;
  /** All that happened to a booking, in order. Consistent. */
  eventsOf(bookingId: string): Promise<readonly RecordedEvent[]>;
  /** What was done of the effects of its events, by the number of the event. Consistent. */
  effectsOf(bookingId: string): Promise<readonly RecordedEffect[]>;
}

/** A message or other effect of an event, as its claim has it. */
export interface RecordedEffect {
  /** Number of the event. */
  readonly number: number;
  /** What it is: `mail`, `text`, or another name after the number. */
  readonly what: string;
  /** When it was done (ms); absent while it is under way, or after it failed. */
  readonly doneAt?: number;
  /** The provider's id of the message. */
  readonly receipt?: string;
  /** The first time (ms) for each status of its delivery that was reported. */
  readonly delivery: Readonly<Record<string, number>>;
}

/** A part of a list of bookings by start. */
export interface Stretch {
  /** From sessions that start at this instant (ms), `onwards` to later ones or `back` to earlier ones. */
  readonly from: number;
  readonly direction: 'onwards' | 'back';
  /** Only what follows this place, which need not exist any more. */
  readonly after?: Place;
  readonly limit: number;
}

export interface Change extends Partial<Making> {
  readonly before: Booking | undefined;
  readonly after: Booking;
  readonly events: readonly BookingEvent[];
  readonly once?: Once;
  /** What of it counts in the record of who it is for, and of their company. */
  readonly entries?: readonly BookingEntry[];
  /** What changes of the number whose text led to it: both change, or neither. */
  readonly phone?: Omit<PhoneChange, 'event'>;
  /** The version of the policy that it was decided by, as `policyVersion` gives it: it is kept beside every event. */
  readonly policy: string;
  readonly now: number;
}

/** What the making of a booking takes beside the command. */
export interface Making {
  /** Of the request. It is kept beside the booking until its attendee is erased. */
  readonly fingerprint: string;
  /** What must still be so when it is committed. */
  readonly relies?: Reliance;
}

/** The standing that a free booking was let in by. */
export interface Reliance {
  readonly record: Pick<StandingRecord, 'email' | 'revision'>;
  /** The normalized code that it was booked with, and what the code's row said of rulings on the company. */
  readonly company?: { readonly code: string; readonly ruling?: CompanyRuling };
}

/** Makes a change of a booking happen once for a key: the record is written in the same transaction. */
export interface Once {
  readonly key: string;
  /** When the key may be used anew (ms). */
  readonly expiresAt: number;
}

/** Makes a request book once for a key: the booking's id comes of it. */
export interface BookOnce {
  readonly key: string;
  /** Tells requests with the same key apart. */
  readonly fingerprint: string;
}

export interface AsBooked {
  readonly booking: Booking;
  /** Of the request that made it; absent once its attendee was erased. */
  readonly fingerprint?: string;
}

export interface PhoneChange {
  readonly before: Phone;
  /** As `before` but for what changes; its revision is one more. */
  readonly after: Phone;
  /** What the number must hear of, once, and the carrier's id of the text that led to it. */
  readonly event?: { readonly messageId: string; readonly happened: PhoneEvent };
  readonly now: number;
}

export interface MailboxChange {
  readonly before: Mailbox;
  /** Its revision is one more. */
  readonly after: Mailbox;
  readonly event?: MailboxEvent;
  readonly now: number;
}

export interface Tally {
  /** What is counted, such as `texts company example-crates`. */
  readonly name: string;
  readonly limit: number;
  readonly now: number;
}

/** The row was changed since it was read. */
export class Stale extends Error {}
/** Somebody else holds a cell of the calendar that this change wanted, or time off closes it. */
export class SlotTaken extends Error {}
/** What counts for and against who books, or what was decided on their company, changed since it was read. */
export class StandingChanged extends Error {}
/** The idempotency key was used before: it was done, or booked, under it. */
export class AlreadyDone extends Error {}

/**
 * An event as its row holds it and the stream brings it: without what people wrote, which is in the booking's row.
 * `version` is the booking's after the event.
 */
export interface RecordedEvent {
  readonly bookingId: string;
  readonly number: number;
  readonly version: number;
  /** Version of the policy that it was decided by. */
  readonly policy: string;
  readonly event: WordlessEvent;
}

/** What happened on a number, as the stream brings it. */
export interface RecordedPhoneEvent {
  readonly mobile: string;
  readonly messageId: string;
  readonly event: PhoneEvent;
}

/** What happened to a mailbox, as the stream brings it. */
export interface RecordedMailboxEvent {
  /** Normalized. */
  readonly email: string;
  readonly number: number;
  readonly event: MailboxEvent;
}

/** Claims on effects, so that each is done once. */
export interface Outbox {
  /** Takes the claim, unless the effect is done or another holder's lease still runs (ms). */
  claim(effect: EffectId, now: number, leaseUntil: number): Promise<'claimed' | 'done' | 'held'>;
  /** Marks the effect done, with the provider's id of the message where there is one. */
  markDone(effect: EffectId, now: number, receipt?: string): Promise<void>;
  /** Records how a message fared on its way, as the service reports it: the first time (ms) for each status. */
  recordDelivery(effect: EffectId, status: string, at: number): Promise<void>;
  /** Gives the claim back after a failure, for the next try; nothing if another holder has taken it since. */
  release(effect: EffectId, leaseUntil: number): Promise<void>;
}

export interface EffectId {
  /** The booking, phone or person that the event belongs to. */
  readonly owner: string;
  readonly effect: string;
}

export interface Timers {
  set(bookingId: string, version: number, timer: Timer): Promise<void>;
  clear(bookingId: string, version: number, kind: Timer['kind']): Promise<void>;
}

export interface Mailer {
  /** Sends a MIME message and gives the provider's id of it. What is reported of it comes back with the effect. */
  send(mime: Uint8Array, to: string, effect: EffectId): Promise<string>;
  /** Takes an address off the provider's own list of those that mail isn't sent to. No error where it is not on it. */
  allow(email: string): Promise<void>;
}

export interface Texter {
  /** Sends, and gives the provider's id of the message. Throws TextRefused where the number can't be texted. */
  send(text: TextOut): Promise<string>;
  /** Takes a number off the service's own list of those that opted out. No error where it is not on it. */
  optIn(mobile: string): Promise<void>;
}

export interface TextOut {
  /** E.164. */
  readonly mobile: string;
  readonly body: string;
  /** Not to be delivered later than this (ms), where the service can see to that. */
  readonly until: number;
  /** Comes back with receipts. */
  readonly effect: EffectId;
}

/** It is too late for the text: it would arrive after what it is about. Nothing was sent, and trying again is in vain. */
export class TextTooLate extends Error {}

/** The service won't text this number, now or later: its owner opted out there, or it takes no texts. */
export class TextRefused extends Error {
  readonly reason: 'opted-out' | 'refused';

  constructor(reason: TextRefused['reason'], cause?: unknown) {
    super(`texting the number was refused: ${reason}`, { cause });
    this.reason = reason;
  }
}
