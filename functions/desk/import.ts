import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { planImport } from '../../lib/app/import/plan-import.ts';
import { runImport } from '../../lib/app/import/run-import.ts';
import type { Actor } from '../../lib/domain/people/actor.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { importJson } from '../../lib/http/desk-import-json.ts';
import { importQuery, MOST_SHEET_BYTES } from '../../lib/http/desk-import-schemas.ts';
import type { FieldError } from '../../lib/http/problems.ts';
import { readQuery, refuseField } from '../../lib/http/read.ts';
import { problemWords } from '../../lib/pages/desk/import-words.ts';
import { en } from '../../lib/pages/language/en.ts';
import { readCompanies } from '../../lib/sheet/read-companies.ts';
import type { DeskDeps, DeskHandler } from './handler.ts';

/** How long a request goes on beginning steps: the rest of its time is for those under way. */
const BUDGET_MS = 5000;

export const importCompanies: DeskHandler = async (deps, event, { actor }) => {
  const { dryRun = false } = readQuery(event, importQuery);
  const { steps, problems } = await planOf(deps, actor, sheetIn(event));
  if (problems.length > 0) {
    const errors: FieldError[] = problems.map((problem) => {
      const { place, message } = problemWords(problem, en);
      return { field: place, message };
    });
    throw new Refusal('invalid-input', 'The sheet is not valid. Nothing was written.', { errors });
  }
  const done = dryRun ? steps : await runImport(deps.people, actor, steps, forAWhile());
  const left = steps.length - done.length;
  return { status: 200, body: importJson({ dryRun, steps: done, left }) };
};

/** What a sheet comes to as things stand. */
export function planOf({ people }: DeskDeps, actor: Actor, sheet: Uint8Array) {
  return planImport(people, actor, readCompanies(sheet));
}

/** Says yes as long as there is time to begin another step. */
export function forAWhile(): () => boolean {
  const end = performance.now() + BUDGET_MS;
  return () => performance.now() < end;
}

function sheetIn({ body = '', isBase64Encoded, headers }: APIGatewayProxyEventV2): Uint8Array {
  if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== 'text/csv')
    refuseField('content-type', 'must be text/csv');
  const sheet = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (sheet.length > MOST_SHEET_BYTES) refuseField('body', `must be at most ${MOST_SHEET_BYTES} bytes`);
  return sheet;
}
