import type { Brand } from '../config/settings.ts';
import type { ApprovalReason, NoShowReason } from '../domain/booking/booking.ts';

/** Everything a mail to our staff may say beside what it is about. */
export interface DeskFacts {
  readonly brand: Brand;
  /** Address of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** IANA zone of the deployment, in which times are told. */
  readonly timeZone: string;
}

/** A booking as our staff are told of it. */
export interface DeskSession {
  readonly bookingId: string;
  readonly attendee: { readonly name: string; readonly email: string };
  readonly companyName?: string;
  readonly sessionName: string;
  readonly start: number;
  readonly end: number;
  readonly topic?: string;
}

/** The mails that ask our staff for a decision. */
export type DeskMailKind =
  /** Until when it can be decided, and whether it was asked before for another time. */
  | {
      readonly kind: 'approval-wanted';
      readonly session: DeskSession;
      readonly because: ApprovalReason;
      readonly decideBy: number;
      readonly previousStart?: number;
    }
  | {
      readonly kind: 'contest-opened';
      readonly session: DeskSession;
      readonly recorded: NoShowReason;
      readonly text: string;
    }
  /** The sessions that the company's people gave back on their own date, within so many days: more than the limit. */
  | {
      readonly kind: 'review-opened';
      readonly companyName: string;
      readonly changes: readonly SameDay[];
      readonly limit: number;
      readonly days: number;
    }
  /** An address of another system is posted nothing any more, and why. */
  | {
      readonly kind: 'webhook-disabled';
      readonly webhookId: string;
      readonly url: string;
      readonly description: string;
      readonly because: 'failing' | 'gone';
    };

/** A session that was given back on its own date: when, and when it was to start. */
export interface SameDay {
  readonly change: 'cancelled' | 'moved';
  /** Absent where who it was has been erased. */
  readonly email?: string;
  readonly at: number;
  readonly start: number;
}
