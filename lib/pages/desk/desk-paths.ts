import { hrefOf, type Visit } from '../visit.ts';

/** Where somebody is shown at the desk; within a company where one is named. */
export function personPath(visit: Visit, email: string, more: Readonly<Record<string, string>> = {}): string {
  return hrefOf(visit, `/desk/people/${encodeURIComponent(email)}`, more);
}

/** Where a company is shown at the desk. */
export function companyPath(visit: Visit, companyId: string): string {
  return hrefOf(visit, `/desk/companies/${companyId}`);
}

/** Where a webhook is shown at the desk, with `more` in the query. */
export function webhookPath(
  visit: Visit,
  webhookId: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return hrefOf(visit, `/desk/webhooks/${webhookId}`, more);
}

/** Where the evidence of a booking is had as a document, in the language of the page. */
export function evidencePath({ language }: Visit, bookingId: string): string {
  return `/v1/desk/bookings/${bookingId}/evidence?${new URLSearchParams({ format: 'html', language: language.code })}`;
}
