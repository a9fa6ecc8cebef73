import type { Changer, Evidence, Terms } from './booking.ts';
import type { TimerKind } from './timer.ts';

/** What can be asked of a booking. `stamp` is when the fact happened or the request was made, in milliseconds. */
export type BookingCommand = Book | Reschedule | Cancel | Join | Reply | Due;

export interface Book extends Terms {
  readonly type: 'book';
  readonly bookingId: string;
  /** Who can give the session, best first. */
  readonly consultants: readonly string[];
}

export interface Reschedule {
  readonly type: 'reschedule';
  readonly stamp: number;
  readonly by: Exclude<Changer, 'showup'>;
  readonly start: number;
  /** Who can give the session at the new time, best first. */
  readonly consultants: readonly string[];
}

export interface Cancel {
  readonly type: 'cancel';
  readonly stamp: number;
  readonly by: Exclude<Changer, 'showup'>;
  readonly reason?: string;
}

export interface Join {
  readonly type: 'join';
  readonly stamp: number;
  readonly evidence: Evidence;
  /** True when the consultant's time after the close is known to be taken by somebody else. */
  readonly timeTaken?: boolean;
}

export interface Reply {
  readonly type: 'reply';
  readonly stamp: number;
  readonly messageId: string;
  readonly meaning: 'keep' | 'unclear';
  /** True when the consultant's time after the close is known to be taken by somebody else. */
  readonly timeTaken?: boolean;
}

/** A timer arrived, or the sweep found it overdue. */
export interface Due {
  readonly type: 'due';
  readonly kind: TimerKind;
  readonly version: number;
}
