import type { Policy } from '../policy.ts';
import { type Booking, textableMobile } from './booking.ts';
import { closesAt } from './timeline.ts';

/** Where a session stands, in the words of whoever watches it all day. */
export const deskStates = [
  /** Needs a person's word before it stands. */
  'pending',
  'upcoming',
  /** It has begun, and nobody has joined. */
  'waiting',
  /** The question has gone out whether anybody is coming. */
  'asked',
  /** Somebody is coming, as they texted: it is kept open. */
  'answered',
  'joined',
  'completed',
  'cancelled',
  'no_show',
  /** A no-show that doesn't count. */
  'excused',
] as const;
export type DeskState = (typeof deskStates)[number];

export interface DeskStanding {
  readonly state: DeskState;
  /** When the session closes by itself (ms), where it has begun and will if nothing happens. */
  readonly closesAt?: number;
}

/** How the session stands at an instant (ms). Pure: a clock alone can turn it from upcoming to waiting. */
export function deskStateOf(booking: Booking, now: number, policy: Policy): DeskStanding {
  const { status, outcome } = booking;
  switch (status) {
    case 'confirmed':
      return openState(booking, now, policy);
    case 'in_progress':
      return { state: 'joined' };
    case 'no_show':
      return { state: outcome?.excused === undefined ? 'no_show' : 'excused' };
    case 'pending':
    case 'completed':
    case 'cancelled':
      return { state: status };
  }
}

function openState(booking: Booking, now: number, policy: Policy): DeskStanding {
  const { start, checkIn } = booking;
  if (checkIn?.answeredAt !== undefined) return { state: 'answered' };
  if (now < start) return { state: 'upcoming' };
  const state = checkIn?.askedAt === undefined ? 'waiting' : 'asked';
  return { state, closesAt: closing(booking, policy) };
}

/** As its timer has it; a question that is still to go out, once more, moves it. */
function closing(booking: Booking, policy: Policy): number {
  const timer = booking.due.find(({ kind }) => kind === 'close');
  if (timer !== undefined) return timer.at;
  return textableMobile(booking) === undefined ? closesAt(booking, policy) : booking.end;
}
