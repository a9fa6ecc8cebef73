import type { Booking } from '../domain/booking/booking.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Deps, Place, Stretch } from './deps.ts';
import type { Page, PageWish } from './people-deps.ts';

/** Reads on in a list of bookings. */
export type ReadOn = (from: Pick<Stretch, 'after' | 'limit'>) => Promise<readonly Place[]>;

/**
 * A page of a list of bookings, of those that fit: the rows decide, since lists may lag behind them. Throws
 * `invalid-input` for a cursor that isn't ours.
 */
export async function bookingPage(
  { table }: Pick<Deps, 'table'>,
  readOn: ReadOn,
  fits: (booking: Booking) => boolean,
  { limit, cursor }: PageWish,
): Promise<Page<Booking>> {
  const found: Booking[] = [];
  let after = cursor === undefined ? undefined : readCursor(cursor);
  let more = true;
  while (more && found.length <= limit) {
    // One more than a page, so that there is a next page only where something is on it.
    const wanted = limit + 1 - found.length;
    const places = await readOn({ limit: wanted, ...(after && { after }) });
    const bookings = await Promise.all(places.map(({ bookingId }) => table.booking(bookingId)));
    found.push(...bookings.filter((booking) => booking !== undefined).filter(fits));
    more = places.length === wanted;
    after = places.at(-1);
  }
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: cursorAfter(last) } : { items };
}

/** Whether it could be a booking's id: keys of the table have a longest length. */
export function isBookingId(text: string): boolean {
  return /^bkg_[0-9a-z]{26}$/u.test(text);
}

/** Opaque to callers. It names a place in the list and nobody: it can't lead into another person's. */
function cursorAfter({ id, start }: Booking): string {
  return Buffer.from(`${start}.${id}`).toString('base64url');
}

function readCursor(cursor: string): Place {
  const [start = '', bookingId = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (rest.length === 0 && /^\d{1,15}$/u.test(start) && isBookingId(bookingId)) {
    return { start: Number(start), bookingId };
  }
  throw new Refusal('invalid-input', 'The cursor is not one that a page of this list gave.', {
    errors: [{ field: 'cursor', message: 'must be the `next` of the page before' }],
  });
}
