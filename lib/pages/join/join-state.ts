import { type Booking, isOver } from '../../domain/booking/booking.ts';
import { closesAt, joinWindow } from '../../domain/booking/timeline.ts';
import type { Policy } from '../../domain/policy.ts';
import { waitingFor } from '../session/undecided.ts';

/** What can be done about joining at an instant. All instants are ms. */
export type JoinState =
  | { readonly kind: 'early'; readonly opens: number }
  | { readonly kind: 'open'; readonly until: number; readonly because: 'nobody-yet' | 'kept-open' | 'joined' }
  /** The time to join has passed, and what becomes of the session is not written yet. */
  | { readonly kind: 'closed'; readonly at: number }
  | { readonly kind: 'over' }
  /** Our staff decide first, until then. */
  | { readonly kind: 'pending'; readonly decideBy: number };

/** Whether a press of the button would be taken: the same window as the rules have. */
export function joinStateOf(booking: Booking, now: number, policy: Policy): JoinState {
  if (isOver(booking)) return { kind: 'over' };
  const waiting = waitingFor(booking);
  if (waiting !== undefined) return { kind: 'pending', decideBy: waiting.decideBy };
  const { from, until } = joinWindow(booking, policy);
  if (now < from) return { kind: 'early', opens: from };
  if (now >= until) return { kind: 'closed', at: until };
  if (booking.attendance !== undefined) return { kind: 'open', until, because: 'joined' };
  if (booking.checkIn?.answeredAt !== undefined) return { kind: 'open', until, because: 'kept-open' };
  return { kind: 'open', until: closesAt(booking, policy), because: 'nobody-yet' };
}
