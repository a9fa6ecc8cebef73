import { type CodeHolder, type Company, normalizedCode } from '../../domain/company.ts';
import type { Fault, Problem } from '../../domain/import/problem.ts';
import type { Step } from '../../domain/import/step.ts';
import type { WantedCompany, WantedPerson } from '../../domain/import/wanted.ts';
import { type Actor, requireStaff } from '../../domain/people/actor.ts';
import type { CompanyFacts } from '../../domain/people/change-company.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import type { Person } from '../../domain/people/person.ts';
import type { PeopleTable } from '../people-deps.ts';

/** What looking a sheet up needs. */
export interface PlanDeps {
  readonly now: () => number;
  readonly people: Pick<PeopleTable, 'companies' | 'peopleByEmail' | 'codeHolders'>;
}

/** The steps, in the order of the sheet, or all that is wrong with it by line: then there are no steps. */
export interface ImportPlan {
  readonly steps: readonly Step[];
  readonly problems: readonly Problem[];
}

/** A sheet as it was read. */
interface Sheet {
  readonly companies: readonly WantedCompany[];
  readonly problems: readonly Problem[];
}

/** What is there already, of what a sheet names. */
interface Known {
  readonly companies: ReadonlyMap<string, Company>;
  /** By normalized mail address. */
  readonly people: ReadonlyMap<string, Person>;
  /** By normalized code. */
  readonly codes: ReadonlyMap<string, CodeHolder>;
}

/**
 * What is to be done so that everything is as the sheet wants it: nothing for what is so already, and nothing at all
 * where anything is wrong. For staff and operators. Throws `not-allowed`.
 */
export async function planImport(deps: PlanDeps, actor: Actor, sheet: Sheet): Promise<ImportPlan> {
  requireStaff(actor);
  if (sheet.problems.length > 0) return { steps: [], problems: byLine(sheet.problems) };
  const { companies } = sheet;
  const known = await lookUp(deps, companies);
  const plans = companies.map((wanted) => planCompany(known, wanted));
  const problems = byLine(plans.flatMap((plan) => plan.problems));
  return { steps: problems.length > 0 ? [] : plans.flatMap((plan) => plan.steps), problems };
}

async function lookUp({ people, now }: PlanDeps, companies: readonly WantedCompany[]): Promise<Known> {
  const emails = companies.flatMap((company) => company.people.map(({ email }) => normalizedEmail(email)));
  const codes = companies.flatMap(({ code }) => (code === undefined ? [] : [normalizedCode(code.value)]));
  const [found, holders, taken] = await Promise.all([
    people.companies(companies.map(({ id }) => id)),
    people.peopleByEmail(emails),
    people.codeHolders(codes, now()),
  ]);
  return { companies: found, people: holders, codes: taken };
}

function byLine(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line);
}

/** The company first, then its people. */
function planCompany(known: Known, wanted: WantedCompany): ImportPlan {
  const company = known.companies.get(wanted.id);
  const own = company === undefined ? planNew(wanted) : { steps: planChange(wanted, company), problems: [] };
  const people = wanted.people.map((person) => planPerson(known, wanted.id, person));
  return {
    steps: [...own.steps, ...people.flatMap((plan) => plan.steps)],
    problems: [
      ...problemsOfCode(known, wanted, company),
      ...own.problems,
      ...people.flatMap((plan) => plan.problems),
    ],
  };
}

function planNew({ id, line, name, planUntil, code, afterHours }: WantedCompany): ImportPlan {
  const fault: Fault = { kind: 'new-company', companyId: id };
  const problems: Problem[] = [
    ...(name === undefined ? [{ line, column: 'Company name', fault } as const] : []),
    ...(planUntil === undefined ? [{ line, column: 'Plan until', fault } as const] : []),
  ];
  if (name === undefined || planUntil === undefined) return { steps: [], problems };
  const facts = { name: name.value, planUntil: planUntil.value, afterHours: afterHours?.value ?? false };
  const wish = { id, ...facts, ...(code && { code: code.value }) };
  return { steps: [{ line, do: 'create-company', wish }], problems };
}

/** What the sheet leaves open stays as it is. */
function planChange({ line, name, planUntil, afterHours }: WantedCompany, company: Company): Step[] {
  const changes: Partial<CompanyFacts> = {
    ...(name && name.value !== company.name && { name: name.value }),
    ...(planUntil && planUntil.value !== company.planUntil && { planUntil: planUntil.value }),
    ...(afterHours && afterHours.value !== company.afterHours && { afterHours: afterHours.value }),
  };
  return Object.keys(changes).length === 0 ? [] : [{ line, do: 'change-company', company, changes }];
}

/** A company that is there may have replaced its code since the sheet was written: an old one doesn't bring it back. */
function problemsOfCode(known: Known, { id, code }: WantedCompany, company: Company | undefined): Problem[] {
  if (code === undefined) return [];
  const normalized = normalizedCode(code.value);
  const place = { line: code.line, column: 'Code' } as const;
  if (company === undefined) {
    return known.codes.has(normalized) ? [{ ...place, fault: { kind: 'code-taken' } }] : [];
  }
  const own = [company.code, ...company.formerCodes.map((former) => former.code)];
  if (own.some((one) => normalizedCode(one) === normalized)) return [];
  return [{ ...place, fault: { kind: 'other-code', companyId: id } }];
}

function planPerson(known: Known, companyId: string, { line, ...wanted }: WantedPerson): ImportPlan {
  const person = known.people.get(normalizedEmail(wanted.email));
  const problem = (kind: 'has-account' | 'was-removed'): ImportPlan => ({
    steps: [],
    problems: [{ line, column: 'E-mail', fault: { kind } }],
  });
  const steps = (step: Step): ImportPlan => ({ steps: [step], problems: [] });
  const invite: Step = { line, do: 'invite', wish: { companyId, ...wanted } };
  if (person === undefined) return steps(invite);
  const elsewhere = person.staff || person.companyId !== companyId;
  // An old sheet must not let back in whoever was shut out since.
  if (person.status === 'removed') return elsewhere ? steps(invite) : problem('was-removed');
  if (elsewhere) return problem('has-account');
  if (person.level === wanted.level) return { steps: [], problems: [] };
  const { id: personId, email, level: from } = person;
  return steps({ line, do: 'change-level', companyId, personId, email, from, level: wanted.level });
}
