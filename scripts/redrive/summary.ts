import type { Outcome } from './work-off.ts';

/** What became of the messages of each queue, as an aligned table. */
export function summaryOf(results: ReadonlyMap<string, readonly Outcome[]>, dryRun: boolean): string {
  const head = ['Queue', 'Messages', dryRun ? 'Readable' : 'Done', 'Stay'];
  const rows = [...results].map(([queue, outcomes]) => {
    const stay = outcomes.filter(({ stays }) => stays !== undefined).length;
    return [queue, ...[outcomes.length, outcomes.length - stay, dryRun ? outcomes.length : stay].map(String)];
  });
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return ['', ...[head, ...rows].map(line)].join('\n');
}
