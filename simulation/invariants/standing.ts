import type { SeenBooking, SeenRuling, SeenStanding, World } from '../world.ts';
import { momentsOf } from './history.ts';
import { blockDays, noShowLimit, noShowMonths } from './stated-rules.ts';
import { type Found, type Invariant, instant } from './violation.ts';

/** A no-show that nobody took back or excused. */
interface NoShow {
  readonly bookingId: string;
  readonly start: number;
  readonly at: number;
}

export const standingIsItsHistory: Invariant = {
  name: 'standing is its history',
  says: 'Where somebody stands is what their no-shows, and the decisions on them, make of it.',
  find: ({ world }) => world.standings.flatMap((standing) => wrong(world, standing)),
};

function wrong(world: World, standing: SeenStanding): Found[] {
  const { email, company, noShows, blockedUntil } = standing;
  const counting = noShowsOf(world, standing);
  const expected = counting
    .filter(({ start }) => !isOlder(world, start, world.at))
    .map(({ bookingId }) => bookingId)
    .toSorted();
  const until = blockOf(world, standing, counting);
  const whose = `The standing of ${email} in ${company ?? 'no company'}`;
  return [
    ...(expected.join() === noShows.toSorted().join()
      ? []
      : [{ sentence: `${whose} counts ${list(noShows)}, and by its history ${list(expected)}.` }]),
    ...(until === blockedUntil
      ? []
      : [{ sentence: `${whose} says ${block(blockedUntil)}, and by its history ${block(until)}.` }]),
  ];
}

const list = (ids: readonly string[]): string => (ids.length === 0 ? 'no no-show' : ids.join(' and '));
const block = (until: number | undefined): string =>
  until === undefined ? 'no block' : `a block until ${instant(until)}`;

/** Those that count, in the order in which they were recorded. */
function noShowsOf({ bookings }: World, { email, company }: SeenStanding): NoShow[] {
  return bookings
    .filter((booking) => booking.email === email && booking.company === company)
    .flatMap(countingIn)
    .toSorted((a, b) => a.at - b.at);
}

function countingIn(booking: SeenBooking): NoShow[] {
  const recorded = booking.history.findLast(({ type }) => type === 'no-show-recorded');
  const last = momentsOf(booking).at(-1);
  if (recorded === undefined || last === undefined || last.status !== 'no_show' || last.excused) return [];
  return [{ bookingId: booking.id, start: last.start, at: recorded.at }];
}

/** The end of the block in force that ends last. */
function blockOf(world: World, standing: SeenStanding, noShows: readonly NoShow[]): number | undefined {
  const rulings = world.rulings
    .filter(({ email, company }) => email === standing.email && company === standing.company)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const ends = [...blocksByNoShows(world, noShows), ...blocksByStaff(rulings)]
    .filter(({ since, until, id }) => !rulings.some((ruling) => lifts(ruling, since, until, id)))
    .map(({ until }) => until)
    .filter((until) => world.at < until);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

interface Blocked {
  readonly since: number;
  readonly until: number;
  readonly id?: string;
}

function blocksByNoShows({ zone }: World, noShows: readonly NoShow[]): Blocked[] {
  return noShows.flatMap((last, index) => {
    const before = noShows.slice(0, index).filter((one) => areNear(zone, one.start, last.start));
    if (before.length + 1 < noShowLimit) return [];
    return [{ since: last.at, until: sameTimeLater(zone, last.start, blockDays) }];
  });
}

function blocksByStaff(rulings: readonly SeenRuling[]): Blocked[] {
  return rulings.flatMap(({ kind, at, until, id }) =>
    kind === 'blocked' && until !== undefined ? [{ since: at, until, id }] : [],
  );
}

function lifts({ kind, at, id }: SeenRuling, since: number, until: number, blocked = ''): boolean {
  if (kind === 'blocked' || at >= until) return false;
  return at === since && blocked !== '' ? id > blocked : at >= since;
}

/** Months are counted on dates of the deployment's zone: the same day of a later month, or that month's last. */
function areNear(zone: string, one: number, other: number): boolean {
  const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
  return dateIn(zone, later) <= monthsLater(dateIn(zone, earlier), noShowMonths);
}

function isOlder({ zone }: World, start: number, now: number): boolean {
  return dateIn(zone, now) > monthsLater(dateIn(zone, start), noShowMonths);
}

function dateIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
}

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The same time on the wall so many days later: found by trying, for a day can have 23 or 25 hours. */
function sameTimeLater(zone: string, at: number, days: number): number {
  const wall = (instant: number): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(instant);
  const roughly = at + days * 86_400_000;
  const tries = [0, 1, -1].map((hours) => roughly + hours * 3_600_000);
  return tries.find((instant) => wall(instant) === wall(at)) ?? roughly;
}
