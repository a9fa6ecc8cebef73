import { consultantOf } from '../domain/catalogue.ts';
import { type Actor, nameOf, requireStaff } from '../domain/people/actor.ts';
import { Refusal } from '../domain/refusal.ts';
import { feedCalendar } from '../messages/feed.ts';
import { Stale } from './deps.ts';
import { sessionNameOf } from './facts.ts';
import type { FeedDeps, FeedInForce } from './feed-deps.ts';
import { isSame } from './mac.ts';

const DAY_MS = 86_400_000;
/** How far back a feed goes. */
const DAYS_BACK = 7;

/** A consultant's feed: its secret address, and which one of them it is. */
export interface FeedAddress {
  readonly url: string;
  /** Rises by one whenever the address is replaced. */
  readonly number: number;
}

/** The address in force, made where there is none yet. Throws `not-allowed`, and `not-found` for nobody of ours. */
export async function feedAddress(deps: FeedDeps, actor: Actor, consultantId: string): Promise<FeedAddress> {
  requireStaff(actor);
  refuseUnknown(deps, consultantId);
  const inForce = await deps.feeds.inForce(consultantId);
  return inForce === undefined
    ? replaceFeed(deps, actor, consultantId, 0)
    : addressOf(deps, consultantId, inForce);
}

/**
 * A new address in the place of number `seen`, which opens nothing from then on. Where that was replaced already, the
 * one in force stays. Throws `not-allowed` and `not-found`.
 */
export async function replaceFeed(
  deps: FeedDeps,
  actor: Actor,
  consultantId: string,
  seen: number,
): Promise<FeedAddress> {
  requireStaff(actor);
  refuseUnknown(deps, consultantId);
  try {
    await deps.feeds.replace(consultantId, seen, { by: nameOf(actor), at: deps.now() });
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
  }
  return feedAddress(deps, actor, consultantId);
}

/**
 * The consultant's sessions as a calendar (RFC 5545), from a week back to the horizon, for who has the address. Throws
 * `link-invalid` for one that isn't in force.
 */
export async function feedOf(deps: FeedDeps, token: string): Promise<string> {
  const consultantId = await consultantBehind(deps, token);
  const { settings, search } = deps;
  const now = deps.now();
  const until = now + settings.policy.offering.horizonDays * DAY_MS;
  const places = await search.placesWithin(
    { of: 'consultant', id: consultantId },
    now - DAYS_BACK * DAY_MS,
    until,
  );
  const bookings = await search.bookings(places.map(({ bookingId }) => bookingId));
  const sessions = bookings
    .filter((booking) => booking.consultantId === consultantId && booking.status !== 'cancelled')
    .toSorted((a, b) => a.start - b.start)
    .map((booking) => ({
      id: booking.id,
      version: booking.version,
      start: booking.start,
      end: booking.end,
      attendeeName: booking.attendee.name,
      sessionName: sessionNameOf(settings, booking, 'en'),
      agreed: booking.status !== 'pending',
      url: `${deps.siteUrl}/desk/bookings/${booking.id}`,
    }));
  const { name } = consultantOf(settings, consultantId);
  return feedCalendar({ brand: settings.brand, consultantName: name, sessions, now });
}

async function consultantBehind(deps: FeedDeps, token: string): Promise<string> {
  // Ids of consultants may have dots.
  const [, consultantId, number, secret] = /^(.{1,60})\.([1-9]\d{0,8})\.([\w-]+)$/u.exec(token) ?? [];
  if (consultantId === undefined || number === undefined || secret === undefined) throw invalid();
  if (!isKnown(deps, consultantId)) throw invalid();
  const inForce = await deps.feeds.inForce(consultantId);
  if (inForce?.number !== Number(number) || !isSame(secret, inForce.secret)) throw invalid();
  return consultantId;
}

/** The secret is the feed's own: under a key that is rotated, no calendar program could stay subscribed. */
function addressOf(deps: FeedDeps, consultantId: string, { number, secret }: FeedInForce): FeedAddress {
  const token = `${consultantId}.${number}.${secret}`;
  return { url: `${deps.siteUrl}/feeds/${encodeURIComponent(token)}`, number };
}

function isKnown({ settings }: FeedDeps, consultantId: string): boolean {
  return settings.consultants.some(({ id }) => id === consultantId);
}

function refuseUnknown(deps: FeedDeps, consultantId: string): void {
  if (!isKnown(deps, consultantId)) throw new Refusal('not-found', 'There is no such consultant.');
}

function invalid(): Refusal {
  return new Refusal('link-invalid', 'This address is not valid, or was replaced by a new one.');
}
