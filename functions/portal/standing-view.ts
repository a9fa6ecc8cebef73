import { addMonths, dateAt } from '../../lib/domain/calendar/zone.ts';
import type { MemberActor } from '../../lib/domain/people/actor.ts';
import type { Missed, PersonStanding } from '../../lib/domain/standing/standing.ts';
import type { StandingView } from '../../lib/pages/portal/standing-view.ts';
import { contestOf } from '../requests/missed-sessions.ts';
import type { PortalDeps } from './handler.ts';
import type { OwnStanding } from './standing.ts';

/** Where a member stands as the profile shows it. */
export async function standingViewOf(
  deps: PortalDeps,
  { person }: MemberActor,
  { own, standing, seesPeople }: OwnStanding,
): Promise<StandingView> {
  const { zone, policy } = deps.settings;
  const told = new Set(toldOf(own).map(({ bookingId }) => bookingId));
  const ways = new Map(
    await Promise.all([...told].map(async (id) => [id, await contestOf(deps, person, id)] as const)),
  );
  return {
    own,
    standing,
    seesPeople,
    sessions: (missed) =>
      missed.map(({ bookingId, start, reason }) => ({
        start,
        reason,
        countsUntil: addMonths(dateAt(zone, start), policy.noShows.windowMonths),
        ...ways.get(bookingId),
      })),
  };
}

function toldOf({ block, approval, noShows }: PersonStanding): readonly Missed[] {
  return [...(block?.missed ?? []), ...(approval?.missed ?? []), ...noShows];
}
