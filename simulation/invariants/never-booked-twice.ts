import type { SeenBooking } from '../world.ts';
import { momentsOf } from './history.ts';
import { skew } from './stated-rules.ts';
import { type Invariant, instant } from './violation.ts';

/** A consultant's time, and when somebody had it. */
interface Place {
  readonly booking: SeenBooking;
  readonly consultant: string;
  readonly from: number;
  readonly until: number;
  readonly beside: boolean;
  /** From when to when it was theirs. */
  readonly taken: number;
  readonly given: number;
}

export const neverBookedTwice: Invariant = {
  name: 'never booked twice',
  says: 'No consultant is ever booked twice for an instant, but where our staff put one session beside another.',
  find: ({ world: { bookings } }) => {
    const places = Map.groupBy(bookings.flatMap(placesOf), ({ consultant }) => consultant);
    return [...places.values()].flatMap((ofOne) =>
      ofOne.flatMap((one, index) =>
        ofOne.slice(index + 1).flatMap((other) => (collide(one, other) ? [told(one, other)] : [])),
      ),
    );
  },
};

/** Every place that a booking ever had, with the time for which it had it. */
function placesOf(booking: SeenBooking): Place[] {
  const moments = momentsOf(booking);
  return moments.flatMap(({ consultant, start, keptUntil, beside, event }, index) => {
    if (keptUntil <= start) return [];
    const given = moments[index + 1]?.event.at ?? Number.POSITIVE_INFINITY;
    return [{ booking, consultant, from: start, until: keptUntil, beside, taken: event.at, given }];
  });
}

function collide(one: Place, other: Place): boolean {
  if (one.booking === other.booking || one.beside || other.beside) return false;
  const inTime = Math.min(one.until, other.until) - Math.max(one.from, other.from);
  const atOnce = Math.min(one.given, other.given) - Math.max(one.taken, other.taken);
  return inTime > 0 && atOnce > skew;
}

function told(one: Place, other: Place) {
  const when = instant(Math.max(one.from, other.from));
  return {
    sentence: `${one.consultant} was booked twice for ${when}: by ${one.booking.id} and ${other.booking.id}.`,
    bookingId: other.booking.id,
  };
}
