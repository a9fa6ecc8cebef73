import { admit, type Quote, quote } from '../domain/booking/admission.ts';
import { normalizedCode } from '../domain/company.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import type { BookingRequest } from './book-session.ts';
import { contactsOf } from './contacts.ts';
import type { Deps, LinkDeps } from './deps.ts';

type Wanted = Pick<BookingRequest, 'sessionType' | 'start' | 'companyCode'> & {
  /** The attendee's. */
  readonly email?: string;
};

/**
 * What a session would cost at a start (ms). Throws the Refusals that booking would throw about code and price and,
 * where it is known already whom it is for, about the account.
 */
export async function quoteSession(
  deps: Pick<Deps & LinkDeps, 'settings' | 'table' | 'now' | 'siteUrl'>,
  { sessionType, start, companyCode, email }: Wanted,
): Promise<Quote> {
  const codeGiven = companyCode !== undefined;
  const [company, holder] = await Promise.all([
    codeGiven ? deps.table.companyByCode(normalizedCode(companyCode), deps.now()) : undefined,
    email === undefined ? undefined : deps.table.personByEmail(normalizedEmail(email)),
  ]);
  const inquiry = { sessionType, start, codeGiven, ...(company && { company }) };
  if (email === undefined) return quote(inquiry, deps.settings, contactsOf(deps));
  return admit({ ...inquiry, ...(holder && { holder }) }, deps.settings, contactsOf(deps));
}
