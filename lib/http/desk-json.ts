import type { Booking, Contest } from '../domain/booking/booking.ts';
import type { BookingEvent } from '../domain/booking/events.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { bookingJson, present, time } from './booking-json.ts';

/**
 * A booking as our staff are told it: with who did what. The links stay out: what is done by them is on record as the
 * attendee's own doing.
 */
export function deskBookingJson(booking: Booking, catalogue: Catalogue) {
  const { attendance, outcome, cancelled, mobileLost, mailLost, approval } = booking;
  return present({
    ...bookingJson(booking, catalogue, {}),
    revision: booking.revision,
    bookedBy: bookedByJson(booking),
    beside: booking.beside,
    company: booking.companyId,
    person: booking.personId,
    attendance: attendance && { ...attendance, joinedAt: time(attendance.joinedAt) },
    outcome:
      outcome &&
      present({
        reason: outcome.reason,
        at: time(outcome.at),
        staffId: outcome.staffId,
        excused: outcome.excused && { ...outcome.excused, at: time(outcome.excused.at) },
        contest: outcome.contest && contestJson(outcome.contest),
      }),
    approval:
      approval &&
      present({
        because: approval.because,
        decideBy: time(approval.decideBy),
        approved: approval.approved && { ...approval.approved, at: time(approval.approved.at) },
      }),
    cancelled: cancelled && { ...cancelled, at: time(cancelled.at) },
    mobileLost: mobileLost && { at: time(mobileLost.at), reason: mobileLost.reason },
    mailLost: mailLost && { at: time(mailLost.at), reason: mailLost.reason },
    erasedAt: time(booking.erasedAt),
  });
}

/** Who of our staff set it, and what they gave for it. */
function bookedByJson({ bookedBy, words }: Booking) {
  return bookedBy === undefined ? undefined : present({ staffId: bookedBy, reason: words?.['1'] });
}

function contestJson({ at, text, rejected }: Contest) {
  return present({ at: time(at), text, rejected: rejected && { ...rejected, at: time(rejected.at) } });
}

const instants = ['at', 'stamp', 'previousStart', 'start', 'closesAt', 'until', 'decideBy'] as const;
const words = ['by', 'staffId', 'reason', 'text', 'evidence', 'because', 'answer', 'intent'] as const;

/** An event as our staff are told it: what happened, when, by whom and why, and nothing that only the system needs. */
export function eventJson(number: number, event: BookingEvent) {
  const facts: Partial<
    Record<(typeof instants)[number], number> &
      Record<(typeof words)[number] | 'consultantId' | 'kind', string>
  > = event.type === 'booked' ? { ...event, ...event.approval } : event;
  return present({
    number,
    type: event.type,
    ...Object.fromEntries(instants.map((name) => [name, time(facts[name])])),
    ...Object.fromEntries(words.map((name) => [name, facts[name]])),
    consultant: facts.consultantId,
    timer: facts.kind,
  });
}
