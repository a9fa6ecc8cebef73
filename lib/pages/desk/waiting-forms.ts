import * as z from 'zod/mini';

/** Decisions on what waits, by the list that it waits in. */
const bookingDecisions = ['approve', 'decline', 'excuse', 'reject-contest'] as const;
export const companyDecisions = ['nothing', 'approval', 'block'] as const;

export type BookingDecision = (typeof bookingDecisions)[number];
export type CompanyDecision = (typeof companyDecisions)[number];
export type Decision = BookingDecision | CompanyDecision;

/** As a form sends it: nothing is an empty text, and more than it may hold comes back to be shortened. */
const typed = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');

export const waitingForm = z.strictObject({
  /** Checked before the form is read. */
  csrf: typed,
  action: z.enum([...bookingDecisions, ...companyDecisions], 'is not a button of this page'),
  /** Id of the booking or company. */
  about: z.string().check(z.regex(/^[a-z0-9_-]{1,60}$/u, 'is not an id')),
  /** Of a booking its revision; of a company when the decision before was made (ms), 0 where there was none. */
  seen: z.string().check(z.regex(/^\d{1,16}$/u, 'is not one that we made')),
  reason: typed,
  until: typed,
});

export type WaitingForm = z.output<typeof waitingForm>;

export function isAboutCompany(decision: Decision): decision is CompanyDecision {
  return companyDecisions.some((known) => known === decision);
}

/** The decision that a text names, if it is one. */
export function decisionIn(text: string | null): Decision | undefined {
  return [...bookingDecisions, ...companyDecisions].find((known) => known === text);
}
