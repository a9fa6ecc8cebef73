import type { BookingEntry } from '../domain/standing/entry.ts';
import type { StandingEvent } from '../domain/standing/events.ts';
import type { StandingRecord } from '../domain/standing/record.ts';
import type { Page, PageWish } from './people-deps.ts';

/** What commands and questions about standing need of the world, beside `Table.record`. */
export interface StandingDeps {
  readonly newStandingId: () => string;
  readonly newRulingId: () => string;
  readonly standings: StandingTable;
}

/** The rows of standing: records of people by mail address, and the entries of companies. All reads are consistent but queues. */
export interface StandingTable {
  /** The record that events name by its id (`std_…`). */
  recordById(id: string): Promise<StandingRecord | undefined>;
  /** What counts for a company's standing, recorded at or after `from` (ms), in order. */
  entriesOf(companyId: string, from: number): Promise<readonly BookingEntry[]>;
  /** Writes the record and the event in one transaction, and that the record has the id. Throws Stale. */
  commitRecord(change: RecordChange): Promise<void>;
  /** Sets or clears when the end of a block is to be told (ms), unless the record was written since. */
  awaitBlockEnd(record: StandingRecord, at: number | undefined): Promise<void>;
  /** Records whose awaited end lies at or before `now` (ms): their mail addresses, at most `limit`. */
  blocksEnding(now: number, limit: number): Promise<readonly string[]>;
  /**
   * Puts a company on the list of those to be reviewed since (ms), or takes it off: with `upTo`, only from a review since
   * then or before (ms). A hint: what is so is derived.
   */
  hintReview(companyId: string, since: number | undefined, upTo?: number): Promise<void>;
  /** What waits for a decision, longest first. Candidates: the rows decide. Throws `invalid-input` for a foreign cursor. */
  queued(queue: Queue, page: PageWish): Promise<Page<Queued>>;
  /** Keeps what a version of the policy says, once. */
  keepPolicy(version: string, policy: unknown, now: number): Promise<void>;
  policy(version: string): Promise<unknown>;
  /** Keeps who erased somebody, when and why, once for a tombstone. */
  noteErasure(note: ErasureNote): Promise<void>;
  /** Puts the record under its tombstone, without the reasons, and deletes what was keyed by the address. */
  eraseRecord(record: StandingRecord, tombstone: string): Promise<void>;
  /** Deletes what is known of where mail to the normalized address goes. */
  eraseMailbox(email: string): Promise<void>;
  /** Deletes what is known of a number, but not that its owner wants no texts. */
  erasePhone(mobile: string): Promise<void>;
}

export interface ErasureNote {
  readonly tombstone: string;
  /** Id of who of our staff did it. */
  readonly by: string;
  readonly reason: string;
  readonly at: number;
}

export const queues = ['approvals', 'contests', 'reviews'] as const;
export type Queue = (typeof queues)[number];

/** Something that waits for a decision, since (ms): id of a booking, or of a company where it is a review. */
export interface Queued {
  readonly id: string;
  readonly since: number;
}

export interface RecordChange {
  readonly before: StandingRecord;
  /** Its revision is one more. */
  readonly after: StandingRecord & { readonly id: string };
  readonly event: StandingEvent;
}

/** What happened to a person's standing, as the stream brings it. */
export interface RecordedStandingEvent {
  readonly standingId: string;
  readonly number: number;
  readonly event: StandingEvent;
}
