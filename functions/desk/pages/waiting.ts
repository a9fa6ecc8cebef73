import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isBookingId } from '../../../lib/app/booking-page.ts';
import { evidenceOf } from '../../../lib/app/evidence.ts';
import { ruleOnCompany } from '../../../lib/app/standing/rule-on-company.ts';
import { noSuchCompany } from '../../../lib/domain/people/actor.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { isCompanyId } from '../../../lib/http/desk-schemas.ts';
import { refusals } from '../../../lib/http/problems.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { type CheckedDecision, checkDecision } from '../../../lib/pages/desk/check-decision.ts';
import type { SessionNotice } from '../../../lib/pages/desk/told-notice.ts';
import {
  decisionIn,
  isAboutCompany,
  type WaitingForm,
  waitingForm,
} from '../../../lib/pages/desk/waiting-forms.ts';
import {
  companyDecided,
  decided,
  refusedOnBooking,
  refusedOnCompany,
  vanished,
} from '../../../lib/pages/desk/waiting-notice.ts';
import { waitingPage } from '../../../lib/pages/desk/waiting-page.tsx';
import type { WaitingView } from '../../../lib/pages/desk/waiting-view.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../../lib/pages/visit.ts';
import { stampOf } from '../../api/handler.ts';
import type { Viewer } from '../../requests/viewer.ts';
import { noSuchBooking } from '../booking-id.ts';
import { asked, type DeskDeps, type DeskPageHandler } from '../handler.ts';
import { staffNames } from '../staff-names.ts';
import { act } from './booking-actions.ts';
import { waitingViewOf } from './waiting-view.ts';

export const showWaiting: DeskPageHandler = async (deps, _, visit, viewer) => {
  const [view, notice] = await Promise.all([waitingViewOf(deps, visit, viewer), doneIn(deps, visit)]);
  return pageResult(visit, waitingPage(visit, { ...view, ...(notice && { notice }) }));
};

/** Decides, then sends on to what still waits; or shows it as it stands by then, with who was faster or what is missing. */
export const decideWaiting: DeskPageHandler = async (deps, event, visit, viewer) => {
  const form = readForm(event, waitingForm);
  const checked = checkDecision(form, deps.now(), visit);
  const again = (status: number, shown: Partial<WaitingView>) =>
    shownAgain({ deps, visit, viewer }, status, { tried: form, ...shown });
  try {
    if ('problems' in checked) {
      await refuseUnseen(deps, form);
      return await again(422, checked);
    }
    await decide(deps, viewer, form, checked, stampOf(event));
    return seeOther(visit, hrefOf(visit, '/desk/waiting', { done: form.action, about: form.about }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return again(refusals[error.code].status, { notice: await refused(deps, visit, form, error) });
  }
};

interface Turn {
  readonly deps: DeskDeps;
  readonly visit: Visit;
  readonly viewer: Viewer;
}

async function shownAgain(
  { deps, visit, viewer }: Turn,
  status: number,
  shown: Partial<WaitingView>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const view = await waitingViewOf(deps, visit, viewer);
  return pageResult(visit, waitingPage(visit, { ...view, ...shown }, status));
}

async function decide(
  deps: DeskDeps,
  viewer: Viewer,
  { action, about, seen }: WaitingForm,
  { reason, until }: CheckedDecision,
  stamp: number,
): Promise<void> {
  if (isAboutCompany(action)) {
    if (!isCompanyId(about)) throw noSuchCompany();
    const end = until === undefined ? {} : { until };
    const wish = { decision: action, reason: reason ?? '', seen: Number(seen), ...end };
    await ruleOnCompany(deps, viewer.actor, about, wish);
    return;
  }
  if (!isBookingId(about)) throw noSuchBooking();
  const wanted = { which: about, stamp, asked: asked(viewer, Number(seen)), ...(reason && { reason }) };
  await act(deps, action, wanted);
}

/** Who was faster is told before what is wrong with the fields: nothing is left to be filled in then. */
async function refuseUnseen(deps: DeskDeps, { action, about, seen }: WaitingForm): Promise<void> {
  const now = isAboutCompany(action)
    ? ((await companyOf(deps, about))?.ruling?.at ?? 0)
    : ((await bookingOf(deps, about))?.revision ?? 0);
  if (now !== Number(seen)) throw new Refusal('changed-meanwhile', 'It has changed since you looked at it.');
}

async function refused(
  deps: DeskDeps,
  visit: Visit,
  form: WaitingForm,
  refusal: Refusal,
): Promise<SessionNotice> {
  if (isAboutCompany(form.action)) {
    const company = await companyOf(deps, form.about);
    if (company === undefined) return vanished(visit, form);
    const { ruling } = company;
    const staff = await staffNames(deps, ruling === undefined ? [] : [ruling.by]);
    return refusedOnCompany(visit, { company, staff }, refusal, form);
  }
  if ((await bookingOf(deps, form.about)) === undefined) return vanished(visit, form);
  const { booking, ...record } = await evidenceOf(deps, form.about);
  const ids = record.events.flatMap(({ who }) => (who.who === 'staff' ? [who.staffId] : []));
  return refusedOnBooking(visit, { booking, record, staff: await staffNames(deps, ids) }, refusal, form);
}

/** What was just decided, as the address says. */
async function doneIn(deps: DeskDeps, visit: Visit): Promise<SessionNotice | undefined> {
  const decision = decisionIn(visit.query.get('done'));
  const about = visit.query.get('about') ?? '';
  if (decision === undefined) return undefined;
  if (isAboutCompany(decision)) {
    const company = await companyOf(deps, about);
    return company && companyDecided(visit, decision, company);
  }
  const booking = await bookingOf(deps, about);
  return booking && decided(visit, decision, booking);
}

async function bookingOf({ table }: DeskDeps, id: string) {
  return isBookingId(id) ? await table.booking(id) : undefined;
}

async function companyOf({ people }: DeskDeps, id: string) {
  return isCompanyId(id) ? await people.people.company(id) : undefined;
}
