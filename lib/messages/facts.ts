import type { Brand } from '../config/settings.ts';
import type { ApprovalReason, Intent, MobileLoss } from '../domain/booking/booking.ts';
import type { Stage } from '../domain/booking/stage.ts';
import type { MeetingRoom, Price } from '../domain/catalogue.ts';
import type { Step } from './content.ts';

/** Everything a message about a booking may say, in one language. Instants are milliseconds since the epoch. */
export interface BookingFacts {
  readonly brand: Brand;
  readonly preparation: readonly Step[];
  readonly bookingId: string;
  /** Rises by one at every reschedule; starts at 1. */
  readonly version: number;
  readonly attendee: { readonly name: string; readonly email: string; readonly mobile?: string };
  /** IANA zone of the attendee: every time in a message is told in it, with the zone named. */
  readonly timeZone: string;
  readonly start: number;
  readonly end: number;
  readonly sessionName: string;
  readonly consultantName: string;
  readonly room: MeetingRoom;
  readonly free: boolean;
  readonly price?: Price;
  readonly topic?: string;
  /** Name of the release it is about, where that has limited support: said in the confirmation. */
  readonly limitedRelease?: string;
  readonly manageUrl: string;
  readonly joinUrl: string;
  /** Until when changes are accepted by link, by mail to the support address and, with a mobile number, by text. */
  readonly changeBy: { readonly link: number; readonly mail: number; readonly text?: number };
  /** When we text the mobile number, where there is one that we can text, if nobody has joined. */
  readonly checkInAt?: number;
  /** E.164 number that texts come from, and that answers go to. */
  readonly textNumber: string;
  /** Why the mobile number that was given can't be texted; absent where it can, or where none was given. */
  readonly mobileLost?: MobileLoss;
  /** When the session closes if nobody joins. */
  readonly closesAt: number;
}

/** What is told of a change beside what it is. */
interface Change {
  /** As it was given. */
  readonly reason?: string;
  /** Our staff made it for the attendee. */
  readonly byStaff?: boolean;
}

/** Why a booking needs a person's word, and until when that can be given (ms). */
export interface Wanted {
  readonly because: ApprovalReason;
  readonly decideBy: number;
}

/** What follows from a no-show for free sessions of its attendee. */
export interface Consequence {
  /** How many count now, of how many within so many months it takes to block free sessions for so many days. */
  readonly counted: number;
  readonly limit: number;
  readonly months: number;
  readonly days: number;
  /** It has blocked them: until when (ms), the sessions that led to it, and what reinstates sooner. */
  readonly block?: {
    readonly until: number;
    readonly missed: readonly { readonly start: number }[];
    readonly fee: Price;
  };
  /** After so many late notices bookings need approval, until then (ms) if no other comes. */
  readonly approval?: { readonly lateNotices: number; readonly until: number };
}

/** What becomes of a block with the no-show that led to it. */
export interface Relief {
  /** The attendee's block is gone. */
  readonly unblocked: boolean;
  /** The company's strike is gone. */
  readonly unstruck: boolean;
  /** Another one keeps free sessions blocked until then (ms). */
  readonly blockedUntil?: number;
}

/** The mails that a booking's life can send. */
export type MailKind =
  | ({ readonly kind: 'confirmed' } & Change)
  /** It is asked for, and stands only once somebody of our staff has said so. */
  | ({ readonly kind: 'requested' } & Wanted)
  | { readonly kind: 'approved' }
  /** Somebody of our staff said no: the reason as it was given. */
  | { readonly kind: 'declined'; readonly reason: string }
  /** Nobody decided in time. */
  | { readonly kind: 'approval-expired' }
  /** `wanted` where it still needs a person's word. */
  | ({ readonly kind: 'moved'; readonly previousStart: number; readonly wanted?: Wanted } & Change)
  /** `wasRequest` where it had never stood. */
  | ({ readonly kind: 'cancelled'; readonly wasRequest?: boolean } & Change)
  | { readonly kind: 'reminder'; readonly hoursBefore: number }
  | {
      readonly kind: 'no-show';
      readonly closedAt: number;
      /** When we texted the mobile number, if we did. */
      readonly askedAt?: number;
      readonly reason: 'absent' | 'late_notice' | 'never_joined_after_keeping_open';
      /** Absent where nothing follows: for a session without a company none is ever free. */
      readonly consequence?: Consequence;
    }
  | {
      readonly kind: 'no-show-reversed';
      readonly because: 'answered' | 'joined' | 'cancelled';
      readonly sessionOpen: boolean;
      readonly relief?: Relief;
    }
  | { readonly kind: 'no-show-excused'; readonly relief?: Relief }
  /** The no-show stays: what our staff answered to the contest. */
  | { readonly kind: 'contest-rejected'; readonly reason: string }
  /** The mobile number can't be texted any more: what that changes for this session. */
  | { readonly kind: 'mobile-lost'; readonly reason: MobileLoss }
  /** Texts are wanted again, and sent again. */
  | { readonly kind: 'mobile-restored' };

/** The texts that a booking's life can send. */
export type TextKind =
  /** The first mail came back: how to join all the same, and where to write. */
  | { readonly kind: 'mail-bounced' }
  | { readonly kind: 'check-in' }
  | { readonly kind: 'kept-open' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'no-show-reversed'; readonly sessionOpen: boolean }
  /** Cancelled by text, in time. */
  | { readonly kind: 'cancelled' }
  /** Less notice than the policy asks for: it would count as a no-show. Asks once more. */
  | { readonly kind: 'late-notice-warning' }
  /** The time was given back, or the session closed, as the text asked: it counts as a no-show. */
  | { readonly kind: 'given-up' }
  /** Thanks for saying that somebody will come. */
  | { readonly kind: 'expected' }
  /** The way to move the session, and until when (ms). */
  | { readonly kind: 'move-link'; readonly url: string; readonly until: number }
  | { readonly kind: 'move-too-late'; readonly stage: Stage }
  /** Somebody has joined already, so there is nothing to keep open or to give up. */
  | { readonly kind: 'joined' }
  /** Asked for help: what can be answered now, where to write, how to stop texts. */
  | { readonly kind: 'help'; readonly stage: Stage }
  /** The reply wasn't understood: what can be answered now. */
  | { readonly kind: 'unclear'; readonly stage: Stage }
  /** The reply was understood, but about a session that is over: what is true. */
  | {
      readonly kind: 'too-late';
      readonly ended:
        | 'cancelled'
        | 'completed'
        | 'absent'
        | 'late_notice'
        | 'never_joined_after_keeping_open';
    };

/** A session that a number may mean. */
export interface SessionMeant {
  readonly start: number;
  readonly timeZone: string;
}

/** The texts to a number that are about no one booking. */
export type PhoneTextKind =
  /** No open session is known for the number. */
  | { readonly kind: 'no-session' }
  /** Asks which of several sessions is meant, to be answered by its place in the list, from 1. */
  | {
      readonly kind: 'which';
      readonly intent: Intent;
      readonly sessions: readonly SessionMeant[];
      /** The session that the number was last texted about, where that is over. */
      readonly over?: SessionMeant;
    }
  /** Asked for help, or not understood, where several sessions are open: what can be answered, where to write, how to stop texts. */
  | { readonly kind: 'help' }
  /** Texts are switched on again. */
  | { readonly kind: 'welcome-back' };

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}
