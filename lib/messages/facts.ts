import type { Brand } from '../config/settings.ts';
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
  /** When we text the mobile number, where there is one, if nobody has joined. */
  readonly checkInAt?: number;
  /** When the session closes if nobody joins. */
  readonly closesAt: number;
}

/** The mails that a booking's life can send. */
export type MailKind =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'moved'; readonly previousStart: number }
  | { readonly kind: 'cancelled'; readonly reason?: string }
  | { readonly kind: 'reminder'; readonly hoursBefore: number }
  | {
      readonly kind: 'no-show';
      readonly closedAt: number;
      /** When we texted the mobile number, if we did. */
      readonly askedAt?: number;
      readonly reason: 'absent' | 'late_notice' | 'never_joined_after_keeping_open';
    }
  | {
      readonly kind: 'no-show-reversed';
      readonly because: 'answered' | 'joined';
      readonly sessionOpen: boolean;
    };

/** The texts that a booking's life can send. */
export type TextKind =
  | { readonly kind: 'check-in' }
  | { readonly kind: 'kept-open' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'no-show-reversed'; readonly sessionOpen: boolean }
  /** The reply wasn't understood; `open` says whether answering 1 does anything now. */
  | { readonly kind: 'help'; readonly open: boolean }
  /** The reply was understood, but about a session it can no longer change. */
  | { readonly kind: 'too-late'; readonly status: 'cancelled' | 'completed' | 'no_show' }
  /** The reply was understood, but the session has not come near yet. */
  | { readonly kind: 'too-early' };

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}
