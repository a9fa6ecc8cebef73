import { bookingsWithin } from '../../../lib/app/desk/bookings-within.ts';
import { addHours, hoursOf, previewHours, removeHours } from '../../../lib/app/desk/hours.ts';
import { feedAddress, replaceFeed } from '../../../lib/app/feed.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { HoursException } from '../../../lib/domain/calendar/hours-exception.ts';
import { DAY_MS } from '../../../lib/domain/calendar/zone.ts';
import type { Consultant } from '../../../lib/domain/catalogue.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { hoursBody } from '../../../lib/http/desk-hours-schemas.ts';
import { refusals } from '../../../lib/http/problems.ts';
import { read } from '../../../lib/http/read.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { checkHours } from '../../../lib/pages/desk/check-hours.ts';
import { type HoursPressed, hoursForm } from '../../../lib/pages/desk/hours-forms.ts';
import { everyonesHoursPage, hoursPage } from '../../../lib/pages/desk/hours-page.tsx';
import {
  blankHours,
  type HoursPreview,
  type HoursView,
  type ListedHours,
  type TypedHours,
} from '../../../lib/pages/desk/hours-view.ts';
import { hoursPath } from '../../../lib/pages/desk/hours-words.tsx';
import { deskIn } from '../../../lib/pages/language/desk.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import type { Told } from '../../../lib/pages/portal/told.tsx';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps, DeskPageHandler } from '../handler.ts';
import { insiderOf } from '../insider.ts';

/** How far ahead what is coming is listed: of everybody, and of one. */
const SOON_MS = 92 * DAY_MS;
const AHEAD_MS = 400 * DAY_MS;

export const showHours: DeskPageHandler = async (deps, _, visit, viewer) => {
  const wanted = visit.query.get('consultant');
  if (wanted === null) return everyone(deps, visit, viewer);
  const consultant = consultantNamed(deps, wanted);
  const looked = await look(deps, visit, viewer, consultant);
  return one(deps, visit, viewer, consultant, looked, looked.problems === undefined ? 200 : 422);
};

