import { attendSession } from '../../../lib/app/attend-session.ts';
import type { Deps } from '../../../lib/app/deps.ts';
import { moveForMember } from '../../../lib/app/desk/move-for-member.ts';
import { reopenSession } from '../../../lib/app/desk/reopen-session.ts';
import { handle } from '../../../lib/app/handle.ts';
import { moveSession } from '../../../lib/app/move-session.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { OfStaff } from '../../../lib/domain/booking/commands.ts';
import type { DeskAction } from '../../../lib/domain/booking/desk-actions.ts';
import type { CheckedAction } from '../../../lib/pages/desk/check-action.ts';

/** An action that somebody of our staff asked for, checked. */
export interface WantedAction extends CheckedAction {
  /** The booking as it was just read, or its id. */
  readonly which: Booking | string;
  readonly asked: OfStaff;
  /** When it was asked for (ms). */
  readonly stamp: number;
}

type Act = (deps: Deps, wanted: WantedAction) => Promise<Booking>;

const acts: Readonly<Record<DeskAction, Act>> = {
  join: (deps, { which, asked, stamp, joinedAt = stamp }) =>
    attendSession(deps, which, { type: 'join', evidence: 'staff', stamp: joinedAt, ...asked }),
  'withdraw-join': (deps, { which, asked }) => handle(deps, which, { type: 'withdraw-join', ...asked }),
  complete: (deps, { which, asked }) => handle(deps, which, { type: 'complete', ...asked }),
  reopen: (deps, { which, asked }) => reopenSession(deps, which, asked),
  'no-show': (deps, { which, asked, reason }) =>
    handle(deps, which, { type: 'mark-no-show', ...asked, ...(reason !== undefined && { reason }) }),
  excuse: (deps, wanted) =>
    handle(deps, wanted.which, { type: 'excuse', ...wanted.asked, reason: given(wanted) }),
  cancel: (deps, wanted) => {
    const { which, asked, stamp } = wanted;
    return handle(deps, which, { type: 'cancel', by: 'staff', stamp, ...asked, reason: given(wanted) });
  },
  move: (deps, wanted) => {
    const { which, asked, stamp, start, typed } = wanted;
    if (start === undefined) throw new Error('a session is moved to some time');
    const move = { by: 'staff', start, stamp, ...asked, reason: given(wanted) } as const;
    // What was picked was offered with whoever works then; what was typed may lie outside hours.
    return typed === true ? moveForMember(deps, which, move) : moveSession(deps, which, move);
  },
  approve: (deps, { which, asked, reason }) =>
    handle(deps, which, { type: 'approve', ...asked, ...(reason !== undefined && { reason }) }),
  decline: (deps, wanted) =>
    handle(deps, wanted.which, { type: 'decline', ...wanted.asked, reason: given(wanted) }),
  'reject-contest': (deps, wanted) =>
    handle(deps, wanted.which, { type: 'reject-contest', ...wanted.asked, reason: given(wanted) }),
};

/** Does it. Gives the session as it is afterwards, and throws Refusals. */
export function act(deps: Deps, action: DeskAction, wanted: WantedAction): Promise<Booking> {
  return acts[action](deps, wanted);
}

function given({ reason }: CheckedAction): string {
  if (reason === undefined) throw new Error('it was checked that there is a reason');
  return reason;
}
