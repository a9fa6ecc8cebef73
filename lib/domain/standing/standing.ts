import type { NoShowReason } from '../booking/booking.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CompanyRuling, Ruling } from './entry.ts';

/** What standing is judged by: the policy's numbers, and the zone in which its dates are meant. */
export type Rules = Pick<Catalogue, 'policy' | 'zone'>;

/** A no-show that counts. */
export interface Missed {
  readonly bookingId: string;
  readonly start: number;
  readonly reason: NoShowReason;
}

/** A time without free sessions. */
export interface Block {
  /** When it was recorded or decided (ms). */
  readonly since: number;
  /** When it ends by itself (ms). */
  readonly until: number;
  readonly because: 'no-shows' | 'staff';
  /** The no-shows that led to it, the last one started it; none where our staff set it. */
  readonly missed: readonly Missed[];
  /** Of our staff, where they set it. */
  readonly ruling?: Ruling;
  /** The payment or decision that ended it before its time. */
  readonly endedBy?: Ruling;
}

/** Why bookings need approval, and until when (ms). */
export interface ApprovalNeed {
  readonly because: 'late-notices';
  readonly until: number;
  readonly missed: readonly Missed[];
}

/** Where a person stands. */
export interface PersonStanding {
  /** The block in force that ends last. */
  readonly block?: Block;
  readonly approval?: ApprovalNeed;
  /** No-shows that count today towards the next block, by their start. */
  readonly noShows: readonly Missed[];
  /** Every block there ever was, also those that are over, by `since`. */
  readonly blocks: readonly Block[];
}

/** A person's block by the policy, as it counts against their company. */
export interface Strike {
  /** The record's mail address, or its tombstone. */
  readonly email: string;
  readonly since: number;
  readonly missed: readonly Missed[];
}

export interface SameDayChange {
  readonly bookingId: string;
  readonly email: string;
  readonly change: 'cancelled' | 'moved';
  /** When the session was given back (ms). */
  readonly at: number;
  readonly start: number;
}

/** Where a company stands. */
export interface CompanyStanding {
  /** By `since`. */
  readonly strikes: readonly Strike[];
  /** Within the policy's window up to now, oldest first. */
  readonly sameDayChanges: readonly SameDayChange[];
  /** Open until a person decides: since the change that went over the limit, and those that led to it. */
  readonly review?: { readonly since: number; readonly changes: readonly SameDayChange[] };
  /** In force. */
  readonly ruling?: CompanyRuling & { readonly decision: 'approval' | 'block'; readonly until: number };
}
