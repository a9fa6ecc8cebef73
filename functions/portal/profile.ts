import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { chooseNewsletters } from '../../lib/app/people/change-account.ts';
import { rotateCode } from '../../lib/app/people/companies.ts';
import { profileOf } from '../../lib/app/people/profile.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { deedIn, toldAt } from '../../lib/pages/portal/done.ts';
import { codeForm, newslettersForm } from '../../lib/pages/portal/portal-forms.ts';
import { profilePage } from '../../lib/pages/portal/profile-page.tsx';
import { profileDone, profileRefused } from '../../lib/pages/portal/profile-words.ts';
import type { Told } from '../../lib/pages/portal/told.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import type { Viewer } from '../requests/viewer.ts';
import type { PortalDeps, PortalHandler } from './handler.ts';
import { memberOf } from './member.ts';
import { ownStanding } from './standing.ts';
import { standingViewOf } from './standing-view.ts';

export const showPortal: PortalHandler = (deps, _, visit, viewer) =>
  profile(deps, visit, viewer, profileDone(deedIn(visit), visit.language));

/** Notes the choice of newsletters, then sends on to the profile, which tells of it. */
export const changeProfile: PortalHandler = async (deps, event, visit, viewer) => {
  const { newsletters } = readForm(event, newslettersForm);
  try {
    await chooseNewsletters(deps.people, viewer.actor, viewer.person.id, newsletters === 'start');
    return seeOther(visit, toldAt(visit, '/portal', 'newsletters'));
  } catch (error) {
    return refused(deps, visit, viewer, error);
  }
};

/** Replaces the company's code, then sends on to the profile, which shows the new one. */
export const changeCode: PortalHandler = async (deps, event, visit, viewer) => {
  const { replaced } = readForm(event, codeForm);
  const actor = memberOf(viewer);
  try {
    await rotateCode(deps.people, actor, actor.person.companyId, replaced);
    return seeOther(visit, toldAt(visit, '/portal', 'code'));
  } catch (error) {
    return refused(deps, visit, viewer, error);
  }
};

async function profile(
  deps: PortalDeps,
  visit: Visit,
  viewer: Viewer,
  told: Told | undefined,
  status = 200,
): Promise<APIGatewayProxyStructuredResultV2> {
  const actor = memberOf(viewer);
  const { person } = actor;
  const { csrf } = viewer;
  const [facts, standing] = await Promise.all([
    profileOf(deps.people, person),
    standingViewOf(deps, actor, await ownStanding(deps, actor)),
  ]);
  const view = { person, csrf, ...facts, standing, now: deps.now(), ...(told && { told }) };
  return pageResult(visit, profilePage(visit, view, status));
}

/** The profile as it is, with why nothing changed. */
function refused(
  deps: PortalDeps,
  visit: Visit,
  viewer: Viewer,
  error: unknown,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (!(error instanceof Refusal)) throw error;
  const when = { now: deps.now(), zone: deps.settings.zone, language: visit.language };
  const told = profileRefused(error, when);
  if (told === undefined) throw error;
  return profile(deps, visit, viewer, told, refusals[error.code].status);
}
