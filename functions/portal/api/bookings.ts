import { cancelMyBooking as cancel, moveMyBooking, myBookings } from '../../../lib/app/my-bookings.ts';
import { myBookingsQuery } from '../../../lib/http/portal-schemas.ts';
import { readBody, readQuery } from '../../../lib/http/read.ts';
import { cancelBody, rescheduleBody } from '../../../lib/http/schemas.ts';
import { bookingAnswer } from '../../api/bookings.ts';
import { stampOf } from '../../api/handler.ts';
import type { PortalApiHandler } from '../handler.ts';
import { memberOf } from '../member.ts';

/** How much of a list is told where nothing else is asked for. */
const USUAL_PAGE = 20;

export const listMyBookings: PortalApiHandler = async (deps, event, viewer) => {
  const { when = 'coming', limit = USUAL_PAGE, ...page } = readQuery(event, myBookingsQuery);
  const { items, next } = await myBookings(deps, memberOf(viewer), when, { limit, ...page });
  const bookings = await Promise.all(items.map((booking) => bookingAnswer(deps, booking)));
  return { status: 200, body: { bookings, ...(next && { next }) } };
};

export const rescheduleMyBooking: PortalApiHandler = async (deps, event, viewer) => {
  const { start } = readBody(event, rescheduleBody);
  const bookingId = event.pathParameters?.['bookingId'] ?? '';
  const booking = await moveMyBooking(deps, memberOf(viewer), bookingId, { start, stamp: stampOf(event) });
  return { status: 200, body: await bookingAnswer(deps, booking) };
};

export const cancelMyBooking: PortalApiHandler = async (deps, event, viewer) => {
  const reason = readBody(event, cancelBody);
  const bookingId = event.pathParameters?.['bookingId'] ?? '';
  const booking = await cancel(deps, memberOf(viewer), bookingId, { stamp: stampOf(event), ...reason });
  return { status: 200, body: await bookingAnswer(deps, booking) };
};
