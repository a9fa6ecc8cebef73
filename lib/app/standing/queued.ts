import type { Booking } from '../../domain/booking/booking.ts';
import { waitsFor } from '../../domain/booking/waiting.ts';
import type { Company } from '../../domain/company.ts';
import type { CompanyStanding } from '../../domain/standing/standing.ts';
import type { Deps } from '../deps.ts';
import type { Page, PageWish, PeopleDeps } from '../people-deps.ts';
import type { Queue, Queued, StandingDeps } from '../standing-deps.ts';
import { companyStanding } from './company-standing.ts';

export type QueueDeps = Pick<Deps, 'table' | 'settings' | 'now'> & {
  readonly people: Pick<PeopleDeps, 'people'>;
  readonly standing: Pick<StandingDeps, 'standings'>;
};

/** A booking that waits for a decision, since (ms). */
export interface QueuedBooking {
  readonly since: number;
  readonly booking: Booking;
}

/** A company that waits for a review, since (ms). */
export interface QueuedCompany {
  readonly since: number;
  readonly company: Company;
  readonly standing: CompanyStanding;
}

/**
 * A page of what waits for a decision of our staff, longest first. The rows decide: the list may lag behind them. Throws
 * `invalid-input` for a cursor that isn't ours.
 */
export function queued(deps: QueueDeps, queue: 'reviews', page: PageWish): Promise<Page<QueuedCompany>>;
export function queued(
  deps: QueueDeps,
  queue: Exclude<Queue, 'reviews'>,
  page: PageWish,
): Promise<Page<QueuedBooking>>;
export function queued(
  deps: QueueDeps,
  queue: Queue,
  page: PageWish,
): Promise<Page<QueuedBooking | QueuedCompany>>;
export async function queued(
  deps: QueueDeps,
  queue: Queue,
  { limit, cursor }: PageWish,
): Promise<Page<QueuedBooking | QueuedCompany>> {
  const items: (QueuedBooking | QueuedCompany)[] = [];
  let next = cursor;
  do {
    const wish = { limit: limit - items.length, ...(next === undefined ? {} : { cursor: next }) };
    const page = await deps.standing.standings.queued(queue, wish);
    const found = await Promise.all(
      page.items.map((candidate) =>
        queue === 'reviews' ? reviewOf(deps, candidate) : bookingOf(deps, queue, candidate),
      ),
    );
    items.push(...found.filter((one) => one !== undefined));
    next = page.next;
  } while (next !== undefined && items.length < limit);
  return { items, ...(next === undefined ? {} : { next }) };
}

async function bookingOf(
  { table }: QueueDeps,
  queue: Queue,
  { id }: Queued,
): Promise<QueuedBooking | undefined> {
  const booking = await table.booking(id);
  if (booking === undefined) return undefined;
  const waiting = waitsFor(booking);
  return waiting?.queue === queue ? { since: waiting.since, booking } : undefined;
}

async function reviewOf(deps: QueueDeps, { id }: Queued): Promise<QueuedCompany | undefined> {
  const company = await deps.people.people.company(id);
  if (company === undefined) return undefined;
  const standing = await companyStanding({ ...deps, standings: deps.standing.standings }, company);
  return standing.review === undefined ? undefined : { since: standing.review.since, company, standing };
}
