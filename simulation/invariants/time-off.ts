import { momentsOf } from './history.ts';
import { skew } from './stated-rules.ts';
import { type Invariant, instant } from './violation.ts';

export const timeOffIsKept: Invariant = {
  name: 'time off is kept',
  says: 'Nobody books, or moves, a session into time off that was there before, but our staff.',
  find: ({ world: { bookings, hours } }) => {
    const off = hours.filter(({ kind }) => kind === 'off');
    return bookings.flatMap((booking) =>
      momentsOf(booking).flatMap(({ event, start, end, consultant }) => {
        const placed = event.type === 'booked' || event.type === 'rescheduled';
        if (!placed || event.by === 'staff') return [];
        const inTheWay = off.find(
          (time) =>
            time.consultant === consultant &&
            time.from < end &&
            start < time.to &&
            time.at < event.at - skew &&
            (time.removedAt === undefined || time.removedAt > event.at + skew),
        );
        if (inTheWay === undefined) return [];
        const sentence = `${booking.id} was ${event.type} at ${instant(event.at)} for ${instant(start)}, where ${consultant} had been off since ${instant(inTheWay.from)}.`;
        return [{ sentence, bookingId: booking.id }];
      }),
    );
  },
};
