import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { bookingOf, type Purpose } from '../../lib/app/links.ts';
import type { Booking, Channel } from '../../lib/domain/booking/booking.ts';
import { Refusal } from '../../lib/domain/refusal.ts';

/** What a link was found to open. */
export interface Opened {
  readonly booking: Booking;
  readonly token: string;
  /** The first of the purposes that the token was made for. */
  readonly purpose: Purpose;
}

/** Links that manage a booking: those of the mails, and those that are texted. */
export const managing: readonly Purpose[] = ['manage', 'text'];

/** The channel that a link came by: until when it changes anything hangs on that. */
export function channelOf(purpose: Purpose): Channel {
  return purpose === 'text' ? 'text' : 'link';
}

/** The booking that the path's token opens for one of the purposes. Throws `link-invalid` if it opens none. */
export async function openLink(
  deps: Deps & LinkDeps,
  event: APIGatewayProxyEventV2,
  purposes: readonly Purpose[],
): Promise<Opened> {
  const token = event.pathParameters?.['token'] ?? '';
  for (const purpose of purposes) {
    const bookingId = await bookingOf(deps, token, [purpose]);
    const booking = bookingId === undefined ? undefined : await deps.table.booking(bookingId);
    if (booking !== undefined) return { booking, token, purpose };
  }
  throw linkInvalid();
}

/** The id alone, for who reads the booking later. Throws `link-invalid` if the token opens none. */
export async function bookingBehind(
  deps: LinkDeps,
  event: APIGatewayProxyEventV2,
  purposes: readonly Purpose[],
): Promise<{ readonly bookingId: string; readonly purpose: Purpose }> {
  const token = event.pathParameters?.['token'] ?? '';
  for (const purpose of purposes) {
    const bookingId = await bookingOf(deps, token, [purpose]);
    if (bookingId !== undefined) return { bookingId, purpose };
  }
  throw linkInvalid();
}

function linkInvalid(): Refusal {
  return new Refusal('link-invalid', 'This link is not valid. Use the one from your latest mail, whole.');
}
