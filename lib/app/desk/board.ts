import type { Booking } from '../../domain/booking/booking.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { addDays, startOfDate } from '../../domain/calendar/zone.ts';
import type { BookingSearch, Deps } from '../deps.ts';

/** What is read for days of all consultants. */
export interface BoardDays {
  /** YYYY-MM-DD in the deployment's zone, one after the other. */
  readonly dates: readonly string[];
  /** Sessions that begin on these days, over or not, by their start. */
  readonly bookings: readonly Booking[];
  /** Time off and extra hours among it. */
  readonly calendar: Calendar;
}

export type BoardDeps = Pick<Deps, 'table' | 'settings'> & {
  readonly search: Pick<BookingSearch, 'placesWithin' | 'bookings'>;
};

/** The days from `first` on (YYYY-MM-DD): one look-up for each consultant, then all rows at once. The rows decide. */
export async function boardDays(deps: BoardDeps, first: string, count: number): Promise<BoardDays> {
  const { zone, consultants } = deps.settings;
  const dates = Array.from({ length: count }, (_, index) => addDays(first, index));
  const [from, until] = [startOfDate(zone, first), startOfDate(zone, addDays(first, count))];
  const [calendar, ...lists] = await Promise.all([
    deps.table.busy(from, until - 1),
    ...consultants.map(({ id }) => deps.search.placesWithin({ of: 'consultant', id }, from, until)),
  ]);
  const ids = new Set(lists.flat().map(({ bookingId }) => bookingId));
  const bookings = await deps.search.bookings([...ids]);
  const known = new Set(consultants.map(({ id }) => id));
  const fits = ({ start, consultantId }: Booking) =>
    start >= from && start < until && known.has(consultantId);
  return { dates, calendar, bookings: bookings.filter(fits).toSorted(byStart) };
}

function byStart(a: Booking, b: Booking): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1);
}
