import type { Booking } from '../../domain/booking/booking.ts';
import type { BookingEvent } from '../../domain/booking/events.ts';
import { consultantOf } from '../../domain/catalogue.ts';
import { type PublicBooking, type PublicEvent, publicId } from '../../domain/public-event.ts';
import type { Deps, RecordedEvent } from '../deps.ts';
import { type Tellings, time, toldOf } from './telling.ts';

const internal = { withheld: 'our own work, which changes nothing about the booking' };
const phone = { withheld: 'about the attendee’s telephone' };

/** What other systems hear of what happens to bookings. */
export const bookingTellings: Tellings<BookingEvent> = {
  booked: ({ approval }) =>
    approval === undefined
      ? { type: 'booking.confirmed' }
      : {
          type: 'booking.requested',
          because: approval.because,
          decideBy: time(approval.decideBy),
        },
  approved: () => ({ type: 'booking.confirmed' }),
  declined: () => ({ type: 'booking.declined' }),
  'approval-expired': () => ({ type: 'booking.expired' }),
  rescheduled: ({ by, previousStart }) => ({
    ...{ type: 'booking.moved', by, previousStart: time(previousStart) },
  }),
  cancelled: ({ by }) => ({ type: 'booking.cancelled', by }),
  'attendee-joined': ({ evidence }) => ({ type: 'booking.joined', evidence }),
  'join-withdrawn': () => ({ type: 'booking.join-withdrawn' }),
  'no-show-recorded': ({ reason }) => ({ type: 'booking.no-show', reason }),
  'no-show-reversed': ({ because }) => ({ type: 'booking.no-show-reversed', because }),
  'no-show-excused': () => ({ type: 'booking.no-show-excused' }),
  completed: () => ({ type: 'booking.completed' }),
  reopened: () => ({ type: 'booking.reopened' }),
  'attendee-erased': () => ({ type: 'booking.attendee-erased' }),
  'reminder-due': internal,
  'reminder-skipped': internal,
  'check-in-asked': internal,
  'check-in-answered': phone,
  'reply-noted': phone,
  'late-notice-warned': phone,
  'mobile-lost': phone,
  'mobile-restored': phone,
  'mail-lost': { withheld: 'about the attendee’s mailbox' },
  'mail-restored': { withheld: 'about the attendee’s mailbox' },
  'no-show-contested': { withheld: 'between the attendee and our staff' },
  'contest-rejected': { withheld: 'between the attendee and our staff' },
};

/** An event of a booking as other systems are told of it; undefined where they are not. */
export function publicBookingEvent(
  { event, number, version, bookingId }: RecordedEvent,
  booking: Booking,
  settings: Deps['settings'],
  now: number,
): PublicEvent | undefined {
  const told = toldOf(bookingTellings, event as BookingEvent, now);
  if (told === undefined) return undefined;
  const erasure = event.type === 'attendee-erased';
  // Of who asked to be forgotten, others hear that alone: to forget them too.
  if (booking.erasedAt !== undefined && !erasure) return undefined;
  return {
    ...{ id: publicId(bookingId, number), version: 1, at: time(event.at), sequence: number, ...told },
    booking: erasure ? { id: bookingId } : { ...asOf(event, booking, settings), version },
  };
}

/** Where the event says when it is and who gives it, as it does: the booking may have been moved since. */
function asOf(event: RecordedEvent['event'], booking: Booking, settings: Deps['settings']): PublicBooking {
  const { id, sessionType, minutes, timeZone, companyId } = booking;
  const { name, email } = booking.attendee;
  const { start, consultantId } = 'consultantId' in event ? event : booking;
  return {
    ...{ id, sessionType, timeZone },
    start: time(start),
    end: time(start + minutes * 60_000),
    consultant: { id: consultantId, name: consultantOf(settings, consultantId).name },
    ...(companyId === undefined ? {} : { company: companyId }),
    attendee: { name, email },
  };
}
