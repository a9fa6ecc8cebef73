import type { Booking } from '../domain/booking/booking.ts';
import { calendarPart } from '../messages/calendar.ts';
import { languages } from '../messages/language/languages.ts';
import type { Deps, LinkDeps } from './deps.ts';
import { factsOf } from './facts.ts';

/** The booking for calendars, as of now: the same entry that the mails carry, so that none of them doubles another. */
export async function calendarEntry(deps: Deps & LinkDeps, booking: Booking) {
  const method = booking.status === 'cancelled' ? 'CANCEL' : 'REQUEST';
  return calendarPart(method, await factsOf(deps, booking), deps.now(), languages[booking.language ?? 'en']);
}
