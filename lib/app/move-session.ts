import type { Booking, Changer } from '../domain/booking/booking.ts';
import { spanToLoad, whoCanGive } from '../domain/calendar/choose.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';
import { handle } from './handle.ts';
import { tryConsultants } from './try-consultants.ts';
import { unavailable } from './unavailable.ts';
import { withoutOwn } from './without-own.ts';

export interface Move {
  readonly start: number;
  readonly by: Exclude<Changer, 'showup'>;
  /** When the request was made (ms). */
  readonly stamp: number;
}

/** Moves a booking to another start, with the same consultant where possible. Throws Refusals. */
export async function moveSession(deps: Deps, bookingId: string, move: Move): Promise<Booking> {
  const booking = await deps.table.booking(bookingId);
  if (booking === undefined) throw new Refusal('not-found', 'There is no such booking.');
  const offer = { id: booking.sessionType, minutes: booking.minutes };
  const span = spanToLoad(deps.settings, offer, move.start);
  const busy = withoutOwn(await deps.table.busy(span.from, span.to), booking);
  const able = whoCanGive(deps.settings, offer, busy, deps.now(), move.start, booking.consultantId);
  try {
    return await tryConsultants(able, (consultants) =>
      handle(deps, bookingId, { type: 'reschedule', consultants, ...move }),
    );
  } catch (error) {
    const nobody = able.length === 0 && error instanceof Refusal && error.code === 'slot-unavailable';
    throw nobody ? unavailable(deps, offer, busy, move.start) : error;
  }
}
