import type { Booking } from '../domain/booking/booking.ts';
import type { Join, Reply } from '../domain/booking/commands.ts';
import { type Deps, type Once, SlotTaken } from './deps.ts';
import { handle } from './handle.ts';

/** Records a join or an answer, whatever has become of the consultant's time. */
export function attendSession(
  deps: Deps,
  which: Booking | string,
  command: Join | Reply,
  once?: Once,
): Promise<Booking> {
  return withOrWithoutTime(command, (told) => handle(deps, which, told, once && { once }));
}

/**
 * Tries to record a join or an answer. When it takes a no-show back and the rest of the consultant's time has gone
 * to somebody else meanwhile, the no-show is taken back all the same, without the time.
 */
export async function withOrWithoutTime<Done>(
  command: Join | Reply,
  attempt: (command: Join | Reply) => Promise<Done>,
): Promise<Done> {
  try {
    return await attempt(command);
  } catch (error) {
    if (!(error instanceof SlotTaken)) throw error;
    return attempt({ ...command, timeTaken: true });
  }
}
