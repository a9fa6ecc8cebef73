import type { CellRange } from '../calendar/cells.ts';
import type { MailLoss } from '../mailbox.ts';
import type {
  Approval,
  Changer,
  Evidence,
  Intent,
  MobileLoss,
  NoShowReason,
  Note,
  Terms,
} from './booking.ts';
import type { Timer, TimerKind } from './timer.ts';

/**
 * What happened to a booking. `at` is when it was decided, in milliseconds; facts that came with a stamp carry that
 * beside it. `staffId` is the id of who of our staff did it, where they did.
 */
export type BookingEvent =
  | Booked
  | Rescheduled
  | Cancelled
  | {
      readonly type: 'reminder-due';
      readonly at: number;
      readonly kind: TimerKind;
      readonly hoursBefore: number;
    }
  /** The reminder came so late that the next one, or the session itself, was there already. */
  | { readonly type: 'reminder-skipped'; readonly at: number; readonly kind: TimerKind }
  /** `closesAt` is told where the question went out late, and gives the full time for an answer. */
  | { readonly type: 'check-in-asked'; readonly at: number; readonly closesAt?: number }
  | {
      readonly type: 'check-in-answered';
      readonly at: number;
      readonly stamp: number;
      readonly messageId: string;
    }
  | ReplyNoted
  | LateNoticeWarned
  | MobileLostEvent
  | MobileRestored
  | MailLostEvent
  | MailRestored
  | {
      readonly type: 'attendee-joined';
      readonly at: number;
      readonly stamp: number;
      readonly evidence: Evidence;
      readonly staffId?: string;
    }
  | JoinWithdrawn
  | NoShowRecorded
  | NoShowReversed
  /** The reason is for the record alone. */
  | {
      readonly type: 'no-show-excused';
      readonly at: number;
      readonly staffId: string;
      readonly reason: string;
    }
  /** The reason is for the record alone. */
  | {
      readonly type: 'approved';
      readonly at: number;
      readonly staffId: string;
      readonly reason?: string;
      readonly timers: readonly Timer[];
    }
  /** The attendee is told the reason. */
  | {
      readonly type: 'declined';
      readonly at: number;
      readonly staffId: string;
      readonly reason: string;
    }
  /** Nobody decided in time. */
  | { readonly type: 'approval-expired'; readonly at: number }
  | { readonly type: 'no-show-contested'; readonly at: number; readonly text: string }
  /** The attendee is told the reason. */
  | {
      readonly type: 'contest-rejected';
      readonly at: number;
      readonly staffId: string;
      readonly reason: string;
    }
  /** The attendee asked to be forgotten: `tombstone` stands for who it was, the same in all their bookings. */
  | {
      readonly type: 'attendee-erased';
      readonly at: number;
      readonly staffId: string;
      readonly tombstone: string;
    }
  | Completed
  /** It was completed by mistake, and goes on until its end. */
  | {
      readonly type: 'reopened';
      readonly at: number;
      readonly staffId: string;
      readonly holds: CellRange;
      readonly timers: readonly Timer[];
    };

export interface Booked extends Terms {
  readonly type: 'booked';
  readonly at: number;
  readonly bookingId: string;
  readonly consultantId: string;
  readonly holds: CellRange;
  readonly timers: readonly Timer[];
  /** Told where the number given can't be texted, as is known already. */
  readonly mobileLost?: MobileLoss;
  /** Told where the booking needs a person's word: it is pending until then. */
  readonly approval?: Pick<Approval, 'because' | 'decideBy'>;
  /** Told where our staff set it, with what they gave for it. */
  readonly by?: 'staff';
  readonly staffId?: string;
  readonly reason?: string;
  /** Told where our staff put it beside or over another session. */
  readonly beside?: true;
}

/** The text that something was said in: when it was sent (ms), and the carrier's id of it. */
export interface Notice {
  readonly stamp: number;
  readonly messageId: string;
}

export interface Cancelled {
  readonly type: 'cancelled';
  readonly at: number;
  readonly by: Changer;
  readonly staffId?: string;
  readonly reason?: string;
  readonly notice?: Notice;
}

