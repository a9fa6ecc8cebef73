import type { Step } from '../../domain/import/step.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeLevel } from '../people/change-account.ts';
import { changeCompany, createCompany } from '../people/companies.ts';
import { inviteAccount } from '../people/invite-account.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { inParallel } from './in-parallel.ts';

/** How many steps are done at once. */
const AT_ONCE = 10;

/**
 * Does the steps until `goOn` says no, and gives those that are done; planned anew, the sheet comes to the rest.
 * Where the table has changed since they were planned it throws the rules' Refusals, with the line in front.
 */
export async function runImport(
  deps: PeopleDeps,
  actor: Actor,
  steps: readonly Step[],
  goOn: () => boolean = () => true,
): Promise<Step[]> {
  const done = new Set<Step>();
  const act = async (step: Step): Promise<void> => {
    if (!goOn()) return;
    await runStep(deps, actor, step).catch((error: unknown) => {
      throw atItsLine(step, error);
    });
    done.add(step);
  };
  const of = (...kinds: readonly Step['do'][]) => steps.filter((step) => kinds.includes(step.do));
  await inParallel(of('create-company', 'change-company'), AT_ONCE, act);
  await inParallel(of('invite'), AT_ONCE, act);
  // Levels of one company are decided one after another, on all of its people.
  const byCompany = Map.groupBy(of('change-level'), (step) =>
    step.do === 'change-level' ? step.companyId : '',
  );
  await inParallel([...byCompany.values()], AT_ONCE, async (theirs) => {
    for (const step of theirs) await act(step);
  });
  return steps.filter((step) => done.has(step));
}

/** Does one step. Throws the rules' Refusals where the table has changed since it was planned. */
export async function runStep(deps: PeopleDeps, actor: Actor, step: Step): Promise<void> {
  switch (step.do) {
    case 'create-company':
      await createCompany(deps, actor, step.wish);
      return;
    case 'change-company':
      await changeCompany(deps, actor, step.company.id, step.changes);
      return;
    case 'invite':
      await inviteAccount(deps, actor, step.wish);
      return;
    case 'change-level':
      await changeLevel(deps, actor, step.personId, step.level);
  }
}

function atItsLine({ line }: Step, error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const detail = `line ${line}: ${error.detail} Other lines may be done: send it again for the rest.`;
  return new Refusal(error.code, detail, { ...error.facts, line });
}
