import type { Booking } from '../domain/booking/booking.ts';
import type { Join, Reply } from '../domain/booking/commands.ts';
import { type Deps, type Once, SlotTaken } from './deps.ts';
import { handle } from './handle.ts';

/**
 * Records a join or an answer. When it takes a no-show back and the rest of the consultant's time has gone
 * to somebody else meanwhile, the no-show is taken back all the same, without the time.
 */
export async function attendSession(
  deps: Deps,
  bookingId: string,
  command: Join | Reply,
  once?: Once,
): Promise<Booking> {
  try {
    return await handle(deps, bookingId, command, once);
  } catch (error) {
    if (!(error instanceof SlotTaken)) throw error;
    return handle(deps, bookingId, { ...command, timeTaken: true }, once);
  }
}
