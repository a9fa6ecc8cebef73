import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isBookingId } from '../../lib/app/booking-page.ts';
import { Refusal } from '../../lib/domain/refusal.ts';

/** The booking that the path names. Throws `not-found` for what can't be an id. */
export function bookingIdIn({ pathParameters }: APIGatewayProxyEventV2): string {
  const id = pathParameters?.['bookingId'] ?? '';
  if (!isBookingId(id)) throw noSuchBooking();
  return id;
}

export function noSuchBooking(): Refusal {
  return new Refusal('not-found', 'There is no such booking.');
}
