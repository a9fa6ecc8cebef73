import { type Sought, searchBookings as search } from '../../lib/app/desk/search-bookings.ts';
import { withWords } from '../../lib/domain/booking/words.ts';
import { deskBookingJson, eventJson } from '../../lib/http/desk-json.ts';
import { searchQuery } from '../../lib/http/desk-schemas.ts';
import { readQuery, refuseField } from '../../lib/http/read.ts';
import { noQuery } from '../../lib/http/schemas.ts';
import { bookingIdIn, noSuchBooking } from './booking-id.ts';
import { type DeskHandler, USUAL_PAGE } from './handler.ts';

export const searchBookings: DeskHandler = async (deps, event) => {
  const { limit = USUAL_PAGE, cursor, ...query } = readQuery(event, searchQuery);
  const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
  const { items, next } = await search(deps, soughtIn(query), page);
  const bookings = items.map((booking) => deskBookingJson(booking, deps.settings));
  return { status: 200, body: { bookings, ...(next === undefined ? {} : { next }) } };
};

export const getBooking: DeskHandler = async (deps, event) => {
  readQuery(event, noQuery);
  const id = bookingIdIn(event);
  const [booking, events] = await Promise.all([deps.table.booking(id), deps.search.eventsOf(id)]);
  if (booking === undefined) throw noSuchBooking();
  const told = events.map(({ number, event: happened }) =>
    eventJson(number, withWords(happened, number, booking)),
  );
  return { status: 200, body: { ...deskBookingJson(booking, deps.settings), events: told } };
};

interface Query {
  readonly id?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly company?: string;
  readonly consultant?: string;
  readonly date?: string;
}

/** Throws `invalid-input` where nothing, or more than one thing, is asked for. */
function soughtIn({ id, email, mobile, company, consultant, date }: Query): Sought {
  if (date !== undefined && consultant === undefined) refuseField('consultant', 'is required beside date');
  if (date === undefined && consultant !== undefined) refuseField('date', 'is required beside consultant');
  const sought: (Sought | false)[] = [
    id !== undefined && { by: 'id', beginning: id },
    email !== undefined && { by: 'email', email },
    mobile !== undefined && { by: 'mobile', mobile },
    company !== undefined && { by: 'company', companyId: company },
    consultant !== undefined && date !== undefined && { by: 'day', consultantId: consultant, date },
  ];
  const [one, ...more] = sought.filter((way) => way !== false);
  if (one !== undefined && more.length === 0) return one;
  return refuseField('query', 'must have just one of id, email, mobile, company, and consultant with date');
}
