import { companyById } from '../../lib/app/people/look-up.ts';
import { companyStanding } from '../../lib/app/standing/company-standing.ts';
import { personStanding } from '../../lib/app/standing/person-standing.ts';
import type { Company } from '../../lib/domain/company.ts';
import type { MemberActor } from '../../lib/domain/people/actor.ts';
import { may } from '../../lib/domain/people/permissions.ts';
import { rulingInForce } from '../../lib/domain/standing/company-standing.ts';
import type { CompanyStanding, PersonStanding } from '../../lib/domain/standing/standing.ts';
import type { PortalDeps } from './handler.ts';

/** Where a member stands, and their company as far as they are told. */
export interface OwnStanding {
  readonly own: PersonStanding;
  readonly company: Company;
  readonly standing: CompanyStanding;
  /** Whether the member is told of the company's strikes, and of all that was decided on it. */
  readonly seesPeople: boolean;
}

export async function ownStanding(deps: PortalDeps, actor: MemberActor): Promise<OwnStanding> {
  const { email, companyId, level } = actor.person;
  const seesPeople = may(level, 'see-people');
  const [{ standing: own }, company] = await Promise.all([
    personStanding(deps, email, companyId),
    companyById(deps.people, actor, companyId),
  ]);
  const standing = seesPeople
    ? await companyStanding({ ...deps, ...deps.standing }, company)
    : inForce(company, deps.now());
  return { own, company, standing, seesPeople };
}

/** What keeps everybody of the company from booking freely, and nothing of what led there. */
function inForce({ ruling }: Company, now: number): CompanyStanding {
  const decided = rulingInForce(ruling, now);
  return { strikes: [], sameDayChanges: [], ...(decided && { ruling: decided }) };
}
