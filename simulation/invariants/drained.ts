import type { SeenBooking, SeenClaim, World } from '../world.ts';
import { isStanding, momentsOf } from './history.ts';
import { mailed, texted } from './messages.ts';
import { lateness } from './stated-rules.ts';
import { type Found, type Invariant, instant } from './violation.ts';

export const drained: Invariant = {
  name: 'drained',
  says: 'After the faults stop, all queues, claims, due timers and pending effects drain to nothing.',
  find: ({ world }) => [
    ...world.queued
      .filter(({ queue }) => !tellsOfSweep(world, queue))
      .map(({ queue }) => ({ sentence: `A message is left in the queue ${queue}.` })),
    ...world.claims.flatMap((claim) => leftClaim(world, claim)),
    ...world.timers.flatMap(({ name, at }) =>
      at < world.at - lateness ? [{ sentence: `The timer ${name} of ${instant(at)} has not fired.` }] : [],
    ),
    ...world.bookings.flatMap((booking) => leftOpen(world, booking)),
  ],
};

/** A sweep that failed is not tried again, for the next one does its work: the message is for the alarm alone. */
function tellsOfSweep({ strikes }: World, queue: string): boolean {
  return queue.endsWith('-sweeps-failed') && strikes.some(({ function: name = '' }) => /sweep/iu.test(name));
}

/** A lease that still runs, or an effect that was begun, is still called for, and isn't done. */
function leftClaim(world: World, { owner, effect, doneAt, leaseUntil }: SeenClaim): Found[] {
  if (doneAt !== undefined) return [];
  const booking = world.bookings.find(({ id }) => id === owner);
  const runs = leaseUntil !== undefined && leaseUntil > world.at;
  if (!runs && (booking === undefined || !isCalledFor(world, booking, effect))) return [];
  const state = runs ? `is claimed until ${instant(leaseUntil)}` : 'was begun and never done';
  const about = booking === undefined ? {} : { bookingId: booking.id };
  return [{ sentence: `The effect ${owner}.${effect} ${state}.`, ...about }];
}

function isCalledFor(world: World, booking: SeenBooking, effect: string): boolean {
  const [number, by] = effect.split('.');
  const event = booking.history.find((one) => one.number === Number(number));
  const now = momentsOf(booking).at(-1);
  if (event === undefined || now === undefined || booking.erased) return false;
  const truth = (by === 'mail' ? mailed : by === 'text' ? texted : {})[event.type];
  return truth?.(now, event, world.at) ?? false;
}

/** Something is due and overdue, or the session is over and nobody has noticed. */
function leftOpen(world: World, booking: SeenBooking): Found[] {
  const overdue = booking.due.find(({ at }) => at < world.at - lateness);
  const about = { bookingId: booking.id };
  if (overdue !== undefined) {
    const sentence = `The ${overdue.kind} of ${booking.id} has been due since ${instant(overdue.at)}.`;
    return [{ sentence, ...about }];
  }
  const now = momentsOf(booking).at(-1);
  if (now === undefined || !isStanding(now) || now.end >= world.at - lateness) return [];
  return [{ sentence: `${booking.id} ended at ${instant(now.end)}, and is still ${now.status}.`, ...about }];
}
