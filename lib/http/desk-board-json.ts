import type { Booking } from '../domain/booking/booking.ts';
import { deskStateOf } from '../domain/booking/desk-state.ts';
import type { Calendar } from '../domain/calendar/calendar.ts';
import { type CellRange, cellStart } from '../domain/calendar/cells.ts';
import { dayPlan } from '../domain/calendar/day-plan.ts';
import { addDays, startOfDate } from '../domain/calendar/zone.ts';
import type { Catalogue, Consultant } from '../domain/catalogue.ts';
import { present, time } from './booking-json.ts';
import { deskBookingJson } from './desk-json.ts';

/** Days as they were read: dates (YYYY-MM-DD) of the deployment's zone, and the sessions that begin on them. */
interface BoardDays {
  readonly dates: readonly string[];
  readonly bookings: readonly Booking[];
  readonly calendar: Calendar;
}

/** The board as our staff's programs are told it at an instant (ms): by day and consultant, each session with its state. */
export function boardJson({ dates, bookings, calendar }: BoardDays, catalogue: Catalogue, now: number) {
  const days = dates.map((date) => {
    const from = startOfDate(catalogue.zone, date);
    const until = startOfDate(catalogue.zone, addDays(date, 1));
    const ofDay = bookings.filter(({ start }) => start >= from && start < until);
    const consultants = catalogue.consultants.map((consultant) => ({
      ...planJson(dayPlan(catalogue, consultant, calendar, from, until), consultant),
      bookings: ofDay
        .filter(({ consultantId }) => consultantId === consultant.id)
        .map((booking) => boardBookingJson(booking, catalogue, now)),
    }));
    return { date, consultants };
  });
  return { now: time(now), days };
}

function planJson({ open, off, extra }: ReturnType<typeof dayPlan>, { id, name }: Consultant) {
  return { id, name, open: open.map(stretch), off: off.map(stretch), extra: extra.map(stretch) };
}

function stretch({ from, to }: CellRange) {
  return { from: time(cellStart(from)), to: time(cellStart(to)) };
}

function boardBookingJson(booking: Booking, catalogue: Catalogue, now: number) {
  const { state, closesAt } = deskStateOf(booking, now, catalogue.policy);
  return present({ ...deskBookingJson(booking, catalogue), state, closesAt: time(closesAt) });
}
