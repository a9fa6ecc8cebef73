import type { Settings } from '../config/settings.ts';
import { type Booking, isPending } from '../domain/booking/booking.ts';
import type { Mover } from '../domain/booking/commands.ts';
import { whoCanGive } from '../domain/calendar/choose.ts';
import { Refusal } from '../domain/refusal.ts';
import { remember } from '../domain/remember.ts';
import { decideByFor } from '../domain/standing/admission.ts';
import type { Deps } from './deps.ts';
import { handle } from './handle.ts';
import { loadToMove } from './load-to-move.ts';
import { tryConsultants } from './try-consultants.ts';
import { unavailable } from './unavailable.ts';

export type Move = Mover & {
  readonly start: number;
  /** When the request was made (ms). */
  readonly stamp: number;
};

/**
 * Moves a booking to another start, with the same consultant where possible. For our staff it may be at any notice; but
 * one that waits for approval keeps waiting, and there must be time for that. Throws Refusals.
 */
export async function moveSession(deps: Deps, which: Booking | string, move: Move): Promise<Booking> {
  const { booking, busy } = await loadToMove(deps, which, move.start);
  const offer = { id: booking.sessionType, minutes: booking.minutes };
  const settings = move.by === 'staff' ? atAnyNotice(deps.settings) : deps.settings;
  const decision = isPending(booking) ? { decideBy: decideByFor(deps.settings, move.start) } : {};
  const able = whoCanGive(settings, offer, busy, deps.now(), move.start, booking.consultantId);
  try {
    return await tryConsultants(able, (consultants) =>
      handle(deps, booking, { type: 'reschedule', consultants, ...move, ...decision }),
    );
  } catch (error) {
    const nobody = able.length === 0 && error instanceof Refusal && error.code === 'slot-unavailable';
    throw nobody ? unavailable({ ...deps, settings }, offer, busy, move.start) : error;
  }
}

/** Notice is asked for so that nothing is sprung on a consultant: staff who move a session have talked to them. */
export function atAnyNotice(settings: Settings): Settings {
  return remember(unhurried, settings, withoutNotice);
}

/** The same each time: working hours are remembered by whose settings they are. */
const unhurried = new WeakMap<Settings, Settings>();

function withoutNotice(settings: Settings): Settings {
  const { policy } = settings;
  return { ...settings, policy: { ...policy, offering: { ...policy.offering, noticeMinutes: 0 } } };
}
