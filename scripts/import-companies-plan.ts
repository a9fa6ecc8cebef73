import type { CompanyWish } from '../lib/app/people/companies.ts';
import type { AccountWish } from '../lib/app/people/invite-account.ts';
import type { PeopleTable } from '../lib/app/people-deps.ts';
import { type CodeHolder, type Company, normalizedCode } from '../lib/domain/company.ts';
import type { CompanyFacts } from '../lib/domain/people/change-company.ts';
import { normalizedEmail } from '../lib/domain/people/email.ts';
import type { Level } from '../lib/domain/people/level.ts';
import { type Problem, readSheet } from './import-companies-sheet.ts';
import { readWanted, type WantedCompany, type WantedPerson } from './import-companies-wanted.ts';

/** One thing to do for a line of the file. */
export type Step = { readonly line: number } & (
  | { readonly do: 'create-company'; readonly wish: CompanyWish }
  | {
      readonly do: 'change-company';
      readonly company: Company;
      readonly changes: Partial<CompanyFacts>;
    }
  | { readonly do: 'invite'; readonly wish: AccountWish }
  | {
      readonly do: 'change-level';
      readonly personId: string;
      readonly email: string;
      readonly from: Level;
      readonly level: Level;
    }
);

/** What is known already. */
export interface Known {
  readonly people: Pick<PeopleTable, 'company' | 'personByEmail'>;
  readonly codeHolder: (normalized: string) => Promise<CodeHolder | undefined>;
}

/** What a file comes to: the steps, or all that is wrong with it, a sentence each by line. */
export async function planFile(
  known: Known,
  bytes: Uint8Array,
): Promise<{ readonly steps: readonly Step[]; readonly problems: readonly string[] }> {
  const { lines, problems: found } = readSheet(bytes);
  const problems: Problem[] = [...found];
  const wanted = readWanted(lines, problems);
  const steps = problems.length > 0 ? [] : await planImport(known, wanted, problems);
  const told = problems.toSorted((a, b) => a.line - b.line).map(toldOf);
  return { steps: told.length > 0 ? [] : steps, problems: told };
}

function toldOf({ line, column, message }: Problem): string {
  return `line ${line}${column === undefined ? '' : `, ${column}`}: ${message}`;
}

/**
 * What is to be done so that everything is as the file wants it: nothing for what is so already. What can't be done
 * is added to `problems`.
 */
async function planImport(
  known: Known,
  companies: readonly WantedCompany[],
  problems: Problem[],
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const wanted of companies) {
    steps.push(...(await planCompany(known, wanted, problems)));
    for (const person of wanted.people) {
      steps.push(...(await planPerson(known, wanted.id, person, problems)));
    }
  }
  return steps;
}

async function planCompany(known: Known, wanted: WantedCompany, problems: Problem[]): Promise<Step[]> {
  const company = await known.people.company(wanted.id);
  await refuseCode(known, wanted, company, problems);
  return company === undefined ? planNew(wanted, problems) : planChange(wanted, company);
}

function planNew(wanted: WantedCompany, problems: Problem[]): Step[] {
  const { id, line, name, planUntil, code, afterHours } = wanted;
  const message = `is missing. ${id} is new: one of its lines must say it`;
  if (name === undefined) problems.push({ line, column: 'Company name', message });
  if (planUntil === undefined) problems.push({ line, column: 'Plan until', message });
  if (name === undefined || planUntil === undefined) return [];
  const facts = { name: name.value, planUntil: planUntil.value, afterHours: afterHours?.value ?? false };
  return [{ line, do: 'create-company', wish: { id, ...facts, ...(code && { code: code.value }) } }];
}

/** What the file leaves open stays as it is. */
function planChange({ line, name, planUntil, afterHours }: WantedCompany, company: Company): Step[] {
  const changes: Partial<CompanyFacts> = {
    ...(name && name.value !== company.name && { name: name.value }),
    ...(planUntil && planUntil.value !== company.planUntil && { planUntil: planUntil.value }),
    ...(afterHours && afterHours.value !== company.afterHours && { afterHours: afterHours.value }),
  };
  return Object.keys(changes).length === 0 ? [] : [{ line, do: 'change-company', company, changes }];
}

/** A company that is there may have replaced its code since the file was written: an old file doesn't bring it back. */
async function refuseCode(
  known: Known,
  { id, code }: WantedCompany,
  company: Company | undefined,
  problems: Problem[],
): Promise<void> {
  if (code === undefined) return;
  const normalized = normalizedCode(code.value);
  const { line } = code;
  if (company === undefined) {
    const holder = await known.codeHolder(normalized);
    if (holder !== undefined) problems.push({ line, column: 'Code', message: 'is in use' });
    return;
  }
  const own = [company.code, ...company.formerCodes.map((former) => former.code)];
  if (own.some((one) => normalizedCode(one) === normalized)) return;
  const message = `${id} has another code. A Primary replaces it on the portal: leave the cell empty`;
  problems.push({ line, column: 'Code', message });
}

async function planPerson(
  known: Known,
  companyId: string,
  { line, ...wanted }: WantedPerson,
  problems: Problem[],
): Promise<Step[]> {
  const person = await known.people.personByEmail(normalizedEmail(wanted.email));
  const problem = (message: string): Step[] => {
    problems.push({ line, column: 'E-mail', message });
    return [];
  };
  if (person === undefined) return [{ line, do: 'invite', wish: { companyId, ...wanted } }];
  if (person.staff || person.companyId !== companyId) {
    if (person.status === 'removed') return [{ line, do: 'invite', wish: { companyId, ...wanted } }];
    return problem('has an account elsewhere, and a mail address can have one only');
  }
  // An old file must not let back in whoever was shut out since.
  if (person.status === 'removed') {
    return problem('had an account that was removed. Who shall have one again is invited on the portal');
  }
  if (person.level === wanted.level) return [];
  const { id: personId, email, level: from } = person;
  return [{ line, do: 'change-level', personId, email, from, level: wanted.level }];
}
