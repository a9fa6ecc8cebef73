import * as z from 'zod/mini';
import { normalizedCode } from '../domain/company.ts';
import type { Column, Fault, Problem } from '../domain/import/problem.ts';
import type { Level } from '../domain/people/level.ts';
import { companyId } from '../http/desk-schemas.ts';
import { date, email, limits, line as lineOf } from '../http/schemas.ts';
import type { SheetLine } from './read-lines.ts';

/**
 * Reads the cell of one column by the rules of the API. What is wrong with it is added to `problems`, and then the
 * answer is undefined.
 */
export type CellReader<Value> = (line: SheetLine, problems: Problem[]) => Value | undefined;

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

const nameSchema = lineOf(limits.name);
const nameFault = (cell: string): Fault => ({ kind: 'text', cell, most: limits.name });

export const readCompanyId = checked('Company ID', companyId, (cell) => ({ kind: 'id', cell }));
export const readCompanyName = checked('Company name', nameSchema, nameFault);
export const readPlanUntil = checked('Plan until', date, (cell) => ({ kind: 'date', cell }));
export const readPersonName = checked('Person name', nameSchema, nameFault);
export const readAddress = checked('E-mail', email, (cell) => ({ kind: 'address', cell }));

export const readLevel: CellReader<Level> = ({ line, cells }, problems) => {
  const bare = cells.Level.toLowerCase().replaceAll(/[^a-z]/gu, '');
  if (Object.hasOwn(levelNames, bare)) return levelNames[bare];
  problems.push({ line, column: 'Level', fault: { kind: 'level', cell: cells.Level } });
  return undefined;
};

export const readAfterHours: CellReader<boolean> = ({ line, cells }, problems) => {
  const cell = cells['After hours'];
  const text = cell.toLowerCase();
  if (text === 'yes' || text === 'no') return text === 'yes';
  problems.push({ line, column: 'After hours', fault: { kind: 'yes-or-no', cell } });
  return undefined;
};

export const readCode: CellReader<string> = ({ line, cells }, problems) => {
  const cell = cells.Code;
  if (/^[A-Z0-9]{8,32}$/u.test(normalizedCode(cell)) && cell.length <= limits.companyCode) return cell;
  problems.push({ line, column: 'Code', fault: { kind: 'code', cell } });
  return undefined;
};

function checked(
  column: Column,
  schema: z.ZodMiniType<string>,
  faultOf: (cell: string) => Fault,
): CellReader<string> {
  return ({ line, cells }, problems) => {
    const cell = cells[column];
    const result = z.safeParse(schema, cell);
    if (result.success) return result.data;
    problems.push({ line, column, fault: cell === '' ? { kind: 'missing' } : faultOf(cell) });
    return undefined;
  };
}
