import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { changeLevel, removePerson } from '../../lib/app/people/change-account.ts';
import { inviteAccount, resendInvitationTo } from '../../lib/app/people/invite-account.ts';
import { companyById, peopleOf } from '../../lib/app/people/look-up.ts';
import type { MemberActor } from '../../lib/domain/people/actor.ts';
import { isLevel } from '../../lib/domain/people/level.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { refuseField } from '../../lib/http/read.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { accountProblem, checkAccount } from '../../lib/pages/portal/check-account.ts';
import { type Deed, deedIn, toldAt } from '../../lib/pages/portal/done.ts';
import { peoplePage } from '../../lib/pages/portal/people-page.tsx';
import type { PeopleView } from '../../lib/pages/portal/people-view.ts';
import { doneWords, refusalWords } from '../../lib/pages/portal/people-words.ts';
import { type PeopleForm, peopleForm } from '../../lib/pages/portal/portal-forms.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import type { Viewer, ViewerDeps } from '../requests/viewer.ts';
import type { PortalHandler } from './handler.ts';
import { memberOf, personIdIn } from './member.ts';

/** How many people the list shows at once. */
const PAGE = 50;

export const showPeople: PortalHandler = (deps, _, visit, viewer) => {
  const told = doneWords(deedIn(visit), visit.language);
  return people(deps, visit, viewer, told === undefined ? {} : { told });
};

/** Does what was pressed, then sends on to the list, which tells of it; or shows the page again with why not. */
export const changePeople: PortalHandler = async (deps, event, visit, viewer) => {
  const form = readForm(event, peopleForm);
  const { name, email, level } = form;
  const again = (status: number, shown: Partial<PeopleView>) =>
    people(deps, visit, viewer, { ...(form.action === 'ask' && { asked: form }), ...shown }, status);
  if (form.action === 'show') return people(deps, visit, viewer, { asked: { name, email, level } });
  try {
    const done =
      form.action === 'ask' ? await ask(deps, visit, viewer, form) : await change(deps, viewer, form);
    if (typeof done === 'object') return await again(422, done);
    return seeOther(visit, toldAt(visit, '/portal/people', done));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problems = form.action === 'ask' ? accountProblem(error, visit.language) : undefined;
    const told = refusalWords(error, visit.language);
    if (problems === undefined && told === undefined) throw error;
    return again(
      refusals[error.code].status,
      problems === undefined ? { ...(told && { told }) } : { problems },
    );
  }
};

async function ask(
  { people: deps }: ViewerDeps,
  visit: Visit,
  viewer: Viewer,
  form: PeopleForm,
): Promise<Deed | Pick<PeopleView, 'problems'>> {
  const checked = checkAccount(form, visit.language);
  if ('problems' in checked) return checked;
  const actor = memberOf(viewer);
  const { companyId } = actor.person;
  await inviteAccount(deps, actor, { ...checked.body, companyId, language: visit.language.code });
  return 'asked';
}

async function change({ people: deps }: ViewerDeps, viewer: Viewer, form: PeopleForm): Promise<Deed> {
  const actor: MemberActor = memberOf(viewer);
  const personId = personIdIn(form.person);
  if (form.action === 'resend') {
    await resendInvitationTo(deps, actor, personId);
    return 'resent';
  }
  if (form.action === 'remove') {
    await removePerson(deps, actor, personId);
    return 'removed';
  }
  if (!isLevel(form.level)) refuseField('level', 'is not one that there is');
  await changeLevel(deps, actor, personId, form.level);
  return 'level';
}

async function people(
  deps: ViewerDeps,
  visit: Visit,
  viewer: Viewer,
  shown: Partial<PeopleView>,
  status = 200,
): Promise<APIGatewayProxyStructuredResultV2> {
  const actor = memberOf(viewer);
  const { companyId } = actor.person;
  const cursor = visit.query.get('cursor') ?? undefined;
  const page = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
  const [company, { items, next }] = await Promise.all([
    companyById(deps.people, actor, companyId),
    peopleOf(deps.people, actor, companyId, page),
  ]);
  const view: PeopleView = {
    person: actor.person,
    csrf: viewer.csrf,
    companyName: company.name,
    people: items,
    ...(next && { next }),
    first: cursor === undefined,
    asked: { name: '', email: '', level: '' },
    problems: new Map(),
    ...shown,
  };
  return pageResult(visit, peoplePage(visit, view, status));
}
