import { freeOf, type Line, totalOf } from './bill.ts';
import { pricesAsOf } from './prices.ts';

const widths = [22, 34, 16, 16, 10] as const;

/** A bill as an aligned table: what each service is paid for, how much of it, at what price. */
export function tableOf(title: string, lines: readonly Line[]): string {
  const rows = lines.map(({ service, unit, units, each, amount }) => [
    service,
    unit,
    count(units),
    `$${each.toPrecision(3)}`,
    dollars(amount),
  ]);
  const head = ['Service', 'Unit', 'Units', 'Price', 'Dollars'];
  const total = ['', '', '', 'Total', dollars(totalOf(lines))];
  return [title, ...[head, ...rows, total].map(rowOf)].join('\n');
}

/** The part of the month that no account pays. */
export function freeLine(lines: readonly Line[]): string {
  const free = freeOf(lines);
  const total = totalOf(lines);
  return `Of this, ${dollars(free)} is free in every account without an end, where nothing else of the account uses it: ${dollars(total - free)} is left.`;
}

export const footnote = `Prices: us-east-1, as of ${pricesAsOf}; scripts/cost/prices.ts names the page of each.`;

const rowOf = (cells: readonly string[]): string =>
  cells
    .map((cell, column) =>
      column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    .join(' ')
    .trimEnd();

const dollars = (amount: number): string => `$${amount.toFixed(amount < 0.1 ? 4 : 2)}`;

function count(units: number): string {
  if (units >= 100) return Math.round(units).toLocaleString('en-US');
  return units.toPrecision(3);
}
