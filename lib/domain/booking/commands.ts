import type { MailLoss } from '../mailbox.ts';
import type { Meaning } from '../reply.ts';
import type { Approval, Channel, MobileLoss, Terms } from './booking.ts';
import type { Notice } from './events.ts';
import type { TimerKind } from './timer.ts';

/** What can be asked of a booking. `stamp` is when the fact happened or the request was made, in milliseconds. */
export type BookingCommand =
  | Book
  | Reschedule
  | Cancel
  | Join
  | WithdrawJoin
  | Complete
  | Reopen
  | MarkNoShow
  | Excuse
  | Reply
  | LoseMobile
  | RestoreMobile
  | LoseMail
  | RestoreMail
  | Approve
  | Decline
  | Contest
  | RejectContest
  | Erase
  | Due;

/** What all that our staff ask for carries. */
export interface OfStaff {
  /** Id of who asks. */
  readonly staffId: string;
  /** Revision of the booking that they decided on: where it has changed since, they are told instead. */
  readonly seen?: number;
}

/** A change that our staff make for a member, who is told the reason. */
interface ForMember extends OfStaff {
  readonly by: 'staff';
  readonly reason: string;
}

export interface Book extends Terms {
  readonly type: 'book';
  readonly bookingId: string;
  /** Who can give the session, best first. */
  readonly consultants: readonly string[];
  /** Told where the number given is known not to be textable. */
  readonly mobileLost?: MobileLoss;
  readonly approval?: Pick<Approval, 'because' | 'decideBy'>;
  /** Told where our staff set it, whatever its time, and with what they gave for it: its attendee is told. */
  readonly by?: 'staff';
  readonly staffId?: string;
  readonly reason?: string;
  /** An emergency that our staff put where it may lie beside or over another session, and in time off. */
  readonly beside?: true;
}

/** Who wants a booking moved. */
export type Mover = { readonly by: Channel } | ForMember;

export type Reschedule = Mover & {
  readonly type: 'reschedule';
  readonly stamp: number;
  readonly start: number;
  /** Until when a pending booking could be decided on at the new time (ms); absent where none is pending. */
  readonly decideBy?: number;
  /** Who can give the session at the new time, best first. */
  readonly consultants: readonly string[];
};

export type Cancel = ({ readonly by: Channel; readonly reason?: string } | ForMember) & {
  readonly type: 'cancel';
  readonly stamp: number;
};

/** `stamp` is when somebody joined: our staff, or the meeting's provider, may say so later. */
export type Join = (
  | { readonly evidence: 'link' | 'provider' }
  | (OfStaff & { readonly evidence: 'staff' })
) & {
  readonly type: 'join';
  readonly stamp: number;
  /** True when the consultant's time after the close is known to be taken by somebody else. */
  readonly timeTaken?: boolean;
};

/** Nobody has joined: our staff had said so by mistake. */
export interface WithdrawJoin extends OfStaff {
  readonly type: 'withdraw-join';
}

/** The session is done before its end. */
export interface Complete extends OfStaff {
  readonly type: 'complete';
}

/** It isn't done after all. */
export interface Reopen extends OfStaff {
  readonly type: 'reopen';
}

/** Nobody has come, and our staff don't wait for the close. */
export interface MarkNoShow extends OfStaff {
  readonly type: 'mark-no-show';
  /** For the record. */
  readonly reason?: string;
}

/** A no-show is not to count. */
export interface Excuse extends OfStaff {
  readonly type: 'excuse';
  readonly reason: string;
}

/** The booking that waits for a person's word stands. */
export interface Approve extends OfStaff {
  readonly type: 'approve';
  /** For the record. */
  readonly reason?: string;
}

/** It doesn't, and its time is free again. */
export interface Decline extends OfStaff {
  readonly type: 'decline';
  readonly reason: string;
}

/** The holder of the booking says why the no-show is wrong. */
export interface Contest {
  readonly type: 'contest';
  readonly text: string;
}

/** The contest was read, and the no-show stays. */
export interface RejectContest extends OfStaff {
  readonly type: 'reject-contest';
  readonly reason: string;
}

/** Forgets who the attendee was. */
export interface Erase {
  readonly type: 'erase';
  readonly staffId: string;
  readonly tombstone: string;
}

export interface Reply extends Notice {
  readonly type: 'reply';
  readonly meaning: Exclude<Meaning, 'stop' | 'start'>;
  /** True when the consultant's time after the close is known to be taken by somebody else. */
  readonly timeTaken?: boolean;
}

/** The mobile number turned out not to be textable. */
export interface LoseMobile {
  readonly type: 'lose-mobile';
  readonly reason: MobileLoss;
}

/** Whoever opted out of texts wants them again. */
export interface RestoreMobile {
  readonly type: 'restore-mobile';
}

/** Mail doesn't reach the attendee. */
export interface LoseMail {
  readonly type: 'lose-mail';
  readonly reason: MailLoss;
  /** Told where it is the first mail, which has the links, that didn't arrive. */
  readonly confirmation?: boolean;
}

/** It does again; or our staff want it to be tried, who say why. */
export interface RestoreMail {
  readonly type: 'restore-mail';
  readonly staffId?: string;
  readonly reason?: string;
}

/** A timer arrived, or the sweep found it overdue. */
export interface Due {
  readonly type: 'due';
  readonly kind: TimerKind;
  readonly version: number;
}
