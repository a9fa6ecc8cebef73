import * as answers from './desk-import-answers.ts';
import * as requests from './desk-import-schemas.ts';
import { changing } from './desk-refusals.ts';
import type { Operation } from './operation.ts';
import * as portalAnswers from './portal-answers.ts';
import { rotateCodeBody } from './portal-schemas.ts';

/** What there is to say of importing companies, and of replacing their codes. */
export const deskImportOperations = {
  importCompanies: {
    summary:
      'For staff: companies and their people from a sheet saved as CSV, at most 1 MB; again changes nothing',
    query: requests.importQuery,
    body: { schema: requests.importBody, required: true, type: 'text/csv' },
    success: { status: 200, schema: answers.importAnswer },
    refusals: [...changing, 'not-found', 'account-exists', 'company-exists', 'code-taken'],
  },
  replaceCompanyCode: {
    summary: 'For staff: replace a company’s code; the old one works 14 more days',
    body: { schema: rotateCodeBody, required: true },
    success: { status: 200, schema: portalAnswers.companyAnswer },
    refusals: [...changing, 'not-found', 'too-many-requests'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
