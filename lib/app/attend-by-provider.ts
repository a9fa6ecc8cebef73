import { type Booking, isOver, isPending } from '../domain/booking/booking.ts';
import { nobodyJoined } from '../domain/booking/reversal.ts';
import { joinWindow } from '../domain/booking/timeline.ts';
import { Refusal } from '../domain/refusal.ts';
import { attendSession } from './attend-session.ts';
import { isBookingId } from './booking-page.ts';
import { AlreadyDone, type Once } from './deps.ts';
import { idOf } from './handle.ts';
import type { ProviderDeps } from './provider-deps.ts';

/** Somebody joined, as the provider of the meeting says: which session, by its id or by the room, and when (ms). */
export interface JoinSeen {
  readonly booking?: string;
  readonly conferenceId?: string;
  readonly joinedAt: number;
}

/** What became of it. */
export type Attended =
  | { readonly recorded: true; readonly booking: string }
  | {
      readonly recorded: false;
      readonly booking?: string;
      readonly because: 'no-session' | 'several-sessions' | 'outside-join-window' | 'already-over';
    };

/** No session is longer (ms). */
const LONGEST = 24 * 3_600_000;
const MINUTE = 60_000;

/**
 * Records it as a join by the link would be, once for the key: what counts is when they joined, not when we hear of it.
 * Of several sessions that a room may mean none is guessed. Throws `not-found` for a booking or room that isn't ours.
 */
export async function attendByProvider(deps: ProviderDeps, seen: JoinSeen, once: Once): Promise<Attended> {
  const found = await sessionsMeant(deps, seen);
  const [session, ...more] = found;
  if (session === undefined) return { recorded: false, because: 'no-session' };
  if (more.length > 0) return { recorded: false, because: 'several-sessions' };
  const booking = idOf(session);
  try {
    const command = { type: 'join', evidence: 'provider', stamp: seen.joinedAt } as const;
    await attendSession(deps, session, command, once);
    return { recorded: true, booking };
  } catch (error) {
    if (error instanceof AlreadyDone) return { recorded: true, booking };
    // That it doesn't count is an answer: the provider would only send it again.
    const because = error instanceof Refusal ? uncounted(error) : undefined;
    if (because === undefined) throw error;
    return { recorded: false, booking, because };
  }
}

function uncounted({ code }: Refusal): 'outside-join-window' | 'already-over' | undefined {
  return code === 'outside-join-window' || code === 'already-over' ? code : undefined;
}

async function sessionsMeant(
  deps: ProviderDeps,
  { booking, conferenceId = '', joinedAt }: JoinSeen,
): Promise<readonly (Booking | string)[]> {
  if (booking !== undefined) {
    if (!isBookingId(booking)) throw new Refusal('not-found', 'There is no such booking.');
    return [booking];
  }
  const wanted = asDialled(conferenceId);
  const consultants = deps.settings.consultants.filter(({ room }) => asDialled(room.conferenceId) === wanted);
  if (consultants.length === 0) throw new Refusal('not-found', 'No consultant has this conference id.');
  const lists = await Promise.all(consultants.map(({ id }) => sessionsAt(deps, id, joinedAt)));
  return lists.flat();
}

/** The consultant's sessions in which a join at that instant (ms) would count. */
async function sessionsAt(
  { search, settings: { policy } }: ProviderDeps,
  consultantId: string,
  joinedAt: number,
): Promise<Booking[]> {
  const latest = joinedAt + policy.start.joinFromMinutes * MINUTE + 1;
  const places = await search.placesWithin(
    { of: 'consultant', id: consultantId },
    joinedAt - LONGEST,
    latest,
  );
  const bookings = await search.bookings(places.map(({ bookingId }) => bookingId));
  const counts = (booking: Booking): boolean => {
    const { from, until } = joinWindow(booking, policy);
    const open = isOver(booking) ? nobodyJoined(booking) : !isPending(booking);
    return booking.consultantId === consultantId && open && joinedAt >= from && joinedAt < until;
  };
  return bookings.filter(counts);
}

/** As people write it, with spaces and a # at the end, and as telephones send it. */
function asDialled(conferenceId: string): string {
  return conferenceId.replaceAll(/[\s#-]/gu, '');
}
