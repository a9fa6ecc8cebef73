import { isErased } from '../domain/people/tombstone.ts';
import type { SameDayChange } from '../domain/standing/standing.ts';
import type { DeskMailKind, SameDay } from '../messages/desk-facts.ts';
import { prepareStaffMail } from './ask-staff.ts';
import { once } from './once.ts';
import type { ReactDeps } from './react-deps.ts';
import { companyStanding } from './standing/company-standing.ts';

/** Where a company gave back too many sessions on their own date: puts it on the list for review, and mails our staff once. */
export async function lookAtCompany(
  deps: ReactDeps,
  companyId: string | undefined,
  leaseMs: number,
): Promise<void> {
  const company = companyId === undefined ? undefined : await deps.people.company(companyId);
  if (company === undefined) return;
  const { review } = await companyStanding(deps, company);
  if (review === undefined) return;
  const { id, name: companyName, ruling } = company;
  await deps.standings.hintReview(id, review.since);
  const { limit, windowDays: days } = deps.settings.policy.sameDayChanges;
  const changes = review.changes.map(told);
  const kind: DeskMailKind = { kind: 'review-opened', companyName, changes, limit, days };
  // Once open, a review stays so until a decision: there is one after each.
  const claim = { owner: id, effect: `review.${ruling?.at ?? 0}` };
  await once(deps, claim, leaseMs, (messageId) => prepareStaffMail(deps, kind, messageId, id));
}

function told({ change, email, at, start }: SameDayChange): SameDay {
  return { change, at, start, ...(isErased(email) ? {} : { email }) };
}