/** Does what was looked at, then sends on to the page, which tells of it and of the sessions that are left inside. */
export const submitHours: DeskPageHandler = async (deps, event, visit, viewer) => {
  const form = readForm(event, hoursForm);
  const consultant = consultantNamed(deps, form.consultant);
  try {
    const done = await act(deps, viewer, consultant, form);
    return seeOther(visit, hoursPath(visit, consultant.id, { done }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'busy') throw error;
    const { busy: title, busyText: text } = deskIn(visit.language).hours;
    return one(deps, visit, viewer, consultant, { told: { good: false, title, text } }, refusals.busy.status);
  }
};

/** Gives what the page after it is to tell of: the hours' id, or `feed`. */
async function act(
  deps: DeskDeps,
  { actor }: Viewer,
  { id: consultantId }: Consultant,
  form: HoursPressed,
): Promise<string> {
  if (form.action === 'feed') {
    await replaceFeed(deps, actor, consultantId, Number(form.seen));
    return 'feed';
  }
  if (form.action === 'remove') return (await removeHours(deps, actor, consultantId, form.hours)).hours.id;
  const { kind, from, to, reason } = form;
  const wish = read(hoursBody, { kind, from, to, reason }, 'body');
  return (await addHours(deps, actor, { consultantId, ...wish })).hours.id;
}

/** What the address asks to be shown: what adding or removing would do, or what was just done. */
async function look(
  deps: DeskDeps,
  visit: Visit,
  { actor }: Viewer,
  { id: consultantId, zone = deps.settings.zone }: Consultant,
): Promise<Partial<HoursView>> {
  const { query, language } = visit;
  const [removed, done] = [query.get('remove'), query.get('done')];
  if (removed !== null) return removal(deps, consultantId, removed);
  if (done !== null) return toldOf(deps, visit, consultantId, done);
  if (query.get('look') === null) return {};
  const typed = typedIn(query);
  const checked = checkHours(typed, { consultantId, zone, now: deps.now(), language });
  if ('problems' in checked) return { typed, problems: checked.problems };
  const { hours, bookings } = await previewHours(deps, actor, checked.wish);
  const known = await deps.hours.hours(consultantId, hours.id);
  const there = known !== undefined && known.removed === undefined;
  return { typed, preview: { do: 'add', hours, bookings, there } };
}

async function removal(
  deps: DeskDeps,
  consultantId: string,
  id: string,
): Promise<{ readonly preview?: HoursPreview }> {
  const hours = await deps.hours.hours(consultantId, id);
  if (hours === undefined || hours.removed !== undefined) return {};
  return {
    preview: { do: 'remove', hours, bookings: hours.kind === 'extra' ? await inside(deps, hours) : [] },
  };
}

async function toldOf(
  deps: DeskDeps,
  { language }: Visit,
  consultantId: string,
  done: string,
): Promise<Partial<HoursView>> {
  const words = deskIn(language).hours.done;
  if (done === 'feed') return { told: { good: true, title: words.feed, text: words.feedText } };
  const hours = await deps.hours.hours(consultantId, done);
  if (hours === undefined) return {};
  const { kind, removed } = hours;
  const told: Told = { good: true, title: removed === undefined ? words[kind] : words[`${kind}Removed`] };
  // What lies in time off stands in the list.
  return { told, left: kind === 'extra' && removed !== undefined ? await inside(deps, hours) : [] };
}

function inside(deps: DeskDeps, { consultantId, from, to }: HoursException): Promise<Booking[]> {
  return bookingsWithin(deps, consultantId, from, to);
}

async function everyone(deps: DeskDeps, visit: Visit, viewer: Viewer) {
  const now = deps.now();
  const [insider, consultants] = await Promise.all([
    insiderOf(deps, viewer),
    Promise.all(
      deps.settings.consultants.map(async (consultant) => ({
        consultant,
        coming: await hoursOf(deps, viewer.actor, consultant.id, now, now + SOON_MS),
      })),
    ),
  ]);
  return pageResult(visit, everyonesHoursPage(visit, { ...insider, consultants }));
}

async function one(
  deps: DeskDeps,
  visit: Visit,
  viewer: Viewer,
  consultant: Consultant,
  shown: Partial<HoursView>,
  status = 200,
) {
  const now = deps.now();
  const [insider, coming, feed] = await Promise.all([
    insiderOf(deps, viewer),
    hoursOf(deps, viewer.actor, consultant.id, now, now + AHEAD_MS),
    feedAddress(deps, viewer.actor, consultant.id),
  ]);
  const view: HoursView = {
    ...insider,
    csrf: viewer.csrf,
    consultant,
    zone: consultant.zone ?? deps.settings.zone,
    now,
    coming: await Promise.all(coming.map((hours) => listed(deps, visit, hours))),
    feed,
    typed: blankHours,
    problems: new Map(),
    left: [],
    ...shown,
  };
  return pageResult(visit, hoursPage(visit, view, status));
}

async function listed(deps: DeskDeps, { language }: Visit, hours: HoursException): Promise<ListedHours> {
  const [bookings, person] = await Promise.all([
    hours.kind === 'off' ? inside(deps, hours) : [],
    deps.people.people.person(hours.by),
  ]);
  return { hours, bookings, by: person?.name ?? deskIn(language).hours.operator };
}

function typedIn(query: URLSearchParams): TypedHours {
  const field = (name: keyof TypedHours): string => query.get(name) ?? '';
  return {
    kind: field('kind'),
    fromDate: field('fromDate'),
    fromTime: field('fromTime'),
    toDate: field('toDate'),
    toTime: field('toTime'),
    reason: field('reason'),
  };
}

function consultantNamed({ settings }: DeskDeps, wanted: string): Consultant {
  const consultant = settings.consultants.find(({ id }) => id === wanted);
  if (consultant === undefined) throw new Refusal('not-found', 'There is no such consultant.');
  return consultant;
}
