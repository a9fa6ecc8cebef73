import type { Brand } from '../config/settings.ts';
import type { Price } from '../domain/catalogue.ts';

/** Everything a mail about where somebody stands may say, in one language. Instants are milliseconds since the epoch. */
export interface StandingFacts {
  readonly brand: Brand;
  /** Address of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** IANA zone in which times are told: that of the person's last session, else the deployment's. */
  readonly timeZone: string;
  /** Who it is told to. */
  readonly person: { readonly name: string; readonly email: string };
  /** The company whose free sessions it is about, where there is one. */
  readonly companyName?: string;
}

/** The mails about where somebody stands: to the person, and to the primaries of their company. */
export type StandingMailKind = PersonStandingMail | CompanyStandingMail;

export type PersonStandingMail =
  /** Our staff have blocked free sessions: until when, and the reason as it was given. */
  | { readonly kind: 'blocked'; readonly until: number; readonly reason: string; readonly fee: Price }
  /** Our staff have ended what kept from booking free sessions. */
  | { readonly kind: 'lifted'; readonly reason: string }
  /** The fee was paid. `blockedUntil` where a later no-show, or our staff, have blocked free sessions since. */
  | { readonly kind: 'reinstated'; readonly paid: Price; readonly blockedUntil?: number }
  /** The block has ended by itself. */
  | { readonly kind: 'block-ended'; readonly at: number };

export type CompanyStandingMail =
  /** Somebody of the company missed so many sessions that their free ones are blocked. */
  | {
      readonly kind: 'strike';
      readonly member: string;
      readonly missed: readonly { readonly start: number }[];
      /** Absent where the block has been ended since. */
      readonly until?: number;
    }
  /** Taken back, with the no-show that led to it. */
  | { readonly kind: 'strike-gone'; readonly member: string }
  /** What our staff decided on the company. `nothing` ends what was in force. */
  | {
      readonly kind: 'company-ruled';
      readonly decision: 'nothing' | 'approval' | 'block';
      readonly until?: number;
      readonly reason: string;
    };
