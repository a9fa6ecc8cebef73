import { columns, type Fault, type Problem } from '../../domain/import/problem.ts';
import type { Step } from '../../domain/import/step.ts';
import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';

/** What is wrong in a sheet as a reader is told it: where, and what. */
export interface ToldProblem {
  readonly place: string;
  readonly message: string;
}

export function problemWords({ line: number, column, fault }: Problem, language: Language): ToldProblem {
  return { place: deskIn(language).import.place(number, column), message: faultWords(fault, language) };
}

function faultWords(fault: Fault, language: Language): string {
  const { faults, cell } = deskIn(language).import;
  switch (fault.kind) {
    case 'encoding':
    case 'quotes':
    case 'missing':
      return faults[fault.kind];
    case 'empty':
      return faults.empty(columns.join(', '));
    case 'no-id':
      return faults.noId;
    case 'unknown-column':
      return faults.unknownColumn(cell(short(fault.cell)), columns.join(', '));
    case 'column-twice':
      return faults.columnTwice(fault.name);
    case 'no-heading':
      return faults.noHeading(cell(short(fault.cell)));
    case 'id':
    case 'date':
    case 'code':
    case 'address':
    case 'level':
      return faults[fault.kind](cell(short(fault.cell)));
    case 'yes-or-no':
      return faults.yesOrNo(cell(short(fault.cell)));
    case 'text':
      return faults.text(cell(short(fault.cell)), fault.most);
    case 'differs':
      return faults.differs(cell(short(fault.cell)), cell(short(fault.other)), fault.line);
    case 'repeated':
      return faults.repeated(fault.line);
    case 'new-company':
      return faults.newCompany(fault.companyId);
    case 'other-code':
      return faults.otherCode(fault.companyId);
    case 'code-taken':
      return faults.codeTaken;
    case 'has-account':
      return faults.hasAccount;
    case 'was-removed':
      return faults.wasRemoved;
  }
}

/** A step, in a sentence without its full stop. */
export function stepWords(step: Step, language: Language): string {
  const { steps } = deskIn(language).import;
  const { levels } = language.messages.accountMails;
  switch (step.do) {
    case 'create-company': {
      const { id, name, planUntil, code, afterHours } = step.wish;
      const facts = [
        line(name),
        steps.planUntil(planUntil),
        code === undefined ? steps.codeToBeMade : steps.code(code),
        ...(afterHours ? [steps.afterHours] : []),
      ];
      return steps.create(id, facts.join(', '));
    }
    case 'change-company':
      return steps.change(step.company.id, changesOf(step, language));
    case 'invite': {
      const { companyId, name, email, level } = step.wish;
      return steps.invite(companyId, line(name), email, levels[level]);
    }
    case 'change-level':
      return steps.level(step.email, levels[step.from], levels[step.level]);
  }
}

/** How many of which, in a sentence without its full stop. */
export function summaryWords(steps: readonly Step[], language: Language): string {
  const { summary } = deskIn(language).import;
  const kinds = Object.keys(summary) as readonly Step['do'][];
  return kinds
    .map((kind) => [kind, steps.filter((step) => step.do === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => summary[kind](count))
    .join(', ');
}

function changesOf(
  { company, changes }: Extract<Step, { do: 'change-company' }>,
  language: Language,
): string {
  const { steps } = deskIn(language).import;
  const { name, planUntil, afterHours } = changes;
  return [
    ...(name === undefined ? [] : [steps.nameBecomes(line(company.name), line(name))]),
    ...(planUntil === undefined ? [] : [steps.planBecomes(company.planUntil, planUntil)]),
    ...(afterHours === undefined ? [] : [afterHours ? steps.getsAfterHours : steps.losesAfterHours]),
  ].join(', ');
}

/** A cell may hold a whole letter. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
