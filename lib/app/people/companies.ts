import type { Company } from '../../domain/company.ts';
import { type Actor, requirePermission, requireStaff } from '../../domain/people/actor.ts';
import * as rules from '../../domain/people/change-company.ts';
import { Refusal } from '../../domain/refusal.ts';
import { CodeTaken, type PeopleDeps } from '../people-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { commitCompany } from './commit-decision.ts';
import { requireCompany } from './look-up.ts';

/** A company that begins. Without a code one is made. */
export interface CompanyWish extends rules.CompanyFacts {
  readonly id: string;
  readonly code?: string;
}

/** Begins a company, for staff and operators. Throws `not-allowed`, `company-exists` and `code-taken`. */
export async function createCompany(deps: PeopleDeps, actor: Actor, wish: CompanyWish): Promise<Company> {
  requireStaff(actor);
  return untilCommitted(deps, async () => {
    if ((await deps.people.company(wish.id)) !== undefined) {
      throw new Refusal('company-exists', `There is a company with the id ${wish.id} already.`);
    }
    const now = deps.now();
    const decided = rules.createCompany(actor, { ...wish, code: wish.code ?? deps.newCode() }, now);
    return toldOfCode(commitCompany(deps, undefined, decided, now));
  });
}

/** Changes what staff say of a company: plan, name, after-hours add-on. Throws `not-allowed` and `not-found`. */
export async function changeCompany(
  deps: PeopleDeps,
  actor: Actor,
  companyId: string,
  changes: Partial<rules.CompanyFacts>,
): Promise<Company> {
  requireStaff(actor);
  return untilCommitted(deps, async () => {
    const before = await requireCompany(deps.people, companyId);
    const now = deps.now();
    return toldOfCode(commitCompany(deps, before, rules.changeCompany(actor, before, changes, now), now));
  });
}

/**
 * Replaces the company's code; `replaced`, as the actor saw it, works 14 more days. Gives the company, unchanged where
 * that was no longer its code. Throws `not-found`, `not-allowed` and `too-many-requests`.
 */
export async function rotateCode(
  deps: PeopleDeps,
  actor: Actor,
  companyId: string,
  replaced: string,
): Promise<Company> {
  requirePermission(actor, companyId, 'rotate-company-code');
  return untilCommitted(deps, async () => {
    const before = await requireCompany(deps.people, companyId);
    const now = deps.now();
    const decided = rules.rotateCode(actor, before, { replaced, code: deps.newCode() }, now);
    return toldOfCode(commitCompany(deps, before, decided, now));
  });
}

async function toldOfCode(commit: Promise<Company>): Promise<Company> {
  try {
    return await commit;
  } catch (error) {
    if (!(error instanceof CodeTaken)) throw error;
    throw new Refusal('code-taken', 'Another company has this code.');
  }
}
