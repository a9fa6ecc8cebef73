import { normalizedCode } from '../domain/company.ts';
import type { Column, Problem } from '../domain/import/problem.ts';
import type { Said, WantedCompany, WantedPerson } from '../domain/import/wanted.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import {
  type CellReader,
  readAddress,
  readAfterHours,
  readCode,
  readCompanyId,
  readCompanyName,
  readLevel,
  readPersonName,
  readPlanUntil,
} from './cells.ts';
import { readLines, type SheetLine } from './read-lines.ts';

/** What a sheet of companies and their people wants, and whatever is wrong in its lines or between them. */
export interface CompanySheet {
  readonly companies: readonly WantedCompany[];
  readonly problems: readonly Problem[];
}

/** Reads a sheet that was saved as CSV. */
export function readCompanies(bytes: Uint8Array): CompanySheet {
  const { lines, problems: found } = readLines(bytes);
  const problems: Problem[] = [...found];
  const byId = Map.groupBy(lines, ({ cells }) => cells['Company ID']);
  const companies = [...byId].map(([id, ofCompany]) => companyOf(id, ofCompany, problems));
  problems.push(...repeatedAddresses(companies), ...repeatedCodes(companies));
  return { companies, problems };
}

function companyOf(id: string, lines: readonly SheetLine[], problems: Problem[]): WantedCompany {
  // Every line names its company, so that sorting the sheet gives nobody to another one.
  for (const line of lines) readCompanyId(line, problems);
  const name = saidOnce(lines, 'Company name', readCompanyName, problems);
  const planUntil = saidOnce(lines, 'Plan until', readPlanUntil, problems);
  const code = saidOnce(lines, 'Code', readCode, problems);
  const afterHours = saidOnce(lines, 'After hours', readAfterHours, problems);
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
  read: CellReader<Value>,
  problems: Problem[],
): Said<Value> | undefined {
  const [first, ...others] = lines.filter(({ cells }) => cells[column] !== '');
  if (first === undefined) return undefined;
  const value = read(first, problems);
  const other = first.cells[column];
  for (const { line, cells } of others) {
    const cell = cells[column];
    if (cell !== other)
      problems.push({ line, column, fault: { kind: 'differs', cell, other, line: first.line } });
  }
  return value === undefined ? undefined : { line: first.line, value };
}

function personIn(line: SheetLine, problems: Problem[]): WantedPerson[] {
  const { cells } = line;
  if (cells['Person name'] === '' && cells['E-mail'] === '' && cells.Level === '') return [];
  const name = readPersonName(line, problems);
  const email = readAddress(line, problems);
  const level = readLevel(line, problems);
  if (name === undefined || email === undefined || level === undefined) return [];
  return [{ line: line.line, name, email, level }];
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
    others.map(
      ({ line }) => ({ line, column, fault: { kind: 'repeated', line: first?.line ?? 0 } }) as const,
    ),
  );
}
