import type { Booking } from '../../domain/booking/booking.ts';
import {
  type HoursException,
  type HoursWish,
  MOST_DAYS,
  refuseBadStretch,
} from '../../domain/calendar/hours-exception.ts';
import type { Consultant } from '../../domain/catalogue.ts';
import { type Actor, nameOf, requireStaff } from '../../domain/people/actor.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { HoursDeps } from '../hours-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { bookingsWithin } from './bookings-within.ts';

const DAY_MS = 86_400_000;

/** Time off or extra hours, and the open bookings that lie in time it closes. They stay booked, to be moved by hand. */
export interface HoursDone {
  readonly hours: HoursException;
  readonly bookings: readonly Booking[];
}

/**
 * Adds time off or extra hours; adding what is there already changes nothing, and gives that. Throws `not-allowed`,
 * `not-found`, `invalid-input` naming the field, and `busy`.
 */
export async function addHours(deps: HoursDeps, actor: Actor, wish: HoursWish): Promise<HoursDone> {
  const hours = await untilCommitted(deps, async () => {
    const { planned, there } = await plan(deps, actor, wish);
    if (!there) await deps.hours.commitHours(planned);
    return planned;
  });
  return { hours, bookings: await closedBy(deps, hours) };
}

/** What adding would do, undone: the same answer, and the same refusals but for `busy`. */
export async function previewHours(deps: HoursDeps, actor: Actor, wish: HoursWish): Promise<HoursDone> {
  const { planned } = await plan(deps, actor, wish);
  return { hours: planned, bookings: await closedBy(deps, planned) };
}

/** Removes them, for good; removing again changes nothing. Throws `not-allowed`, `not-found` and `busy`. */
export async function removeHours(
  deps: HoursDeps,
  actor: Actor,
  consultantId: string,
  hoursId: string,
): Promise<HoursDone> {
  requireStaff(actor);
  consultantNamed(deps, consultantId);
  const hours = await untilCommitted(deps, async () => {
    const before = await deps.hours.hours(consultantId, hoursId);
    if (before === undefined) throw new Refusal('not-found', 'There are no such hours.');
    if (before.removed !== undefined) return before;
    const after = { ...before, removed: { by: nameOf(actor), at: deps.now() } };
    await deps.hours.commitHours(after);
    return after;
  });
  return { hours, bookings: await closedBy(deps, hours) };
}

/** The time off and extra hours that touch a stretch (ms), in the order in which they begin; not those removed. */
export async function hoursOf(
  deps: HoursDeps,
  actor: Actor,
  consultantId: string,
  from: number,
  to: number,
): Promise<HoursException[]> {
  requireStaff(actor);
  consultantNamed(deps, consultantId);
  // A day more than the longest: a clock change may add an hour.
  const begun = await deps.hours.hoursFrom(consultantId, from - (MOST_DAYS + 1) * DAY_MS, to);
  return begun.filter((hours) => hours.removed === undefined && hours.to > from);
}

/** What there will be, or is already. */
async function plan(
  deps: HoursDeps,
  actor: Actor,
  { consultantId, kind, from, to, reason }: HoursWish,
): Promise<{ readonly planned: HoursException; readonly there: boolean }> {
  requireStaff(actor);
  const wish = { consultantId, kind, from, to, reason };
  const now = deps.now();
  const consultant = consultantNamed(deps, consultantId);
  refuseBadStretch(wish, consultant.zone ?? deps.settings.zone, now);
  const begun = await deps.hours.hoursFrom(consultantId, from, from + 1);
  const same = begun.filter((hours) => hours.kind === kind && hours.to === to);
  const there = same.find(({ removed }) => removed === undefined);
  if (there !== undefined) return { planned: there, there: true };
  const id = deps.hours.idFor(wish, same.length);
  return { planned: { id, ...wish, by: nameOf(actor), at: now }, there: false };
}

/** Time off closes time by being added, extra hours by being removed. */
function closedBy(deps: HoursDeps, { kind, removed, ...hours }: HoursException): Promise<Booking[]> {
  const closes = (kind === 'off') === (removed === undefined);
  return closes ? bookingsWithin(deps, hours.consultantId, hours.from, hours.to) : Promise.resolve([]);
}

function consultantNamed({ settings }: HoursDeps, consultantId: string): Consultant {
  const consultant = settings.consultants.find(({ id }) => id === consultantId);
  if (consultant === undefined) throw new Refusal('not-found', 'There is no such consultant.');
  return consultant;
}