export interface Rescheduled {
  readonly type: 'rescheduled';
  readonly at: number;
  readonly by: Changer;
  readonly staffId?: string;
  /** What our staff gave for it. */
  readonly reason?: string;
  readonly previousStart: number;
  readonly start: number;
  /** Where the booking still needs a person's word: until when that can be given now (ms). */
  readonly decideBy?: number;
  readonly consultantId: string;
  readonly holds: CellRange;
  readonly timers: readonly Timer[];
}

/** A text that changed nothing: what was understood of it, and what is answered, where that isn't silence. */
export interface ReplyNoted extends Notice {
  readonly type: 'reply-noted';
  readonly at: number;
  readonly answer?: Note;
  /** Absent where nothing was understood, or nothing that still counts. */
  readonly intent?: Intent;
  /** Until when the link in the answer moves the session (ms). */
  readonly until?: number;
}

/** Somebody can't come, at less notice than the policy asks for: told what that means, and asked once more. */
export interface LateNoticeWarned extends Notice {
  readonly type: 'late-notice-warned';
  readonly at: number;
}

/** From here on the session goes by the rules of those without a mobile number. */
export interface MobileLostEvent {
  readonly type: 'mobile-lost';
  readonly at: number;
  readonly reason: MobileLoss;
  /** When the session closes now, where nobody has joined or answered yet (ms). */
  readonly closesAt?: number;
}

export interface MobileRestored {
  readonly type: 'mobile-restored';
  readonly at: number;
  /** The check-in and the close as they are with a mobile number. */
  readonly timers: readonly Timer[];
}

/** Mail doesn't reach the attendee: the session goes on as it is. */
export interface MailLostEvent {
  readonly type: 'mail-lost';
  readonly at: number;
  readonly reason: MailLoss;
  /** Told where it is the first mail, which has the links, that didn't arrive. */
  readonly confirmation?: true;
}

/** Mail arrives again; told by whom and why where our staff want it to be tried. */
export interface MailRestored {
  readonly type: 'mail-restored';
  readonly at: number;
  readonly staffId?: string;
  readonly reason?: string;
}

/** Our staff take back that somebody joined: whoever it is for still gets the time that the policy gives for an answer. */
export interface JoinWithdrawn {
  readonly type: 'join-withdrawn';
  readonly at: number;
  readonly staffId: string;
  /** The close and the end; with the check-in where the question is put, or put once more. */
  readonly timers: readonly Timer[];
  /** When they had texted meanwhile that they are coming (ms): that keeps the session open. */
  readonly answeredAt?: number;
  /** When the session closes now, where nobody is asked any more (ms). */
  readonly closesAt?: number;
}

export interface NoShowRecorded {
  readonly type: 'no-show-recorded';
  readonly at: number;
  /** Where our staff didn't wait for the close. */
  readonly staffId?: string;
  /** What they wrote about it, for the record alone. */
  readonly text?: string;
  readonly reason: NoShowReason;
  /** What the consultant's calendar still holds: the time up to the close. */
  readonly holds: CellRange;
  /** The text that gave the late notice, where the reason is that. */
  readonly notice?: Notice;
}

/** Somebody had answered, joined or cancelled in time, and it was learnt only after the close. */
export interface NoShowReversed {
  readonly type: 'no-show-reversed';
  readonly at: number;
  readonly because: 'answered' | 'joined' | 'cancelled';
  /** The rest of the session, where the consultant's time was still free; absent when it is gone or over. */
  readonly holds?: CellRange;
  readonly timers: readonly Timer[];
  /** The text that had cancelled in time. */
  readonly notice?: Notice;
}

export interface Completed {
  readonly type: 'completed';
  readonly at: number;
  readonly staffId?: string;
  /** What the consultant's calendar still holds, where our staff ended the session before its end. */
  readonly holds?: CellRange;
}

export type EventOf<Type extends BookingEvent['type']> = Extract<BookingEvent, { type: Type }>;
