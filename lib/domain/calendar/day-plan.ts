import type { Catalogue, Consultant } from '../catalogue.ts';
import type { Calendar } from './calendar.ts';
import { CELLS_A_DAY, type CellRange, cellAt, cellFrom, dayOfCell, eachCell } from './cells.ts';
import { closedCells } from './hours.ts';

/** How a consultant works in a stretch of time, as runs of cells in their order. */
export interface DayPlan {
  /** Worked, extra hours among it. */
  readonly open: readonly CellRange[];
  /** Time off, also where nobody works anyway. */
  readonly off: readonly CellRange[];
  /** Extra hours that no time off closes. */
  readonly extra: readonly CellRange[];
}

/** The plan from one instant to another (ms), sessions aside. */
export function dayPlan(
  catalogue: Catalogue,
  consultant: Consultant,
  calendar: Calendar,
  from: number,
  until: number,
): DayPlan {
  const off = new Set(calendar.off.get(consultant.id));
  const added = new Set(calendar.extra.get(consultant.id));
  const cells = eachCell({ from: cellAt(from), to: cellFrom(until) });
  const isExtra = (cell: number) => added.has(cell) && !off.has(cell);
  const isWorked = (cell: number) => isUsual(catalogue, consultant, cell) && !off.has(cell);
  return {
    open: runsOf(cells.filter((cell) => isWorked(cell) || isExtra(cell))),
    off: runsOf(cells.filter((cell) => off.has(cell))),
    extra: runsOf(cells.filter(isExtra)),
  };
}

function isUsual(catalogue: Catalogue, consultant: Consultant, cell: number): boolean {
  const day = dayOfCell(cell);
  return closedCells(catalogue, consultant, day)[cell - day * CELLS_A_DAY] === 0;
}

/** Cells in their order, with those that follow one another together. */
function runsOf(cells: readonly number[]): CellRange[] {
  const runs: { from: number; to: number }[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last?.to === cell) last.to = cell + 1;
    else runs.push({ from: cell, to: cell + 1 });
  }
  return runs;
}
