import { type Booking, isOver } from '../../domain/booking/booking.ts';
import { type CellRange, cellAt, cellFrom, countWithin } from '../../domain/calendar/cells.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { BookingList, Place } from '../deps.ts';
import type { HoursDeps } from '../hours-deps.ts';

const DAY_MS = 86_400_000;
/** No session and its buffer are longer. */
const LONGEST_MS = 2 * DAY_MS;
const PAGE = 100;
const TRIES = 6;

type WithinDeps = Pick<HoursDeps, 'table' | 'search' | 'hours' | 'pause'>;

/**
 * The open bookings of a consultant that lie in a stretch of time (ms), in part or whole, the soonest first. Lists lag
 * behind the table, so it looks again as long as the calendar tells of more than was found, and throws `busy` in the end.
 */
export async function bookingsWithin(
  deps: WithinDeps,
  consultantId: string,
  from: number,
  to: number,
): Promise<Booking[]> {
  const stretch = { from: cellAt(from), to: cellFrom(to) };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { booked } = await deps.hours.calendarNow(from, to - 1);
    const near = await bookingsNear(deps, consultantId, from, to);
    const found = near.reduce((sum, booking) => sum + cellsWithin(booking, stretch), 0);
    if (found >= countWithin(booked.get(consultantId) ?? [], stretch))
      return near.filter((booking) => !isOver(booking) && booking.start < to && booking.end > from);
    await deps.pause(attempt);
  }
  throw new Refusal('busy', 'The bookings in that time can’t all be told yet. Please ask again in a moment.');
}

/** Every booking that may hold time of the stretch, over or not. */
async function bookingsNear(
  { table, search }: WithinDeps,
  consultantId: string,
  from: number,
  to: number,
): Promise<Booking[]> {
  const list: BookingList = { of: 'consultant', id: consultantId };
  const near: Booking[] = [];
  let after: Place | undefined;
  do {
    const stretch = { from: from - LONGEST_MS, direction: 'onwards', limit: PAGE } as const;
    const places = await search.bookingsIn(list, { ...stretch, ...(after && { after }) });
    const before = places.filter(({ start }) => start < to);
    const bookings = await Promise.all(before.map(({ bookingId }) => table.booking(bookingId)));
    near.push(...bookings.filter((booking) => booking !== undefined));
    after = before.length === PAGE ? before.at(-1) : undefined;
  } while (after !== undefined);
  return near.filter((booking) => booking.consultantId === consultantId);
}

function cellsWithin({ holds }: Booking, { from, to }: CellRange): number {
  return holds === undefined ? 0 : Math.max(0, Math.min(holds.to, to) - Math.max(holds.from, from));
}
