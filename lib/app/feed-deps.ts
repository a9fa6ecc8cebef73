import type { BookingSearch, Deps, LinkDeps } from './deps.ts';

/** What consultants' calendar feeds need. */
export type FeedDeps = Deps & LinkDeps & { readonly search: BookingSearch; readonly feeds: Feeds };

/** Which of a consultant's addresses is in force. */
export interface Feeds {
  /** Number of it: 1 until it is replaced for the first time. Consistent. */
  number(consultantId: string): Promise<number>;
  /** Puts the next in the place of number `seen`. Throws Stale where that is in force no more. */
  replace(consultantId: string, seen: number, by: FeedReplaced): Promise<void>;
}

/** By whom of our staff, and when (ms). */
export interface FeedReplaced {
  readonly by: string;
  readonly at: number;
}
