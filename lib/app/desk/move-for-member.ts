import { type Booking, isPending } from '../../domain/booking/booking.ts';
import { holdsOf } from '../../domain/booking/holds.ts';
import type { Calendar, Cells } from '../../domain/calendar/calendar.ts';
import { countWithin } from '../../domain/calendar/cells.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Deps, SlotTaken } from '../deps.ts';
import { handle } from '../handle.ts';
import { loadToMove } from '../load-to-move.ts';
import { type Move, moveSession } from '../move-session.ts';

export type MoveForMember = Extract<Move, { by: 'staff' }>;

/**
 * Moves a booking as `moveSession` does; or, where nobody works then, to any minute at which its own consultant is neither
 * off nor in another session: somebody of our staff has asked them. What waits for approval is moved within hours only.
 */
export async function moveForMember(
  deps: Deps,
  which: Booking | string,
  move: MoveForMember,
): Promise<Booking> {
  try {
    return await moveSession(deps, which, move);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'slot-unavailable') throw error;
    const { booking, busy } = await loadToMove(deps, which, move.start);
    const consultants = ownConsultant(deps, booking, busy, move.start);
    if (consultants.length === 0) throw error;
    return handle(deps, booking, { type: 'reschedule', consultants, ...move }).catch((other: unknown) => {
      throw other instanceof SlotTaken ? error : other;
    });
  }
}

/** Whose it is, if they are free then whatever their hours; nobody where it is past, or waits for a decision. */
function ownConsultant(
  { settings, now }: Deps,
  booking: Booking,
  { booked, off }: Calendar,
  start: number,
): string[] {
  if (isPending(booking) || start <= now()) return [];
  const { consultantId, minutes } = booking;
  const wanted = holdsOf(start, minutes, settings.policy);
  const within = (cells: Cells) => countWithin(cells.get(consultantId) ?? [], wanted);
  return within(booked) + within(off) === 0 ? [consultantId] : [];
}
