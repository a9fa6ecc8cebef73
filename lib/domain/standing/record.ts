import type { Entry } from './entry.ts';

/** All that counts for or against who has a mail address, in whatever company. */
export interface StandingRecord {
  /** As `normalizedEmail` gives it. */
  readonly email: string;
  /** `std_` and a unique id, by which events name the person; absent as long as nothing is recorded. */
  readonly id?: string;
  /** How often it was written; 0 where nothing is recorded. */
  readonly revision: number;
  readonly entries: readonly Entry[];
}

/** The record of somebody of whom nothing is recorded. */
export function blankRecord(email: string): StandingRecord {
  return { email, revision: 0, entries: [] };
}
