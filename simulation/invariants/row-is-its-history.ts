import type { SeenBooking } from '../world.ts';
import { momentsOf } from './history.ts';
import { type Invariant, instant } from './violation.ts';

export const rowIsItsHistory: Invariant = {
  name: 'a row is its history',
  says: 'Each booking is what its events make of it, none of them missing, none of them too many.',
  find: ({ world: { bookings } }) =>
    bookings.flatMap((booking) => {
      const wrong = differenceOf(booking);
      return wrong === undefined ? [] : [{ sentence: `${booking.id} ${wrong}.`, bookingId: booking.id }];
    }),
};

function differenceOf(booking: SeenBooking): string | undefined {
  const { history, revision, status, version, start } = booking;
  const moments = momentsOf(booking);
  const last = moments.at(-1);
  const gap = history.findIndex(({ number }, index) => number !== index + 1);
  if (gap >= 0) return `has no event number ${gap + 1}`;
  if (last === undefined || moments.length !== history.length) return 'does not begin with being booked';
  if (revision !== history.length) return `says that ${revision} events made it, and ${history.length} did`;
  if (status !== last.status) return `is ${status}, and by its events ${last.status}`;
  if (version !== last.version) return `is version ${version}, and by its events ${last.version}`;
  if (start !== last.start) return `is at ${instant(start)}, and by its events at ${instant(last.start)}`;
  return undefined;
}
