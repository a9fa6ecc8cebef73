import { bookSession } from '../../lib/app/book-session.ts';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { joinUrl, manageUrl } from '../../lib/app/links.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { bookingJson } from '../../lib/http/booking-json.ts';
import { readBody, readQuery } from '../../lib/http/read.ts';
import { bookingBody, noQuery } from '../../lib/http/schemas.ts';
import { idempotencyKeyIn, onceFor, requestOf } from '../requests/booking-request.ts';
import type { Handler } from './handler.ts';

export const createBooking: Handler = async (deps, event) => {
  readQuery(event, noQuery);
  const key = idempotencyKeyIn(event);
  const body = readBody(event, bookingBody);
  const booking = await bookSession(
    deps,
    requestOf(deps.settings, body, event),
    onceFor('booking', key, body),
  );
  const answer = await bookingAnswer(deps, booking);
  // Accepted, and not yet made: it stands once our staff have said so.
  const status = booking.status === 'pending' ? 202 : 201;
  return { status, body: answer, headers: { location: answer.manageUrl } };
};

/** A booking as its holder sees it, with the links that the holder may use. */
export async function bookingAnswer(deps: Deps & LinkDeps, booking: Booking) {
  return bookingJson(booking, deps.settings, {
    manageUrl: await manageUrl(deps, booking.id),
    joinUrl: await joinUrl(deps, booking.id),
  });
}
