import { personStanding } from '../../../lib/app/standing/person-standing.ts';
import { type QueuedBooking, queued } from '../../../lib/app/standing/queued.ts';
import { type Queue, queues } from '../../../lib/app/standing-deps.ts';
import { rulingInForce } from '../../../lib/domain/standing/company-standing.ts';
import type {
  WaitingBooking,
  WaitingList,
  WaitingReview,
  WaitingView,
} from '../../../lib/pages/desk/waiting-view.ts';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps } from '../handler.ts';
import { insiderOf } from '../insider.ts';
import { staffNames } from '../staff-names.ts';

/** How many of a list are shown at once: to decide on, not to leaf through. */
const PAGE = 10;

/** All lists from their beginning; or one, from where its link goes on. Throws `invalid-input` for a cursor that isn't ours. */
export async function waitingViewOf(deps: DeskDeps, { query }: Visit, viewer: Viewer): Promise<WaitingView> {
  const cursor = query.get('cursor') ?? undefined;
  const queue = cursor === undefined ? undefined : queues.find((known) => known === query.get('queue'));
  const isShown = (known: Queue) => queue === undefined || queue === known;
  const page = { limit: PAGE, ...(queue === undefined || cursor === undefined ? {} : { cursor }) };
  const [insider, approvals, contests, reviews] = await Promise.all([
    insiderOf(deps, viewer),
    isShown('approvals') ? bookingsIn(deps, 'approvals', page) : undefined,
    isShown('contests') ? bookingsIn(deps, 'contests', page) : undefined,
    isShown('reviews') ? queued(deps, 'reviews', page) : undefined,
  ]);
  return {
    insider: { ...insider, csrf: viewer.csrf },
    now: deps.now(),
    ...(approvals && { approvals }),
    ...(contests && { contests }),
    ...(reviews && { reviews }),
    staff: await staffNames(deps, deciders(reviews?.items ?? [])),
    problems: new Map(),
  };
}

async function bookingsIn(
  deps: DeskDeps,
  queue: Exclude<Queue, 'reviews'>,
  page: Parameters<typeof queued>[2],
): Promise<WaitingList<WaitingBooking>> {
  const { items, next } = await queued(deps, queue, page);
  return {
    items: await Promise.all(items.map((item) => known(deps, item))),
    ...(next === undefined ? {} : { next }),
  };
}

async function known(deps: DeskDeps, { since, booking }: QueuedBooking): Promise<WaitingBooking> {
  const { attendee, companyId } = booking;
  const [{ standing }, company] = await Promise.all([
    personStanding(deps, attendee.email, companyId),
    companyId === undefined ? undefined : deps.people.people.company(companyId),
  ]);
  const ruling = rulingInForce(company?.ruling, deps.now());
  return {
    ...{ since, booking, standing },
    ...(company && { company: { id: company.id, name: company.name, ...(ruling && { ruling }) } }),
  };
}

function deciders(reviews: readonly WaitingReview[]): string[] {
  return reviews.flatMap(({ company }) =>
    [...company.formerRulings, ...(company.ruling ? [company.ruling] : [])].map(({ by }) => by),
  );
}
