import { admit, type Quote, quote } from '../domain/booking/admission.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import type { NeededApproval } from '../domain/standing/admission.ts';
import type { BookingRequest } from './book-session.ts';
import { companyBehind } from './company-behind.ts';
import { contactsOf } from './contacts.ts';
import type { Deps, LinkDeps } from './deps.ts';
import { letIn } from './standing/let-in.ts';

type Wanted = Pick<BookingRequest, 'sessionType' | 'start' | 'companyCode' | 'source'> & {
  /** The attendee's. */
  readonly email?: string;
};

/** What a session would cost and, where it is known whom it is for, whether a person of our staff must approve it first. */
export interface QuotedSession extends Quote {
  readonly approval?: NeededApproval;
}

/**
 * What a session would cost at a start (ms). Throws the Refusals that booking would throw about code and price and,
 * where it is known already whom it is for, about the account and about where they and their company stand; and
 * `too-many-requests` where too many wrong codes were given.
 */
export async function quoteSession(
  deps: Pick<Deps & LinkDeps, 'settings' | 'table' | 'now' | 'siteUrl'>,
  { sessionType, start, companyCode, email, source }: Wanted,
): Promise<QuotedSession> {
  const codeGiven = companyCode !== undefined;
  const normalized = email === undefined ? undefined : normalizedEmail(email);
  const [company, holder, record] = await Promise.all([
    codeGiven ? companyBehind(deps, { companyCode, source }) : undefined,
    normalized === undefined ? undefined : deps.table.personByEmail(normalized),
    normalized === undefined ? undefined : deps.table.record(normalized),
  ]);
  const inquiry = { sessionType, start, codeGiven, ...(company && { company }) };
  if (record === undefined) return quote(inquiry, deps.settings, contactsOf(deps));
  const admission = admit({ ...inquiry, ...(holder && { holder }) }, deps.settings, contactsOf(deps));
  if (admission.price !== undefined) return admission;
  const wanted = { sessionType, start, ...(companyCode && { companyCode }), ...(company && { company }) };
  const { approval } = letIn(deps, wanted, record);
  return { ...admission, ...(approval && { approval }) };
}
