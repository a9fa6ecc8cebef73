import type { Company } from '../../domain/company.ts';
import { type Actor, nameOf, requireStaff } from '../../domain/people/actor.ts';
import * as rules from '../../domain/people/change-company.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { CompanyStanding } from '../../domain/standing/standing.ts';
import type { Deps } from '../deps.ts';
import { commitCompany } from '../people/commit-decision.ts';
import { requireCompany } from '../people/look-up.ts';
import type { PeopleDeps } from '../people-deps.ts';
import type { StandingDeps } from '../standing-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { companyStanding } from './company-standing.ts';

export type CompanyRulingDeps = Pick<Deps, 'table' | 'settings' | 'now'> & {
  readonly people: PeopleDeps;
  readonly standing: StandingDeps;
};

/** What our staff decide on a company. */
export type CompanyRulingWish = rules.Judgement & {
  /** When the decision was made that they saw (ms), 0 where there was none: they are told where another came since. */
  readonly seen?: number;
};

/** A company, and where it stands. */
export interface CompanyWithStanding {
  readonly company: Company;
  readonly standing: CompanyStanding;
}

/**
 * Records what one of our staff decided on a company, and gives where it stands then; again by the same, it changes
 * nothing. Throws `not-allowed`, `not-found`, `invalid-input`, `busy`, and `changed-meanwhile` where somebody else decided.
 */
export async function ruleOnCompany(
  deps: CompanyRulingDeps,
  actor: Actor,
  companyId: string,
  { seen, ...wish }: CompanyRulingWish,
): Promise<CompanyWithStanding> {
  requireStaff(actor);
  const { people, standing } = deps;
  const company = await untilCommitted(people, async () => {
    const before = await requireCompany(people.people, companyId);
    if (isTheSame(before.ruling, wish, actor)) return before;
    refuseUnseen(before, seen);
    const now = deps.now();
    return commitCompany(people, before, rules.ruleOnCompany(actor, before, wish, now), now);
  });
  // A review that was opened after the decision stays on the list.
  await standing.standings.hintReview(companyId, undefined, company.ruling?.at);
  return { company, standing: await companyStanding({ ...deps, ...standing }, company) };
}

function isTheSame(ruling: Company['ruling'], wish: rules.Judgement, actor: Actor): boolean {
  return (
    ruling !== undefined &&
    ruling.by === nameOf(actor) &&
    ruling.decision === wish.decision &&
    ruling.until === wish.until &&
    ruling.reason === wish.reason
  );
}

function refuseUnseen({ ruling }: Company, seen: number | undefined): void {
  if (seen === undefined || seen === (ruling?.at ?? 0)) return;
  throw new Refusal('changed-meanwhile', 'Somebody else has decided on this company meanwhile.', {
    decidedAt: new Date(ruling?.at ?? 0).toISOString(),
  });
}
