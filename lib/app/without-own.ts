import type { Booking } from '../domain/booking/booking.ts';
import type { Calendar } from '../domain/calendar/calendar.ts';

/** The calendar as it would be without this booking, which may move within its own time. */
export function withoutOwn(calendar: Calendar, { consultantId, holds }: Booking): Calendar {
  if (holds === undefined) return calendar;
  // Where another session lies beside this one, the time is in the calendar twice, and stays in it once.
  const own = new Set<number>();
  const others = [...(calendar.booked.get(consultantId) ?? [])].filter((cell) => {
    if (cell < holds.from || cell >= holds.to || own.has(cell)) return true;
    own.add(cell);
    return false;
  });
  return { ...calendar, booked: new Map([...calendar.booked, [consultantId, others]]) };
}
