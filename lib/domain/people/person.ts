import type { LanguageCode } from '../language.ts';
import type { Level } from './level.ts';

/** Somebody with an account: a member of a company, or one of our own staff. `staff` tells them apart. */
export type Person = Member | Staff;

export interface Member extends Account {
  readonly staff: false;
  readonly companyId: string;
  readonly level: Level;
  /** Whether the person gets newsletters and update notices, as far as the level does. */
  readonly newsletters: boolean;
}

/** Of no company, and of no level. */
export interface Staff extends Account {
  readonly staff: true;
}

interface Account {
  /** `per_` and a sortable unique id. */
  readonly id: string;
  readonly name: string;
  /** As it was written. No two accounts have one that is the same by `normalizedEmail`, but for removed ones. */
  readonly email: string;
  /** Removed for good: whoever comes back gets another account. */
  readonly status: 'invited' | 'active' | 'removed';
  /** Rises with every password that is set. A link sets a password for the version that it was made for. */
  readonly passwordVersion: number;
  readonly revision: number;
  /** Of our mails: as whoever asked for the account reads our pages, then as the person did on setting a password. */
  readonly language?: LanguageCode;
  readonly invitedAt: number;
  /** Id of the person who asked for the account, or `operator`. */
  readonly invitedBy: string;
  readonly activatedAt?: number;
  readonly removedAt?: number;
}
