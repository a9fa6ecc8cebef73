import { type Booking, isPending } from '../../domain/booking/booking.ts';

/** How a booking ended that needed approval and never got it; undefined where it stood, still waits, or was cancelled by its holder. */
export function endUndecided({ status, approval, cancelled }: Booking): 'declined' | 'expired' | undefined {
  if (status !== 'cancelled' || approval === undefined || approval.approved !== undefined) return undefined;
  if (cancelled?.by === 'staff') return 'declined';
  return cancelled?.by === 'showup' ? 'expired' : undefined;
}

/** What a booking waits for that isn't decided on yet, and until when (ms); undefined where it waits for nothing. */
export function waitingFor(booking: Booking): NonNullable<Booking['approval']> | undefined {
  return isPending(booking) ? booking.approval : undefined;
}
