import type { Booking } from '../domain/booking/booking.ts';
import type { BookingEvent } from '../domain/booking/events.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { bookingJson, present, time } from './booking-json.ts';

/**
 * A booking as our staff are told it: with who did what. The links stay out: what is done by them is on record as the
 * attendee's own doing.
 */
export function deskBookingJson(booking: Booking, catalogue: Catalogue) {
  const { attendance, outcome, cancelled, mobileLost } = booking;
  return present({
    ...bookingJson(booking, catalogue, {}),
    revision: booking.revision,
    company: booking.companyId,
    person: booking.personId,
    attendance: attendance && { ...attendance, joinedAt: time(attendance.joinedAt) },
    outcome:
      outcome &&
      present({
        reason: outcome.reason,
        at: time(outcome.at),
        excused: outcome.excused && { ...outcome.excused, at: time(outcome.excused.at) },
      }),
    cancelled: cancelled && { ...cancelled, at: time(cancelled.at) },
    mobileLost: mobileLost && { at: time(mobileLost.at), reason: mobileLost.reason },
  });
}

const instants = ['at', 'stamp', 'previousStart', 'start', 'closesAt', 'until'] as const;
const words = ['by', 'staffId', 'reason', 'evidence', 'because', 'answer', 'intent'] as const;

/** An event as our staff are told it: what happened, when, by whom and why, and nothing that only the system needs. */
export function eventJson(number: number, event: BookingEvent) {
  const facts: Partial<
    Record<(typeof instants)[number], number> &
      Record<(typeof words)[number] | 'consultantId' | 'kind', string>
  > = event;
  return present({
    number,
    type: event.type,
    ...Object.fromEntries(instants.map((name) => [name, time(facts[name])])),
    ...Object.fromEntries(words.map((name) => [name, facts[name]])),
    consultant: facts.consultantId,
    timer: facts.kind,
  });
}
