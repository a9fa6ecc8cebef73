import type { Booking } from '../domain/booking/booking.ts';
import type { Busy } from '../domain/calendar/openings.ts';

/** The calendar as it would be without this booking, which may move within its own time. */
export function withoutOwn(busy: Busy, { consultantId, holds }: Booking): Busy {
  if (holds === undefined) return busy;
  const others = [...(busy.get(consultantId) ?? [])].filter((cell) => cell < holds.from || cell >= holds.to);
  return new Map([...busy, [consultantId, others]]);
}
