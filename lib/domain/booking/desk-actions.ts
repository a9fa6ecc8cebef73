import type { Policy } from '../policy.ts';
import { isTooLateToDecide } from './approval.ts';
import { type Booking, isContested, isOver, isPending } from './booking.ts';
import { changeableUntil } from './change.ts';
import { nobodyJoined } from './reversal.ts';
import { joinWindow } from './timeline.ts';
import { isTimeToAsk } from './withdraw-join.ts';

/** What our staff can do to a session, in the order in which it is offered. */
export const deskActions = [
  'approve',
  'decline',
  'join',
  'withdraw-join',
  'complete',
  'reopen',
  'no-show',
  'excuse',
  'reject-contest',
  'move',
  'cancel',
] as const;
export type DeskAction = (typeof deskActions)[number];

/** What our staff can do to it at an instant (ms): what is left out would be refused, or change nothing. */
export function deskActionsOf(booking: Booking, now: number, policy: Policy): DeskAction[] {
  return deskActions.filter((action) => allowed[action](booking, now, policy));
}

/** The latest instant, up to now, at which somebody can have joined for it to count (ms); undefined where there is none. */
export function latestJoin(booking: Booking, now: number, policy: Policy): number | undefined {
  if (isPending(booking) || (isOver(booking) ? !nobodyJoined(booking) : booking.attendance !== undefined))
    return undefined;
  const { from, until } = joinWindow(booking, policy);
  const latest = Math.min(now, until - 1);
  return latest < from ? undefined : latest;
}

const allowed: Readonly<Record<DeskAction, (booking: Booking, now: number, policy: Policy) => boolean>> = {
  approve: isDecidable,
  decline: isDecidable,
  join: (booking, now, policy) => latestJoin(booking, now, policy) !== undefined,
  'withdraw-join': (booking, now) => {
    return !isOver(booking) && booking.attendance?.evidence === 'staff' && isTimeToAsk(booking, now);
  },
  complete: (booking) => !isOver(booking) && booking.attendance !== undefined,
  reopen: ({ status, end, erasedAt }, now) => status === 'completed' && now < end && erasedAt === undefined,
  'no-show': (booking, now) => {
    return booking.status === 'confirmed' && booking.attendance === undefined && now >= booking.start;
  },
  excuse: ({ status, outcome }) => status === 'no_show' && outcome?.excused === undefined,
  'reject-contest': isContested,
  move: (booking, now, policy) => isChangeable(booking, now, policy) && !isTooLateToDecide(booking, now),
  cancel: isChangeable,
};

function isDecidable(booking: Booking, now: number): boolean {
  return isPending(booking) && !isTooLateToDecide(booking, now);
}

function isChangeable(booking: Booking, now: number, policy: Policy): boolean {
  return !isOver(booking) && now < changeableUntil(booking, 'staff', policy);
}
