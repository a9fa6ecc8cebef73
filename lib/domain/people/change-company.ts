import { DAY_MS } from '../calendar/zone.ts';
import { type Company, normalizedCode } from '../company.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, nameOf, requirePermission, requireStaff } from './actor.ts';
import type { CompanyEvent, Decided } from './events.ts';

type Decision = Decided<Company, CompanyEvent>;

/** How long a replaced code goes on working, so that nobody's next booking fails over it. */
export const FORMER_CODE_DAYS = 14;
/** More codes than this at work at once are no rotation any more. */
const MOST_FORMER_CODES = 10;

/** What staff say of a company; its code may be given, or is made. */
export interface CompanyFacts {
  readonly name: string;
  /** Last date (YYYY-MM-DD) of the plan. */
  readonly planUntil: string;
  readonly afterHours: boolean;
}

/** A company as it begins. Throws where the actor is a member. */
export function createCompany(
  actor: Actor,
  { id, code, ...facts }: CompanyFacts & { readonly id: string; readonly code: string },
  now: number,
): Decision {
  requireStaff(actor);
  const { name, planUntil, afterHours } = facts;
  return {
    after: { id, name, planUntil, afterHours, code, formerCodes: [], revision: 1 },
    events: [{ type: 'company-created', at: now, by: nameOf(actor) }],
  };
}

/** The company with some of its facts changed, an event for each. Throws where the actor is a member. */
export function changeCompany(
  actor: Actor,
  company: Company,
  changes: Partial<CompanyFacts>,
  now: number,
): Decision {
  requireStaff(actor);
  const { name = company.name, planUntil = company.planUntil, afterHours = company.afterHours } = changes;
  const happened = { at: now, by: nameOf(actor) };
  const events: CompanyEvent[] = [];
  if (planUntil !== company.planUntil)
    events.push({ type: 'plan-changed', ...happened, from: company.planUntil, planUntil });
  if (name !== company.name) events.push({ type: 'company-renamed', ...happened, from: company.name, name });
  if (afterHours !== company.afterHours)
    events.push({ type: 'after-hours-changed', ...happened, afterHours });
  const revision = company.revision + events.length;
  return { after: { ...company, name, planUntil, afterHours, revision }, events };
}

/**
 * The company with a new code instead of the one `replaced`, which works 14 more days. Changes nothing where that is no
 * longer the code: a second press of the button, or somebody who was faster. Throws `not-found`, `not-allowed`, and
 * `too-many-requests` where too many replaced codes still work.
 */
export function rotateCode(
  actor: Actor,
  company: Company,
  { replaced, code }: { readonly replaced: string; readonly code: string },
  now: number,
): Decision {
  requirePermission(actor, company.id, 'rotate-company-code');
  if (normalizedCode(replaced) !== normalizedCode(company.code)) return { after: company, events: [] };
  const until = now + FORMER_CODE_DAYS * DAY_MS;
  const atWork = company.formerCodes.filter((former) => former.until > now);
  const [oldest] = atWork;
  if (atWork.length >= MOST_FORMER_CODES && oldest !== undefined) {
    throw new Refusal('too-many-requests', 'The code was replaced too often. Please try again later.', {
      retryAfter: Math.ceil((oldest.until - now) / 1000),
    });
  }
  return {
    after: {
      ...company,
      code,
      formerCodes: [...atWork, { code: company.code, until }],
      revision: company.revision + 1,
    },
    events: [{ type: 'code-rotated', at: now, by: nameOf(actor), formerUntil: until }],
  };
}
