import type * as z from 'zod';
import * as field from '../lib/config/fields.ts';
import { normalizedCode } from '../lib/domain/company.ts';
import { normalizedEmail } from '../lib/domain/people/email.ts';
import type { Level } from '../lib/domain/people/level.ts';
import type { Column, Problem, SheetLine } from './import-companies-sheet.ts';

/** What the file says of a company, and the line on which it says so. What it doesn't say is absent. */
export interface WantedCompany {
  readonly id: string;
  /** The first of its lines. */
  readonly line: number;
  readonly name?: Said<string>;
  readonly planUntil?: Said<string>;
  readonly code?: Said<string>;
  readonly afterHours?: Said<boolean>;
  readonly people: readonly WantedPerson[];
}

export interface Said<Value> {
  readonly line: number;
  readonly value: Value;
}

export interface WantedPerson {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly level: Level;
}

/** As the company's table heads them, and as we write them. */
const levelNames: Readonly<Record<string, Level>> = {
  basic: 'basic',
  sales: 'sales-designer',
  designer: 'sales-designer',
  salesdesigner: 'sales-designer',
  it: 'it-support',
  itsupport: 'it-support',
  ittechsupport: 'it-support',
  techsupport: 'it-support',
  manager: 'manager',
  supervisor: 'manager',
  managersupervisor: 'manager',
  primary: 'primary',
  owner: 'primary',
  primaryowner: 'primary',
};

/** Reads what the lines want. Whatever is wrong in them, or between them, is added to `problems`. */
export function readWanted(lines: readonly SheetLine[], problems: Problem[]): WantedCompany[] {
  const byId = Map.groupBy(lines, ({ cells }) => cells['Company ID']);
  const companies = [...byId].map(([id, ofCompany]) => companyOf(id, ofCompany, problems));
  problems.push(...repeatedAddresses(companies), ...repeatedCodes(companies));
  return companies;
}

function companyOf(id: string, lines: readonly SheetLine[], problems: Problem[]): WantedCompany {
  // Every line names its company, so that sorting the sheet gives nobody to another one.
  for (const line of lines) check(field.id, line, 'Company ID', problems);
  const said = <Value>(column: Column, read: (line: SheetLine) => Value | undefined) =>
    saidOnce(lines, column, read, problems);
  const name = said('Company name', (line) => check(field.line(200), line, 'Company name', problems));
  const planUntil = said('Plan until', (line) => check(field.date, line, 'Plan until', problems));
  const code = said('Code', (line) => codeIn(line, problems));
  const afterHours = said('After hours', (line) => yesOrNo(line, problems));
  const people = lines.flatMap((line) => personIn(line, problems));
  return {
    ...{ id, line: lines[0]?.line ?? 0, people },
    ...(name && { name }),
    ...(planUntil && { planUntil }),
    ...(code && { code }),
    ...(afterHours && { afterHours }),
  };
}

/** A company's own columns may be filled on any of its lines, on one or on all, but always alike. */
function saidOnce<Value>(
  lines: readonly SheetLine[],
  column: Column,
  read: (line: SheetLine) => Value | undefined,
  problems: Problem[],
): Said<Value> | undefined {
  const [first, ...others] = lines.filter(({ cells }) => cells[column] !== '');
  if (first === undefined) return undefined;
  const value = read(first);
  for (const { line, cells } of others) {
    if (cells[column] === first.cells[column]) continue;
    const message = `"${cells[column]}" differs from "${first.cells[column]}" on line ${first.line}`;
    problems.push({ line, column, message });
  }
  return value === undefined ? undefined : { line: first.line, value };
}

function personIn(line: SheetLine, problems: Problem[]): WantedPerson[] {
  const { cells } = line;
  if (cells['Person name'] === '' && cells['E-mail'] === '' && cells.Level === '') return [];
  const name = check(field.line(200), line, 'Person name', problems);
  const email = check(field.mailAddress, line, 'E-mail', problems);
  const level = levelIn(line, problems);
  if (name === undefined || email === undefined || level === undefined) return [];
  return [{ line: line.line, name, email, level }];
}

function levelIn({ line, cells }: SheetLine, problems: Problem[]): Level | undefined {
  const bare = cells.Level.toLowerCase().replaceAll(/[^a-z]/gu, '');
  if (Object.hasOwn(levelNames, bare)) return levelNames[bare];
  const message = `${quoted(cells.Level)} is not a level: write Basic, Sales / Designer, IT / Tech support, Manager / Supervisor or Primary / Owner`;
  problems.push({ line, column: 'Level', message });
  return undefined;
}

function yesOrNo({ line, cells }: SheetLine, problems: Problem[]): boolean | undefined {
  const text = cells['After hours'].toLowerCase();
  if (text === 'yes' || text === 'no') return text === 'yes';
  const message = `${quoted(cells['After hours'])} must be yes or no`;
  problems.push({ line, column: 'After hours', message });
  return undefined;
}

function codeIn({ line, cells }: SheetLine, problems: Problem[]): string | undefined {
  if (/^[A-Z0-9]{8,32}$/u.test(normalizedCode(cells.Code)) && cells.Code.length <= 40) return cells.Code;
  const message = `${quoted(cells.Code)} must have 8 to 32 letters (A to Z) and digits, hyphens and spaces aside`;
  problems.push({ line, column: 'Code', message });
  return undefined;
}

function check(
  schema: z.ZodType<string>,
  { line, cells }: SheetLine,
  column: Column,
  problems: Problem[],
): string | undefined {
  const result = schema.safeParse(cells[column]);
  if (result.success) return result.data;
  const message =
    cells[column] === '' ? 'is missing' : result.error.issues.map((issue) => issue.message).join(', ');
  problems.push({ line, column, message });
  return undefined;
}

function repeatedAddresses(companies: readonly WantedCompany[]): Problem[] {
  const people = companies.flatMap((company) => company.people).toSorted((a, b) => a.line - b.line);
  return repeats(people, ({ email }) => normalizedEmail(email), 'E-mail');
}

function repeatedCodes(companies: readonly WantedCompany[]): Problem[] {
  const codes = companies.flatMap(({ code }) => (code === undefined ? [] : [code]));
  return repeats(codes, ({ value }) => normalizedCode(value), 'Code');
}

function repeats<Item extends { readonly line: number }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  column: Column,
): Problem[] {
  return [...Map.groupBy(items, nameOf).values()].flatMap(([first, ...others]) =>
    others.map(({ line }) => ({ line, column, message: `is the same as on line ${first?.line}` })),
  );
}

function quoted(text: string): string {
  return text === '' ? 'an empty cell' : `"${text}"`;
}
