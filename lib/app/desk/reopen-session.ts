import type { Booking } from '../../domain/booking/booking.ts';
import type { OfStaff } from '../../domain/booking/commands.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Deps, SlotTaken } from '../deps.ts';
import { handle } from '../handle.ts';

/**
 * Takes up a session again that our staff completed too soon. Throws Refusals, among them `slot-unavailable` where the
 * rest of the consultant's time has gone to somebody else.
 */
export async function reopenSession(deps: Deps, which: Booking | string, asked: OfStaff): Promise<Booking> {
  try {
    return await handle(deps, which, { type: 'reopen', ...asked });
  } catch (error) {
    if (!(error instanceof SlotTaken)) throw error;
    throw new Refusal('slot-unavailable', 'The consultant has another session in the rest of this time.');
  }
}
