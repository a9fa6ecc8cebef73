import * as z from 'zod/mini';
import { limits } from '../../http/schemas.ts';

/** As a form sends it: nothing is an empty text, and more than it may hold comes back to be shortened. */
const typed = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');
/** Checked before the form is read. */
const csrf = typed;

export const companiesForm = z.strictObject({
  csrf,
  id: typed,
  name: typed,
  planUntil: typed,
  afterHours: typed,
  code: typed,
});

/** The buttons of a company's page. */
const companyActions = ['facts', 'code', 'invite', 'resend', 'level', 'remove', 'rule'] as const;
export type CompanyAction = (typeof companyActions)[number];

export const companyForm = z.strictObject({
  csrf,
  action: z.enum(companyActions, 'is not a button of this page'),
  name: typed,
  planUntil: typed,
  afterHours: typed,
  replaced: z.prefault(z.string().check(z.maxLength(limits.companyCode, 'is too long')), ''),
  person: typed,
  personName: typed,
  personLevel: typed,
  email: typed,
  level: typed,
  language: typed,
  decision: typed,
  until: typed,
  reason: typed,
  /** When the decision was made that was seen (ms); '0' where there was none. */
  seen: z.prefault(z.string().check(z.regex(/^\d{1,16}$/u, 'is not one that we made')), '0'),
});

export type CompanyForm = z.output<typeof companyForm>;
