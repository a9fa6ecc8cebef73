import { DAY_MS } from '../calendar/zone.ts';
import { type Company, normalizedCode } from '../company.ts';
import { Refusal } from '../refusal.ts';
import type { CompanyRuling } from '../standing/entry.ts';
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

/** What our staff decide on a company. `until` is when an approval or a block ends (ms). */
export type Judgement = Pick<CompanyRuling, 'decision' | 'reason' | 'until'>;

/** A company as it begins. Throws where the actor is a member. */
export function createCompany(
  actor: Actor,
  { id, code, ...facts }: CompanyFacts & { readonly id: string; readonly code: string },
  now: number,
): Decision {
  requireStaff(actor);
  const { name, planUntil, afterHours } = facts;
  return {
    after: { id, name, planUntil, afterHours, code, formerCodes: [], formerRulings: [], revision: 1 },
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

/**
 * The company with a decision on it, in place of the one before. Throws `not-allowed` where the actor is a member, and
 * `invalid-input` without a reason, or where the end of an approval or a block is missing or past.
 */
export function ruleOnCompany(actor: Actor, company: Company, judgement: Judgement, now: number): Decision {
  requireStaff(actor);
  const { decision } = judgement;
  const { ruling: former, formerRulings, revision } = company;
  // Bookings tell rulings apart by their instants.
  const at = Math.max(now, (former?.at ?? 0) + 1);
  const by = nameOf(actor);
  const end = endOf(judgement, at);
  const ruling: CompanyRuling = { decision, at, by, reason: reasonOf(judgement), ...end };
  return {
    after: {
      ...company,
      ruling,
      formerRulings: former === undefined ? formerRulings : [...formerRulings, former],
      revision: revision + 1,
    },
    events: [{ type: 'company-ruled', at, by, decision, ...end }],
  };
}

function reasonOf({ reason }: Judgement): string {
  if (reason.trim() !== '') return reason;
  throw new Refusal('invalid-input', 'A decision needs a reason.', {
    errors: [{ field: 'reason', message: 'must be given' }],
  });
}

function endOf({ decision, until }: Judgement, at: number): Pick<CompanyRuling, 'until'> {
  if (decision === 'nothing') {
    if (until === undefined) return {};
    throw wrongEnd('There is nothing that could end.', 'must be left out');
  }
  if (until === undefined) throw wrongEnd('An approval or a block needs an end.', 'must be given');
  if (until <= at) throw wrongEnd('The end of an approval or a block lies ahead.', 'must lie ahead');
  return { until };
}

function wrongEnd(detail: string, message: string): Refusal {
  return new Refusal('invalid-input', detail, { errors: [{ field: 'until', message }] });
}
