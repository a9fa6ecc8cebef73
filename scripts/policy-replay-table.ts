import { wallClock } from '../lib/domain/calendar/zone.ts';
import type { Aspect, Difference } from './policy-replay-fold.ts';

const heads = ['Who', 'Company', 'What', 'From', 'Until', 'Current policy', 'Other policy'] as const;

/** Differences as an aligned table, times in the deployment's zone. */
export function tableOf(differences: readonly Difference[], zone: string): string {
  const at = (instant: number) => wallClockText(zone, instant);
  const rows = [heads, ...differences.map((difference) => cellsOf(difference, at, 'still'))];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Differences as CSV (RFC 4180), times in UTC. */
export function csvOf(differences: readonly Difference[]): string {
  const at = (instant: number) => new Date(instant).toISOString();
  const rows = [heads, ...differences.map((difference) => cellsOf(difference, at, ''))];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function cellsOf(
  { who = '', companyId = '', what, from, until, current, other }: Difference,
  at: (instant: number) => string,
  still: string,
): string[] {
  const state = (value: number | undefined) => stateText(what, value, at);
  return [
    who,
    companyId,
    what,
    at(from),
    until === undefined ? still : at(until),
    state(current),
    state(other),
  ];
}

function stateText(what: Aspect, value: number | undefined, at: (instant: number) => string): string {
  switch (what) {
    case 'block':
      return value === undefined ? 'free' : `blocked until ${at(value)}`;
    case 'approval':
      return value === undefined ? 'not needed' : `needed until ${at(value)}`;
    case 'review':
      return value === undefined ? 'none' : `open since ${at(value)}`;
    case 'strikes':
      return String(value ?? 0);
  }
}

function wallClockText(zone: string, instant: number): string {
  return new Date(wallClock(zone, instant)).toISOString().slice(0, 16).replace('T', ' ');
}

/** What a spreadsheet would take for a formula is told apart from one by an apostrophe. */
function csvCell(text: string): string {
  const plain = /^[=+\-@]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
