import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { searchCompanies } from '../../../lib/app/desk/search-companies.ts';
import { createCompany } from '../../../lib/app/people/companies.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { refusals } from '../../../lib/http/problems.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { limits } from '../../../lib/http/schemas.ts';
import { checkCompany, companyProblem } from '../../../lib/pages/desk/check-company.ts';
import { companiesPage } from '../../../lib/pages/desk/companies-page.tsx';
import { blankCompany, type CompaniesView } from '../../../lib/pages/desk/companies-view.ts';
import { companiesForm } from '../../../lib/pages/desk/company-forms.ts';
import { busyTold, companyDoneAt } from '../../../lib/pages/desk/company-words.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps, DeskPageHandler } from '../handler.ts';
import { insiderOf } from '../insider.ts';

/** How many companies the list shows at once. */
const PAGE = 50;

export const showCompanies: DeskPageHandler = (deps, _, visit, viewer) => companies(deps, visit, viewer);

/** Adds a company, then sends on to its page; or shows the form again with why not. */
export const submitCompany: DeskPageHandler = async (deps, event, visit, viewer) => {
  const { csrf: _, ...typed } = readForm(event, companiesForm);
  const checked = checkCompany(typed, visit.language);
  if ('problems' in checked) return companies(deps, visit, viewer, { typed, ...checked }, 422);
  try {
    const { afterHours = false, ...wish } = checked.body;
    const { id } = await createCompany(deps.people, viewer.actor, { ...wish, afterHours });
    return seeOther(visit, companyDoneAt(visit, id, 'created'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problems = companyProblem(error, visit.language);
    const told = busyTold(error, visit.language);
    if (problems === undefined && told === undefined) throw error;
    const shown = { typed, ...(problems && { problems }), ...(told && { told }) };
    return companies(deps, visit, viewer, shown, refusals[error.code].status);
  }
};

async function companies(
  deps: DeskDeps,
  visit: Visit,
  viewer: Viewer,
  shown: Partial<CompaniesView> = {},
  status = 200,
): Promise<APIGatewayProxyStructuredResultV2> {
  const cursor = visit.query.get('cursor') ?? undefined;
  const sought = (visit.query.get('q') ?? '').trim().slice(0, limits.name);
  const [insider, { items, next }] = await Promise.all([
    insiderOf(deps, viewer),
    searchCompanies(deps, sought, { limit: PAGE, ...(cursor !== undefined && { cursor }) }),
  ]);
  const view: CompaniesView = {
    ...insider,
    csrf: viewer.csrf,
    companies: items,
    ...(next !== undefined && { next }),
    first: cursor === undefined,
    sought,
    now: deps.now(),
    typed: blankCompany,
    problems: new Map(),
    ...shown,
  };
  return pageResult(visit, companiesPage(visit, view, status));
}
