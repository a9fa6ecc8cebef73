import type { Step } from '../domain/import/step.ts';

/** An import as programs are told it: what was done, or would be, and how many steps are still to be done. */
export function importJson({
  dryRun,
  steps,
  left,
}: {
  readonly dryRun: boolean;
  readonly steps: readonly Step[];
  readonly left: number;
}) {
  return { dryRun, steps: steps.map(stepJson), left };
}

function stepJson(step: Step) {
  const { line, do: action } = step;
  switch (step.do) {
    case 'create-company': {
      const { id: company, ...facts } = step.wish;
      return { line, action, company, ...facts };
    }
    case 'change-company':
      return { line, action, company: step.company.id, ...step.changes };
    case 'invite': {
      const { companyId: company, ...person } = step.wish;
      return { line, action, company, ...person };
    }
    case 'change-level': {
      const { companyId: company, email, from, level } = step;
      return { line, action, company, email, from, level };
    }
  }
}
