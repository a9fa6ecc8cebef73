import type { CellRange } from '../calendar/cells.ts';
import type { Changer, Evidence, NoShowReason, Terms } from './booking.ts';
import type { Timer, TimerKind } from './timer.ts';

/** What happened to a booking. `at` is when it was decided, in milliseconds; facts that came with a stamp carry that beside it. */
export type BookingEvent =
  | Booked
  | Rescheduled
  | { readonly type: 'cancelled'; readonly at: number; readonly by: Changer; readonly reason?: string }
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
  | {
      readonly type: 'attendee-joined';
      readonly at: number;
      readonly stamp: number;
      readonly evidence: Evidence;
    }
  | NoShowRecorded
  | NoShowReversed
  | { readonly type: 'completed'; readonly at: number };

export interface Booked extends Terms {
  readonly type: 'booked';
  readonly at: number;
  readonly bookingId: string;
  readonly consultantId: string;
  readonly holds: CellRange;
  readonly timers: readonly Timer[];
}

export interface Rescheduled {
  readonly type: 'rescheduled';
  readonly at: number;
  readonly by: Changer;
  readonly previousStart: number;
  readonly start: number;
  readonly consultantId: string;
  readonly holds: CellRange;
  readonly timers: readonly Timer[];
}

/** A text that changed nothing: what it meant, and what is answered. */
export interface ReplyNoted {
  readonly type: 'reply-noted';
  readonly at: number;
  readonly stamp: number;
  readonly messageId: string;
  readonly answer: 'help' | 'too-early' | 'too-late';
}

export interface NoShowRecorded {
  readonly type: 'no-show-recorded';
  readonly at: number;
  readonly reason: NoShowReason;
  /** What the consultant's calendar still holds: the time up to the close. */
  readonly holds: CellRange;
}

/** Somebody had answered or joined in time, and it was learnt only after the close. */
export interface NoShowReversed {
  readonly type: 'no-show-reversed';
  readonly at: number;
  readonly because: 'answered' | 'joined';
  /** The rest of the session, where the consultant's time was still free; absent when it is gone or over. */
  readonly holds?: CellRange;
  readonly timers: readonly Timer[];
}

export type EventOf<Type extends BookingEvent['type']> = Extract<BookingEvent, { type: Type }>;
