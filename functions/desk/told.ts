import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { Answer } from '../../lib/http/answer.ts';
import { deskBookingJson } from '../../lib/http/desk-json.ts';
import type { DeskHandler } from './handler.ts';

/** The booking after a change, for our staff. */
export function told({ settings }: Pick<Parameters<DeskHandler>[0], 'settings'>, booking: Booking): Answer {
  return { status: 200, body: deskBookingJson(booking, settings) };
}
