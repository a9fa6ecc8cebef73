import { companyById } from '../../lib/app/people/look-up.ts';
import { companyStanding } from '../../lib/app/standing/company-standing.ts';
import { type CompanyWithStanding, ruleOnCompany as rule } from '../../lib/app/standing/rule-on-company.ts';
import { readBody, readQuery } from '../../lib/http/read.ts';
import { noQuery } from '../../lib/http/schemas.ts';
import { companyStandingJson } from '../../lib/http/standing-json.ts';
import { companyRulingBody } from '../../lib/http/standing-schemas.ts';
import { companyIdIn } from './companies.ts';
import type { DeskHandler } from './handler.ts';
import { endIn, refuseEnd } from './until.ts';

export const getCompanyStanding: DeskHandler = async (deps, event, { actor }) => {
  readQuery(event, noQuery);
  const company = await companyById(deps.people, actor, companyIdIn(event));
  const standing = await companyStanding({ ...deps, ...deps.standing }, company);
  return told(deps, { company, standing });
};

export const ruleOnCompany: DeskHandler = async (deps, event, { actor }) => {
  const { decision, until, reason, seen } = readBody(event, companyRulingBody);
  if (decision === 'nothing') refuseEnd(until);
  const ruled = await rule(deps, actor, companyIdIn(event), {
    decision,
    reason,
    ...(decision === 'nothing' ? {} : { until: endIn(until, deps.now()) }),
    ...(seen === undefined ? {} : { seen }),
  });
  return told(deps, ruled);
};

function told({ settings }: Parameters<DeskHandler>[0], { company, standing }: CompanyWithStanding) {
  return { status: 200, body: companyStandingJson(company, standing, settings) };
}
