import type { Policy } from '../policy.ts';
import { type Booking, isOver, isPending } from './booking.ts';
import { checkInPassedAt, joinWindow, noticeUntil } from './timeline.ts';

/** What can still be done by text: nothing is offered that would not be done. */
export type Stage =
  /** More than the policy's notice is left: 1 says coming, 2 cancels, 3 moves. */
  | 'early'
  /** Less notice is left: 1 says coming, 2 gives the time back and counts as a no-show. */
  | 'late'
  /** The check-in was asked: 1 keeps the session open, 2 closes it. */
  | 'asked'
  /** Somebody has joined, or the session is over, about to be closed or not agreed on yet: nothing. */
  | 'idle';

export function stageOf(booking: Booking, now: number, policy: Policy): Stage {
  if (isOver(booking) || isPending(booking) || booking.attendance !== undefined) return 'idle';
  if (now < noticeUntil(booking, policy)) return 'early';
  if (now >= joinWindow(booking, policy).until) return 'idle';
  return now < checkInPassedAt(booking, policy) ? 'late' : 'asked';
}
