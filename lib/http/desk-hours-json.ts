import type { Booking } from '../domain/booking/booking.ts';
import type { HoursException } from '../domain/calendar/hours-exception.ts';
import type { Catalogue, Consultant } from '../domain/catalogue.ts';
import { present, time } from './booking-json.ts';
import { deskBookingJson } from './desk-json.ts';

/** A consultant as our staff are told of them. Weekly hours are the wall clock's of the zone. */
export function consultantJson({ id, name, zone, hours }: Consultant, catalogue: Catalogue) {
  return { id, name, timeZone: zone ?? catalogue.zone, weeklyHours: hours };
}

/** Time off or extra hours as our staff are told of them. */
export function hoursJson({ id, consultantId, kind, from, to, reason, by, at, removed }: HoursException) {
  return present({
    ...{ id, consultant: consultantId, kind },
    from: time(from),
    to: time(to),
    ...{ reason, by },
    at: time(at),
    removed: removed && { by: removed.by, at: time(removed.at) },
  });
}

/** The same with the bookings that are left in time it closes. */
export function hoursDoneJson(hours: HoursException, bookings: readonly Booking[], catalogue: Catalogue) {
  return {
    hours: hoursJson(hours),
    bookings: bookings.map((booking) => deskBookingJson(booking, catalogue)),
  };
}
