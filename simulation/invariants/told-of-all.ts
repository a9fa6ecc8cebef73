import type { Happened, SeenBooking, World } from '../world.ts';
import { momentsBetween, momentsOf } from './history.ts';
import { mailed, toldIn } from './messages.ts';
import { lateness, skew, sweepEvery } from './stated-rules.ts';
import { struckWithin } from './strikes.ts';
import { type Found, type Invariant, instant } from './violation.ts';

/** The one text that must go out, if anything is known to reach the number. */
const asked = 'check-in-asked';

export const toldOfAll: Invariant = {
  name: 'told of all',
  says: 'Every confirmed booking has its confirmation, and whatever happens to it is told within 6 minutes.',
  find: ({ world }) => {
    const told = Map.groupBy(toldIn(world), ({ booking, event, by }) => nameOf(booking, event, by));
    return world.bookings.flatMap((booking) =>
      booking.erased ? [] : booking.history.flatMap((event) => untold(world, booking, event, told)),
    );
  },
};

const nameOf = ({ id }: SeenBooking, { number }: Happened, by: 'mail' | 'text'): string =>
  `${id}.${number}.${by}`;

function untold(
  world: World,
  booking: SeenBooking,
  event: Happened,
  told: ReadonlyMap<string, readonly { readonly at: number }[]>,
): Found[] {
  const by = event.type === asked ? 'text' : 'mail';
  const truth = event.type === asked ? isAsking : mailed[event.type];
  const until = event.at + lateness + sweepEvery * struckWithin(world, event.at, event.at + lateness);
  if (truth === undefined || until > world.at || isWithheld(world, booking, event, by)) return [];
  const moments = momentsBetween(momentsOf(booking), event.at, until);
  // It has begun to be true by itself, and must be told while it stays so.
  const since = moments.slice(moments.findIndex((moment) => moment.event.number === event.number));
  if (!since.every((moment) => truth(moment, event, event.at))) return [];
  const messages = told.get(nameOf(booking, event, by)) ?? [];
  if (messages.some(({ at }) => at <= until + skew)) return [];
  const [late] = messages;
  const what = late === undefined ? 'has not been told' : `was told only at ${instant(late.at)}`;
  return [
    {
      sentence: `The ${event.type} of ${booking.id}, at ${instant(event.at)}, ${what} by ${by}.`,
      bookingId: booking.id,
    },
  ];
}

/** Kept from being sent, for a reason that is on record: they opted out, a limit was reached, or they called us spam. */
function isWithheld({ claims }: World, { id }: SeenBooking, { number }: Happened, by: string): boolean {
  const claim = claims.find(({ owner, effect }) => owner === id && effect === `${number}.${by}`);
  return claim?.doneAt !== undefined && (claim.receipt?.startsWith('withheld') ?? false);
}

function isAsking({ status, joined, answered }: { status: string; joined: boolean; answered: boolean }) {
  return status === 'confirmed' && !joined && !answered;
}
