import type { Catalogue, Consultant } from '../catalogue.ts';
import type { Calendar } from './calendar.ts';
import { cellFrom, countWithin } from './cells.ts';
import { boardOf, type Offer, obstaclesOfTime, obstaclesWith } from './openings.ts';
import { addDays, dateAt, startOfDate } from './zone.ts';

/** The instants (ms) whose cells decide about a start: its date in the deployment's zone, and the session's reach. */
export function spanToLoad(
  catalogue: Catalogue,
  offer: Pick<Offer, 'minutes'>,
  start: number,
): { from: number; to: number } {
  const date = dateAt(catalogue.zone, start);
  const reach = (offer.minutes + catalogue.policy.offering.bufferMinutes) * 60_000;
  return {
    from: startOfDate(catalogue.zone, date),
    to: Math.max(startOfDate(catalogue.zone, addDays(date, 1)), start + reach),
  };
}

/**
 * Who can give the session at this start (ms): the least loaded that day first, the configuration's order
 * among equals. `prefer` puts one consultant before all others. Empty if nobody can.
 */
export function whoCanGive(
  catalogue: Catalogue,
  offer: Offer,
  calendar: Calendar,
  now: number,
  start: number,
  prefer?: string,
): Consultant[] {
  if (obstaclesOfTime(catalogue, start, now) !== 0) return [];
  const { from, to } = spanToLoad(catalogue, offer, start);
  const free = catalogue.consultants.filter((consultant) => {
    const board = boardOf(catalogue, consultant, calendar, from, to);
    return obstaclesWith(board, catalogue, offer, start) === 0;
  });
  const day = {
    from: cellFrom(from),
    to: cellFrom(startOfDate(catalogue.zone, addDays(dateAt(catalogue.zone, start), 1))),
  };
  const load = (consultant: Consultant): number =>
    consultant.id === prefer ? -1 : countWithin(calendar.booked.get(consultant.id) ?? [], day);
  return free.toSorted((a, b) => load(a) - load(b));
}
