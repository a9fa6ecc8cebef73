import { type Admission, admit } from '../domain/booking/admission.ts';
import { normalizedCode } from '../domain/company.ts';
import type { BookingRequest } from './book-session.ts';
import type { Deps } from './deps.ts';

/** What a session would cost at a start (ms). Throws the Refusals that booking would throw about code and price. */
export async function quoteSession(
  deps: Pick<Deps, 'settings' | 'table'>,
  { sessionType, start, companyCode }: Pick<BookingRequest, 'sessionType' | 'start' | 'companyCode'>,
): Promise<Admission> {
  const codeGiven = companyCode !== undefined;
  const company = codeGiven ? await deps.table.companyByCode(normalizedCode(companyCode)) : undefined;
  const application = { sessionType, start, codeGiven, ...(company && { company }) };
  return admit(application, deps.settings, deps.settings.brand.supportMail);
}
