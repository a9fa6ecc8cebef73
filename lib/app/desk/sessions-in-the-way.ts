import type { Booking } from '../../domain/booking/booking.ts';
import { holdsOf } from '../../domain/booking/holds.ts';
import type { Consultant } from '../../domain/catalogue.ts';
import type { BookingSearch, Deps } from '../deps.ts';

const DAY_MS = 86_400_000;
/** No session and its buffer are longer. */
const LONGEST_MS = 2 * DAY_MS;

/** Where a session would lie: from an instant (ms), for so many minutes. */
export interface Wanted {
  readonly consultant: Pick<Consultant, 'id'>;
  readonly start: number;
  readonly minutes: number;
}

/**
 * The bookings that hold time of the consultant which a session there would need, the soonest first; one that was closed
 * early holds what it took. Read from a list, which may lag: the calendar decides at the commit.
 */
export async function sessionsInTheWay(
  { settings, search }: Pick<Deps, 'settings'> & { readonly search: BookingSearch },
  { consultant, start, minutes }: Wanted,
): Promise<Booking[]> {
  const wanted = holdsOf(start, minutes, settings.policy);
  const list = { of: 'consultant', id: consultant.id } as const;
  const places = await search.placesWithin(list, start - LONGEST_MS, start + LONGEST_MS);
  const near = await search.bookings(places.map(({ bookingId }) => bookingId));
  return near
    .filter(({ consultantId, holds }) => consultantId === consultant.id && holds !== undefined)
    .filter(({ holds }) => holds !== undefined && holds.from < wanted.to && wanted.from < holds.to)
    .toSorted((a, b) => a.start - b.start);
}
