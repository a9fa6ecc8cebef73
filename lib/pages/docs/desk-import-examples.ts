import type { deskImportOperations } from '../../http/desk-import-operations.ts';
import type { Example } from './example.ts';

const headers = { Authorization: 'Bearer YOUR-ID-TOKEN' };
const SHEET = `Company ID,Company name,Plan until,Person name,E-mail,Level
example-crates,Example Crates,2027-12-31,Ada Park,ada@example.com,Primary / Owner
`;
const DAY_MS = 86_400_000;

/** Examples of importing companies and of replacing a code; `now` in ms. */
export function deskImportExamples(now: number): Record<keyof typeof deskImportOperations, Example> {
  const facts = { name: 'Example Crates', planUntil: '2027-12-31', afterHours: false };
  return {
    importCompanies: {
      headers: { ...headers, 'Content-Type': 'text/csv' },
      query: { dryRun: 'true' },
      body: SHEET,
      answer: {
        dryRun: true,
        steps: [
          { line: 2, action: 'create-company', company: 'example-crates', ...facts },
          {
            ...{ line: 2, action: 'invite', company: 'example-crates' },
            ...{ name: 'Ada Park', email: 'ada@example.com', level: 'primary' },
          },
        ],
        left: 0,
      },
    },
    replaceCompanyCode: {
      headers,
      body: { replaced: 'DEMO-2026' },
      answer: {
        ...{ id: 'example-crates', ...facts, code: 'K7QW-3MXN-8RTD' },
        formerCodes: [{ code: 'DEMO-2026', until: new Date(now + 14 * DAY_MS).toISOString() }],
      },
    },
  };
}
