import { createHash } from 'node:crypto';
import { runImport } from '../../../lib/app/import/run-import.ts';
import type { Step } from '../../../lib/domain/import/step.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { MOST_SHEET_BYTES } from '../../../lib/http/desk-import-schemas.ts';
import { LARGEST_FORM, readForm } from '../../../lib/http/read-form.ts';
import { importForm } from '../../../lib/pages/desk/import-form.ts';
import { importPage } from '../../../lib/pages/desk/import-page.tsx';
import type { ImportView } from '../../../lib/pages/desk/import-view.ts';
import { summaryWords } from '../../../lib/pages/desk/import-words.ts';
import { deskIn } from '../../../lib/pages/language/desk.ts';
import { pageResult } from '../../../lib/pages/page.tsx';
import type { Told } from '../../../lib/pages/portal/told.tsx';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps, DeskPageHandler } from '../handler.ts';
import { forAWhile, planOf } from '../import.ts';
import { insiderOf } from '../insider.ts';

export const showImport: DeskPageHandler = (deps, _, visit, viewer) => shown(deps, visit, viewer);

/** Shows what the sheet comes to, or does what was shown. Never more: what was shown goes along with the button. */
export const submitImport: DeskPageHandler = async (deps, event, visit, viewer) => {
  const { action, sheet, plan: seen } = readForm(event, importForm, LARGEST_FORM);
  const { import: deskImport } = deskIn(visit.language);
  const bytes = Buffer.from(sheet);
  if (bytes.length > MOST_SHEET_BYTES) {
    return shown(deps, visit, viewer, { refused: deskImport.tooLarge }, 422);
  }
  if (sheet.trim() === '') return shown(deps, visit, viewer, { refused: deskImport.empty }, 422);
  const { steps, problems } = await planOf(deps, viewer.actor, bytes);
  if (problems.length > 0) return shown(deps, visit, viewer, { sheet, problems }, 422);
  const plan = { steps, id: idOf(steps) };
  if (action === 'look' || steps.length === 0) return shown(deps, visit, viewer, { sheet, plan });
  if (seen !== plan.id) {
    const told = { good: false, title: deskImport.other, text: deskImport.otherText };
    return shown(deps, visit, viewer, { sheet, plan, told }, 409);
  }
  return shown(deps, visit, viewer, await written(deps, visit, viewer, sheet, steps));
};

/** Does the steps as far as there is time for, and plans anew what is left. */
async function written(
  deps: DeskDeps,
  { language }: Visit,
  { actor }: Viewer,
  sheet: string,
  steps: readonly Step[],
): Promise<Partial<ImportView>> {
  const { import: deskImport } = deskIn(language);
  const { done, broken } = await run(deps, actor, steps);
  const summary = summaryWords(done, language);
  if (broken === undefined && done.length === steps.length) {
    return { done, told: { good: true, title: deskImport.done, text: deskImport.doneText(summary) } };
  }
  const rest = await planOf(deps, actor, Buffer.from(sheet));
  const left = rest.steps.length;
  const told: Told =
    broken === undefined
      ? { good: true, title: deskImport.left, text: deskImport.leftText(summary, left) }
      : { good: false, title: deskImport.broken, text: deskImport.brokenText(broken) };
  const plan = rest.problems.length > 0 ? {} : { plan: { steps: rest.steps, id: idOf(rest.steps) } };
  return { sheet, done, problems: rest.problems, ...plan, told };
}

/** What was done, and the line that it broke off at, where it did. */
async function run(
  deps: DeskDeps,
  actor: Viewer['actor'],
  steps: readonly Step[],
): Promise<{ readonly done: readonly Step[]; readonly broken?: number }> {
  try {
    return { done: await runImport(deps.people, actor, steps, forAWhile()) };
  } catch (error) {
    const line = error instanceof Refusal ? error.facts['line'] : undefined;
    if (typeof line !== 'number') throw error;
    return { done: [], broken: line };
  }
}

/** The same for the same steps. */
function idOf(steps: readonly Step[]): string {
  return createHash('sha256').update(JSON.stringify(steps)).digest('base64url');
}

async function shown(
  deps: DeskDeps,
  visit: Visit,
  viewer: Viewer,
  more: Partial<ImportView> = {},
  status = 200,
) {
  const insider = await insiderOf(deps, viewer);
  const view: ImportView = { ...insider, csrf: viewer.csrf, sheet: '', problems: [], ...more };
  return pageResult(visit, importPage(visit, view, status));
}
