import type { Booking } from '../../domain/booking/booking.ts';
import { addDays, startOfDate } from '../../domain/calendar/zone.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { bookingPage, isBookingId, type ReadOn } from '../booking-page.ts';
import type { BookingList, BookingSearch, Deps } from '../deps.ts';
import type { Page, PageWish } from '../people-deps.ts';

/** What a command or question of our staff needs beside what everybody's do. */
export type DeskDeps = Deps & { readonly search: BookingSearch };

/** What bookings are looked up by: one thing. */
export type Sought =
  /** The id, or as much of its beginning as is known. */
  | { readonly by: 'id'; readonly beginning: string }
  /** The attendee's, however it is written. */
  | { readonly by: 'email'; readonly email: string }
  /** E.164. */
  | { readonly by: 'mobile'; readonly mobile: string }
  | { readonly by: 'company'; readonly companyId: string }
  /** A date (YYYY-MM-DD) in the deployment's zone. */
  | { readonly by: 'day'; readonly consultantId: string; readonly date: string };

/** Later than any session starts (ms). */
const END_OF_TIME = 8.64e15;

/**
 * A page of the bookings, over or not: of a day in its order, else the latest session first. Throws `invalid-input` for
 * a cursor that isn't ours.
 */
export async function searchBookings(deps: DeskDeps, sought: Sought, page: PageWish): Promise<Page<Booking>> {
  switch (sought.by) {
    case 'id':
      return byId(deps, sought.beginning, page);
    case 'email': {
      const id = normalizedEmail(sought.email);
      const fits = ({ attendee }: Booking) => normalizedEmail(attendee.email) === id;
      return bookingPage(deps, latestOf(deps, { of: 'person', id }), fits, page);
    }
    case 'mobile': {
      const fits = ({ attendee }: Booking) => attendee.mobile === sought.mobile;
      return bookingPage(deps, latestOf(deps, { of: 'mobile', id: sought.mobile }), fits, page);
    }
    case 'company': {
      const fits = ({ companyId }: Booking) => companyId === sought.companyId;
      return bookingPage(deps, latestOf(deps, { of: 'company', id: sought.companyId }), fits, page);
    }
    case 'day':
      return ofDay(deps, sought, page);
  }
}

async function byId(deps: DeskDeps, beginning: string, page: PageWish): Promise<Page<Booking>> {
  if (isBookingId(beginning)) {
    const booking = await deps.table.booking(beginning);
    return { items: booking === undefined ? [] : [booking] };
  }
  const readOn: ReadOn = async ({ after, limit }) => {
    const ids = await deps.search.bookingsBeginning(beginning, limit, after?.bookingId);
    return ids.map((bookingId) => ({ bookingId, start: 0 }));
  };
  return bookingPage(deps, readOn, ({ id }) => id.startsWith(beginning), page);
}

async function ofDay(
  deps: DeskDeps,
  { consultantId, date }: Extract<Sought, { by: 'day' }>,
  page: PageWish,
): Promise<Page<Booking>> {
  const { zone } = deps.settings;
  const [from, until] = [startOfDate(zone, date), startOfDate(zone, addDays(date, 1))];
  const list: BookingList = { of: 'consultant', id: consultantId };
  const readOn: ReadOn = async (on) => {
    const places = await deps.search.bookingsIn(list, { from, direction: 'onwards', ...on });
    return places.filter(({ start }) => start < until);
  };
  const fits = (booking: Booking) =>
    booking.consultantId === consultantId && booking.start >= from && booking.start < until;
  return bookingPage(deps, readOn, fits, page);
}

function latestOf({ search }: DeskDeps, list: BookingList): ReadOn {
  return (on) => search.bookingsIn(list, { from: END_OF_TIME, direction: 'back', ...on });
}
