import { type Booking, isPending } from '../../domain/booking/booking.ts';
import { holdsOf } from '../../domain/booking/holds.ts';
import type { Cells } from '../../domain/calendar/calendar.ts';
import { countWithin } from '../../domain/calendar/cells.ts';
import { spanToLoad } from '../../domain/calendar/choose.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Deps, SlotTaken } from '../deps.ts';
import { handle } from '../handle.ts';
import { type Move, moveSession } from '../move-session.ts';
import { withoutOwn } from '../without-own.ts';

export type MoveForMember = Extract<Move, { by: 'staff' }>;

/**
 * Moves a booking as `moveSession` does; or, where nobody works then, to any minute at which its own consultant is neither
 * off nor in another session: somebody of our staff has asked them. What waits for approval is moved within hours only.
 */
export async function moveForMember(deps: Deps, bookingId: string, move: MoveForMember): Promise<Booking> {
  try {
    return await moveSession(deps, bookingId, move);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'slot-unavailable') throw error;
    const consultants = await ownConsultant(deps, bookingId, move.start);
    if (consultants.length === 0) throw error;
    return handle(deps, bookingId, { type: 'reschedule', consultants, ...move }).catch((other: unknown) => {
      throw other instanceof SlotTaken ? error : other;
    });
  }
}

/** Whose it is, if they are free then whatever their hours; nobody where it is past, or waits for a decision. */
async function ownConsultant(deps: Deps, bookingId: string, start: number): Promise<string[]> {
  const { settings, now } = deps;
  const booking = await deps.table.booking(bookingId);
  if (booking === undefined || isPending(booking) || start <= now()) return [];
  const { consultantId, sessionType, minutes } = booking;
  const span = spanToLoad(settings, { id: sessionType, minutes }, start);
  const { booked, off } = withoutOwn(await deps.table.busy(span.from, span.to), booking);
  const wanted = holdsOf(start, minutes, settings.policy);
  const within = (cells: Cells) => countWithin(cells.get(consultantId) ?? [], wanted);
  return within(booked) + within(off) === 0 ? [consultantId] : [];
}
