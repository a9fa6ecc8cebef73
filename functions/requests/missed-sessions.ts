import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { manageToken } from '../../lib/app/links.ts';
import { type Booking, isContested } from '../../lib/domain/booking/booking.ts';
import { isOwn } from '../../lib/domain/booking/whose.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import type { MissedSession } from '../../lib/pages/standing/missed-list.tsx';

/**
 * How a member can contest a session that they missed, or what came of it: nothing for one that isn't their own, for the
 * link is a key to it.
 */
export async function contestOf(
  deps: Pick<Deps, 'table'> & LinkDeps,
  member: Member,
  bookingId: string,
): Promise<Pick<MissedSession, 'contest'>> {
  const booking = await deps.table.booking(bookingId);
  if (booking === undefined || !isOwn(booking, member)) return {};
  return { contest: saidOf(booking) ?? { path: `/manage/${await manageToken(deps, bookingId)}` } };
}

function saidOf(booking: Booking): 'waiting' | 'stays' | undefined {
  if (isContested(booking)) return 'waiting';
  return booking.outcome?.contest?.rejected === undefined ? undefined : 'stays';
}
