import { manageToken } from '../../lib/app/links.ts';
import { myBookings, type When } from '../../lib/app/my-bookings.ts';
import { consultantOf } from '../../lib/domain/catalogue.ts';
import { wordsIn } from '../../lib/domain/language.ts';
import type { MemberActor } from '../../lib/domain/people/actor.ts';
import { pageResult } from '../../lib/pages/page.tsx';
import type { BookingList } from '../../lib/pages/portal/bookings-page.tsx';
import { bookingsPage } from '../../lib/pages/portal/bookings-page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import type { ViewerDeps } from '../requests/viewer.ts';
import type { PortalHandler } from './handler.ts';
import { memberOf } from './member.ts';

/** How many sessions a list shows at once. */
const PAGE = 10;

/** Both lists from their beginning; or one, from where its link goes on. */
export const showMyBookings: PortalHandler = async (deps, _, visit, viewer) => {
  const actor = memberOf(viewer);
  const insider = { person: actor.person, csrf: viewer.csrf, now: deps.now() };
  const cursor = visit.query.get('cursor') ?? undefined;
  if (cursor !== undefined) {
    const when = visit.query.get('when') === 'past' ? 'past' : 'coming';
    const list = await listOf(deps, visit, actor, when, cursor);
    return pageResult(visit, bookingsPage(visit, { ...insider, [when]: list }));
  }
  const [coming, past] = await Promise.all([
    listOf(deps, visit, actor, 'coming'),
    listOf(deps, visit, actor, 'past'),
  ]);
  return pageResult(visit, bookingsPage(visit, { ...insider, coming, past }));
};

async function listOf(
  deps: ViewerDeps,
  { language, settings }: Visit,
  actor: MemberActor,
  when: When,
  cursor?: string,
): Promise<BookingList> {
  const page = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
  const { items, next } = await myBookings(deps, actor, when, page);
  const listed = items.map(async (booking) => ({
    booking,
    sessionName: sessionNameOf(settings, booking.sessionType, language.code),
    consultantName: consultantOf(settings, booking.consultantId).name,
    token: await manageToken(deps, booking.id),
  }));
  return { items: await Promise.all(listed), ...(next && { next }) };
}

/** A kind that is no longer given is called by its id. */
function sessionNameOf({ sessionTypes }: Visit['settings'], id: string, language: Visit['language']['code']) {
  return wordsIn(sessionTypes.find((type) => type.id === id)?.name ?? id, language);
}
