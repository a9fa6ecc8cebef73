import type { BookingSearch, Deps, LinkDeps } from './deps.ts';

/** What consultants' calendar feeds need. */
export type FeedDeps = Deps & LinkDeps & { readonly search: BookingSearch; readonly feeds: Feeds };

/** Which of a consultant's addresses is in force. */
export interface Feeds {
  /** Undefined until the first one is made. Consistent. */
  inForce(consultantId: string): Promise<FeedInForce | undefined>;
  /** Puts the next in the place of number `seen`, 0 where there is none. Throws Stale where that is in force no more. */
  replace(consultantId: string, seen: number, by: FeedReplaced): Promise<void>;
}

export interface FeedInForce {
  readonly number: number;
  /** What only who has the address knows. */
  readonly secret: string;
}

/** By whom of our staff, and when (ms). */
export interface FeedReplaced {
  readonly by: string;
  readonly at: number;
}
