import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { searchBookings } from '../../../lib/app/desk/search-bookings.ts';
import { changeLevel, removePerson } from '../../../lib/app/people/change-account.ts';
import { changeCompany, rotateCode } from '../../../lib/app/people/companies.ts';
import { inviteAccount, resendInvitationTo } from '../../../lib/app/people/invite-account.ts';
import { companyById, peopleOf } from '../../../lib/app/people/look-up.ts';
import { companyStanding } from '../../../lib/app/standing/company-standing.ts';
import { ruleOnCompany } from '../../../lib/app/standing/rule-on-company.ts';
import { isLevel } from '../../../lib/domain/people/level.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { refusals } from '../../../lib/http/problems.ts';
import { refuseField } from '../../../lib/http/read.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { checkFacts, checkInvited, checkRuling } from '../../../lib/pages/desk/check-company-form.ts';
import { type CompanyForm, companyForm } from '../../../lib/pages/desk/company-forms.ts';
import { companyPage } from '../../../lib/pages/desk/company-page.tsx';
import type { CompanyView, Tried } from '../../../lib/pages/desk/company-view.ts';
import {
  type CompanyDeed,
  companyDone,
  companyDoneAt,
  companyRefused,
} from '../../../lib/pages/desk/company-words.ts';
import type { FieldProblems } from '../../../lib/pages/field.tsx';
import { deskIn } from '../../../lib/pages/language/desk.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import { companyIdIn } from '../companies.ts';
import { colleagueOf } from '../company-people.ts';
import { type DeskDeps, type DeskPageHandler, USUAL_PAGE } from '../handler.ts';
import { insiderOf } from '../insider.ts';

/** How many people the list shows at once. */
const PEOPLE = 50;

export const showCompany: DeskPageHandler = (deps, event, visit, viewer) =>
  company(deps, visit, viewer, companyIdIn(event));

/** Does what was pressed, then sends on to the page, which tells of it; or shows the page again with why not. */
export const submitCompanyChange: DeskPageHandler = async (deps, event, visit, viewer) => {
  const companyId = companyIdIn(event);
  const form = readForm(event, companyForm);
  const again = (status: number, shown: Partial<CompanyView>, problems: FieldProblems = new Map()) => {
    const tried: Tried = { action: form.action, typed: form, problems };
    return company(deps, visit, viewer, companyId, { tried, ...shown }, status);
  };
  try {
    const done = await act(deps, visit, viewer, companyId, form);
    if (typeof done === 'object') return await again(422, {}, done);
    return seeOther(visit, companyDoneAt(visit, companyId, done));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status } = refusals[error.code];
    const problem = form.action === 'invite' ? inviteProblem(error, visit) : undefined;
    if (problem !== undefined) return again(status, {}, new Map([['email', problem]]));
    const told = companyRefused(error, visit, deps.now());
    if (told === undefined) throw error;
    return again(status, { told });
  }
};

/** What was done, or what is wrong with the fields. */
async function act(
  deps: DeskDeps,
  visit: Visit,
  { actor }: Viewer,
  companyId: string,
  form: CompanyForm,
): Promise<CompanyDeed | FieldProblems> {
  const { people } = deps;
  switch (form.action) {
    case 'facts': {
      const checked = checkFacts(form, visit);
      if ('problems' in checked) return checked.problems;
      await changeCompany(people, actor, companyId, checked.body);
      return 'facts';
    }
    case 'code':
      await rotateCode(people, actor, companyId, form.replaced);
      return 'code';
    case 'invite': {
      const checked = checkInvited(form, visit);
      if ('problems' in checked) return checked.problems;
      await inviteAccount(people, actor, { ...checked.body, companyId });
      return 'invited';
    }
    case 'rule': {
      const checked = checkRuling(form, visit, deps.now());
      if ('problems' in checked) return checked.problems;
      await ruleOnCompany(deps, actor, companyId, { ...checked.body, seen: Number(form.seen) });
      return 'ruled';
    }
    case 'resend':
    case 'level':
    case 'remove':
      return changePerson(deps, actor, companyId, form);
  }
}

async function changePerson(
  deps: DeskDeps,
  actor: Viewer['actor'],
  companyId: string,
  { action, person, level }: CompanyForm,
): Promise<CompanyDeed> {
  const { people } = deps;
  const personId = await colleagueOf(deps, actor, companyId, person);
  if (action === 'resend') {
    await resendInvitationTo(people, actor, personId);
    return 'resent';
  }
  if (action === 'remove') {
    await removePerson(people, actor, personId);
    return 'removed';
  }
  if (!isLevel(level)) refuseField('level', 'is not one that there is');
  await changeLevel(people, actor, personId, level);
  return 'level';
}

function inviteProblem({ code, facts }: Refusal, { language }: Visit): string | undefined {
  if (code !== 'account-exists') return undefined;
  const { hasInvitation, hasAccount } = deskIn(language).companies;
  return facts['accountStatus'] === 'invited' ? hasInvitation : hasAccount;
}

async function company(
  deps: DeskDeps,
  visit: Visit,
  viewer: Viewer,
  companyId: string,
  shown: Partial<CompanyView> = {},
  status = 200,
): Promise<APIGatewayProxyStructuredResultV2> {
  const found = await companyById(deps.people, viewer.actor, companyId);
  const cursorOf = (list: 'people' | 'sessions') => visit.query.get(list) ?? undefined;
  const [insider, standing, people, sessions] = await Promise.all([
    insiderOf(deps, viewer),
    companyStanding({ ...deps, ...deps.standing }, found),
    peopleOf(deps.people, viewer.actor, companyId, pageAt(PEOPLE, cursorOf('people'))),
    searchBookings(deps, { by: 'company', companyId }, pageAt(USUAL_PAGE, cursorOf('sessions'))),
  ]);
  const told = companyDone(visit, found.code);
  const view: CompanyView = {
    ...insider,
    csrf: viewer.csrf,
    company: found,
    standing,
    people: { ...people, first: cursorOf('people') === undefined },
    sessions: { ...sessions, first: cursorOf('sessions') === undefined },
    now: deps.now(),
    ...(told && { told }),
    ...shown,
  };
  return pageResult(visit, companyPage(visit, view, status));
}

function pageAt(limit: number, cursor: string | undefined) {
  return { limit, ...(cursor !== undefined && { cursor }) };
}
