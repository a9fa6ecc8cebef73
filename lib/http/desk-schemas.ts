import * as z from 'zod/mini';
import { normalizedCode } from '../domain/company.ts';
import { pageQuery } from './portal-schemas.ts';
import { date, email, id, instant, limits, line, mobile, prose } from './schemas.ts';

/** The shapes of our staff's requests. */

const beginning = line(40).check(
  z.regex(
    /^bkg_[0-9a-z]{0,26}$/u,
    'must be the id of a booking or its beginning, such as bkg_01kb7m2zq8x4v9h6t3n5c1d0ry or bkg_01kb7m',
  ),
);

/** Whether it could be a company's id, as the import of companies takes them. */
export function isCompanyId(text: string): boolean {
  return /^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}

export const companyId = line(40).check(
  z.refine(
    isCompanyId,
    'must be an id of lower-case letters, digits and single hyphens, such as example-crates',
  ),
);

const companyCode = line(limits.companyCode).check(
  z.refine((code) => normalizedCode(code) !== '', 'must have letters or digits'),
);

/** What the booking's `revision` was when it was looked at. */
export const revision = z.exactOptional(
  z.int('must be a whole number').check(z.minimum(1, 'must be at least 1')),
);

export const reason = prose(limits.reason);

/** One thing to look bookings up by; a consultant and a date are one. */
export const searchQuery = z.strictObject({
  id: z.exactOptional(beginning),
  email: z.exactOptional(email),
  mobile: z.exactOptional(mobile),
  company: z.exactOptional(companyId),
  consultant: z.exactOptional(id),
  date: z.exactOptional(date),
  ...pageQuery.shape,
});

export const joinedBody = z.strictObject({ joinedAt: z.exactOptional(instant), revision });

export const completeBody = z.strictObject({ revision });

export const reasonBody = z.strictObject({ reason, revision });

export const noShowBody = z.strictObject({ reason: z.exactOptional(reason), revision });

export const moveBody = z.strictObject({ start: instant, reason, revision });

const company = { name: line(limits.name), planUntil: date };

export const companyBody = z.strictObject({
  id: companyId,
  ...company,
  afterHours: z.exactOptional(z.boolean()),
  code: z.exactOptional(companyCode),
});

export const companyChangesBody = z.strictObject({
  name: z.exactOptional(company.name),
  planUntil: z.exactOptional(company.planUntil),
  afterHours: z.exactOptional(z.boolean()),
});
