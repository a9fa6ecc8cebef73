import type { Meaning } from '../reply.ts';
import type { Changer, Evidence, MobileLoss, Terms } from './booking.ts';
import type { Notice } from './events.ts';
import type { TimerKind } from './timer.ts';

/** What can be asked of a booking. `stamp` is when the fact happened or the request was made, in milliseconds. */
export type BookingCommand = Book | Reschedule | Cancel | Join | Reply | LoseMobile | RestoreMobile | Due;

export interface Book extends Terms {
  readonly type: 'book';
  readonly bookingId: string;
  /** Who can give the session, best first. */
  readonly consultants: readonly string[];
  /** Told where the number given is known not to be textable. */
  readonly mobileLost?: MobileLoss;
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

/** A timer arrived, or the sweep found it overdue. */
export interface Due {
  readonly type: 'due';
  readonly kind: TimerKind;
  readonly version: number;
}
