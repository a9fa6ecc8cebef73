import type { Settings } from '../config/settings.ts';
import type { Booking } from '../domain/booking/booking.ts';
import type { BookingEvent } from '../domain/booking/events.ts';
import type { Timer } from '../domain/booking/timer.ts';
import type { Busy } from '../domain/calendar/openings.ts';
import type { Company } from '../domain/company.ts';

/** What a command needs of the world. Built in `lib/adapters/deps.ts`; tests build their own. */
export interface Deps {
  readonly settings: Settings;
  readonly now: () => number;
  readonly newId: () => string;
  /** Waits before try number `attempt` (from 1) at a commit that lost a race. */
  readonly pause: (attempt: number) => Promise<void>;
  readonly table: Table;
}

/** What minting and reading links needs. */
export interface LinkDeps {
  /** Address of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** The live keys, the one to sign with first. */
  readonly linkKeys: () => Promise<readonly string[]>;
}

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
  /** A booking as its first event left it. */
  bookingAsBooked(id: string): Promise<Booking | undefined>;
  /** The company that a normalized code belongs to. */
  companyByCode(code: string): Promise<Company | undefined>;
  /** Busy cells of every consultant on the UTC days from one instant to another (ms). */
  busy(from: number, to: number): Promise<Busy>;
  /** What was first done under an idempotency key, if anything. */
  done(key: string, now: number): Promise<Done | undefined>;
  /** Ids of bookings that have something due at or before `now` (ms), the longest overdue first; at most `limit`. */
  overdue(now: number, limit: number): Promise<string[]>;
  /** One transaction. Throws Stale, SlotTaken or AlreadyDone, and then has changed nothing. */
  commit(change: Change): Promise<void>;
  /** The booking that the last text to a number was about. */
  thread(mobile: string): Promise<string | undefined>;
  rememberThread(mobile: string, bookingId: string, now: number): Promise<void>;
  /** Records that a number texted about no booking that we know; false if one was recorded lately already. */
  recordStrayText(text: StrayText): Promise<boolean>;
}

export interface Change {
  readonly before: Booking | undefined;
  readonly after: Booking;
  readonly events: readonly BookingEvent[];
  readonly once?: Once;
  readonly now: number;
}

/** Makes a change happen once for a key: the record is written in the same transaction. */
export interface Once {
  readonly key: string;
  /** Tells requests with the same key apart. */
  readonly fingerprint: string;
  /** When the key may be used anew (ms). */
  readonly expiresAt: number;
}

export interface Done {
  readonly bookingId: string;
  readonly fingerprint: string;
}

export interface StrayText {
  readonly messageId: string;
  readonly mobile: string;
  readonly now: number;
  /** A stray within this time (ms) of the last one recorded is not recorded, and so not answered. */
  readonly quietFor: number;
}

/** The row was changed since it was read. */
export class Stale extends Error {}
/** Somebody else holds a cell of the calendar that this change wanted. */
export class SlotTaken extends Error {}
/** The idempotency key was used before. */
export class AlreadyDone extends Error {}

/** An event as the stream brings it. `version` is the booking's after the event. */
export interface RecordedEvent {
  readonly bookingId: string;
  readonly number: number;
  readonly version: number;
  readonly event: BookingEvent;
}

/** Claims on effects, so that each is done once. */
export interface Outbox {
  /** Takes the claim, unless the effect is done or another holder's lease still runs (ms). */
  claim(effect: EffectId, now: number, leaseUntil: number): Promise<'claimed' | 'done' | 'held'>;
  /** Marks the effect done, with the provider's id of the message where there is one. */
  markDone(effect: EffectId, now: number, receipt?: string): Promise<void>;
  /** Gives the claim back after a failure, for the next try; nothing if another holder has taken it since. */
  release(effect: EffectId, leaseUntil: number): Promise<void>;
}

export interface EffectId {
  /** The booking or phone that the event belongs to. */
  readonly owner: string;
  readonly effect: string;
}

export interface Timers {
  set(bookingId: string, version: number, timer: Timer): Promise<void>;
  clear(bookingId: string, version: number, kind: Timer['kind']): Promise<void>;
}

export interface Mailer {
  /** Sends a MIME message and gives the provider's id of it. */
  send(mime: Uint8Array, to: string): Promise<string>;
}

export interface Texter {
  /** Sends to an E.164 number and gives the provider's id of the message. */
  send(mobile: string, body: string): Promise<string>;
}
