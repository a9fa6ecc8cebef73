import { changeLevel } from '../lib/app/people/change-account.ts';
import { changeCompany, createCompany } from '../lib/app/people/companies.ts';
import { inviteAccount } from '../lib/app/people/invite-account.ts';
import type { PeopleDeps } from '../lib/app/people-deps.ts';
import type { Step } from './import-companies-plan.ts';

const operator = { kind: 'operator' } as const;

/** Does one step. Throws the rules' Refusals where the table has changed since it was planned. */
export async function runStep(deps: PeopleDeps, step: Step): Promise<void> {
  switch (step.do) {
    case 'create-company':
      await createCompany(deps, operator, step.wish);
      return;
    case 'change-company':
      await changeCompany(deps, operator, step.company.id, step.changes);
      return;
    case 'invite':
      await inviteAccount(deps, operator, step.wish);
      return;
    case 'change-level':
      await changeLevel(deps, operator, step.personId, step.level);
  }
}

/** A step as it is printed. */
export function toldOf(step: Step): string {
  switch (step.do) {
    case 'create-company': {
      const { id, name, planUntil, code, afterHours } = step.wish;
      const facts = [
        name,
        `plan until ${planUntil}`,
        code === undefined ? 'code to be made' : `code ${code}`,
      ];
      return `+ company ${id}: ${[...facts, ...(afterHours ? ['after hours'] : [])].join(', ')}`;
    }
    case 'change-company':
      return `~ company ${step.company.id}: ${changesOf(step)}`;
    case 'invite': {
      const { companyId, name, email, level } = step.wish;
      return `+ person of ${companyId}: ${name} <${email}>, ${level}, is mailed an activation link`;
    }
    case 'change-level':
      return `~ person ${step.email}: level ${step.from} becomes ${step.level}`;
  }
}

/** How many of which, in a sentence. */
export function summaryOf(steps: readonly Step[]): string {
  const count = (kind: Step['do'], one: string, many: string): string[] => {
    const found = steps.filter((step) => step.do === kind).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`];
  };
  return [
    ...count('create-company', 'new company', 'new companies'),
    ...count('change-company', 'changed company', 'changed companies'),
    ...count('invite', 'new person', 'new people'),
    ...count('change-level', 'changed level', 'changed levels'),
  ].join(', ');
}

function changesOf({ company, changes }: Extract<Step, { do: 'change-company' }>): string {
  const { name, planUntil, afterHours } = changes;
  return [
    ...(name === undefined ? [] : [`name ${company.name} becomes ${name}`]),
    ...(planUntil === undefined ? [] : [`plan until ${company.planUntil} becomes ${planUntil}`]),
    ...(afterHours === undefined ? [] : [afterHours ? 'gets after hours' : 'loses after hours']),
  ].join(', ');
}
