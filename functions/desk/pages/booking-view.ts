import { evidenceOf } from '../../../lib/app/evidence.ts';
import { factsOf } from '../../../lib/app/facts.ts';
import { deskActionsOf } from '../../../lib/domain/booking/desk-actions.ts';
import { deskStateOf } from '../../../lib/domain/booking/desk-state.ts';
import type { EvidentEvent } from '../../../lib/domain/booking/evidence.ts';
import type { ActionForm } from '../../../lib/pages/desk/action-form.ts';
import type { SessionView } from '../../../lib/pages/desk/session-view.ts';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps } from '../handler.ts';
import { insiderOf } from '../insider.ts';
import { timesToMoveTo } from './booking-times.ts';

/**
 * What the page of a session shows as things stand, with what was picked in the form that was posted last. Throws
 * `not-found` where there is no such session.
 */
export async function sessionViewOf(
  deps: DeskDeps,
  visit: Visit,
  viewer: Viewer,
  bookingId: string,
  form?: ActionForm,
): Promise<SessionView> {
  const { policy } = deps.settings;
  const [insider, { booking, ...record }] = await Promise.all([
    insiderOf(deps, viewer),
    evidenceOf(deps, bookingId),
  ]);
  const now = deps.now();
  const actions = deskActionsOf(booking, now, policy);
  const [facts, staff, company, moving] = await Promise.all([
    factsOf(deps, booking, visit.language.code),
    namesOf(deps, record.events),
    booking.companyId === undefined ? undefined : deps.people.people.company(booking.companyId),
    actions.includes('move') ? timesToMoveTo(deps, booking, form) : {},
  ]);
  return {
    insider: { ...insider, csrf: viewer.csrf },
    ...{ booking, facts, actions, record, staff, now, ...moving },
    standing: deskStateOf(booking, now, policy),
    ...(company === undefined ? {} : { company: { id: company.id, name: company.name } }),
    problems: new Map(),
  };
}

/** Who of our staff had to do with it, by id; whoever is no longer there is left out. */
async function namesOf(
  { people }: DeskDeps,
  events: readonly EvidentEvent[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(events.flatMap(({ who }) => (who.who === 'staff' ? [who.staffId] : [])));
  const found = await Promise.all([...ids].map((id) => people.people.person(id)));
  return new Map(
    found.flatMap((person) => (person === undefined ? [] : [[person.id, person.name] as const])),
  );
}
