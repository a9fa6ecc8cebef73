import { CsvError, parse } from 'csv-parse/sync';
import { type Column, columns, type Fault, type Problem } from '../domain/import/problem.ts';

/** A line of a sheet, not blank: its cells by column, trimmed; '' where nothing stands. */
export interface SheetLine {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface Sheet {
  readonly lines: readonly SheetLine[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the lines of a sheet, saved as CSV with commas, semicolons or tabs. Columns may stand in any order and be left
 * out; what can't be read is among the problems.
 */
export function readLines(bytes: Uint8Array): Sheet {
  const text = decoded(bytes);
  if (text === undefined) return wrong({ kind: 'encoding' });
  const records = recordsOf(text);
  if ('problems' in records) return records;
  const [heading, ...rows] = records;
  if (heading === undefined) return wrong({ kind: 'empty' });
  const headed = heading.cells.map(columnOf);
  const problems = [...problemsOfHeading(heading, headed), ...rows.flatMap((row) => surplus(row, headed))];
  return { lines: rows.map(({ line, cells }) => ({ line, cells: byColumn(headed, cells) })), problems };
}

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Blank lines don't count, be they full of separators. */
function recordsOf(text: string): Cells[] | Sheet {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: string[] }[];
    return records
      .map(({ info, record }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return wrong({ kind: 'quotes' }, Number(error['lines'] ?? 1));
  }
}

/** Spreadsheets write semicolons where the comma is the decimal sign. The heading has no such sign in it. */
function delimiterOf(text: string): string {
  const [heading = ''] = text.trimStart().split(/[\r\n]/u, 1);
  const count = (sign: string): number => heading.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** However it is spaced, hyphenated and capitalized. */
function columnOf(heading: string): Column | undefined {
  const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/gu, '');
  return columns.find((column) => bare(column) === bare(heading));
}

function problemsOfHeading({ line, cells }: Cells, headed: readonly (Column | undefined)[]): Problem[] {
  const unknown: Fault[] = cells
    .filter((cell, index) => cell !== '' && headed[index] === undefined)
    .map((cell) => ({ kind: 'unknown-column', cell }));
  const twice: Fault[] = headed
    .filter((column) => column !== undefined)
    .filter((column, index, named) => named.indexOf(column) !== index)
    .map((name) => ({ kind: 'column-twice', name }));
  const missing: Fault[] = headed.includes('Company ID') ? [] : [{ kind: 'no-id' }];
  return [...unknown, ...twice, ...missing].map((fault) => ({ line, fault }));
}

/** Cells under no heading hold something that would be lost. */
function surplus({ line, cells }: Cells, headed: readonly (Column | undefined)[]): Problem[] {
  const lost = cells.filter((cell, index) => cell !== '' && index >= headed.length);
  return lost.map((cell) => ({ line, fault: { kind: 'no-heading', cell } }));
}

function byColumn(headed: readonly (Column | undefined)[], cells: readonly string[]): SheetLine['cells'] {
  const cellOf = (column: Column): string => {
    const index = headed.indexOf(column);
    return index < 0 ? '' : (cells[index] ?? '');
  };
  return Object.fromEntries(columns.map((column) => [column, cellOf(column)])) as Record<Column, string>;
}

function wrong(fault: Fault, line = 1): Sheet {
  return { lines: [], problems: [{ line, fault }] };
}
