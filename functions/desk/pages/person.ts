import { allowMail } from '../../../lib/app/desk/allow-mail.ts';
import { erasePerson } from '../../../lib/app/erase-person.ts';
import { ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { refusals } from '../../../lib/http/problems.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { type CheckedPerson, checkPerson } from '../../../lib/pages/desk/check-person.ts';
import { personPath } from '../../../lib/pages/desk/desk-paths.ts';
import { type PersonForm, personForm } from '../../../lib/pages/desk/person-forms.ts';
import { personDone, personRefused } from '../../../lib/pages/desk/person-notice.ts';
import { personPage } from '../../../lib/pages/desk/person-page.tsx';
import type { PersonView } from '../../../lib/pages/desk/person-view.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps, DeskPageHandler } from '../handler.ts';
import { emailIn } from '../people.ts';
import { personViewOf } from './person-view.ts';

export const showDeskPerson: DeskPageHandler = async (deps, event, visit, viewer) => {
  const view = await personViewOf(deps, event, visit, viewer);
  const notice = personDone(visit);
  return pageResult(visit, personPage(visit, { ...view, ...(notice && { notice }) }));
};

/** Does what was pressed, then sends on to the page, which tells of it; or shows the page as things stand by then, with why not. */
export const changeDeskPerson: DeskPageHandler = async (deps, event, visit, viewer) => {
  const form = readForm(event, personForm);
  const email = emailIn(event);
  const again = async (status: number, shown: (view: PersonView) => Partial<PersonView>) => {
    const view = await personViewOf(deps, event, visit, viewer);
    return pageResult(visit, personPage(visit, { ...view, tried: form, ...shown(view) }, status));
  };
  const checked = checkPerson(form, email, deps.now(), visit);
  if ('problems' in checked) return again(422, () => checked);
  try {
    return seeOther(visit, await act({ deps, visit, viewer, email }, form, checked));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error;
    const open = await openSessions(deps, error);
    const told = (view: PersonView) => ({ notice: personRefused(visit, view, error, form), ...open });
    return again(refusals[error.code].status, told);
  }
};

interface Turn {
  readonly deps: DeskDeps;
  readonly visit: Visit;
  readonly viewer: Viewer;
  readonly email: string;
}

/** Does it, and gives the path of the page that tells of it. */
async function act(
  { deps, visit, viewer, email }: Turn,
  { action, company, seen }: PersonForm,
  { reason, until }: CheckedPerson,
): Promise<string> {
  if (action === 'erase') {
    const { bookings, numbers } = await erasePerson(deps, viewer.actor, { email, reason });
    return hrefOf(visit, '/desk/search', { erased: `${bookings}.${numbers}` });
  }
  if (action === 'mail') {
    await allowMail(deps, viewer.actor, { email, reason });
    return personPath(visit, email, { ...(company === '' ? {} : { company }), done: action });
  }
  const within = company === '' ? {} : { companyId: company };
  const wish = { email, reason, seen: Number(seen), ...within };
  if (action !== 'block') await ruleOnPerson(deps, viewer.actor, { ...wish, decision: action });
  else if (until !== undefined) await ruleOnPerson(deps, viewer.actor, { ...wish, decision: action, until });
  return personPath(visit, email, { ...(company === '' ? {} : { company }), done: action });
}

/** Those that keep somebody from being erased. */
async function openSessions(
  { table }: DeskDeps,
  { code, facts }: Refusal,
): Promise<Pick<PersonView, 'open'>> {
  if (code !== 'open-sessions') return {};
  const ids = facts['sessions'] as readonly string[];
  const found = await Promise.all(ids.map((id) => table.booking(id)));
  return { open: found.filter((booking): booking is Booking => booking !== undefined) };
}
