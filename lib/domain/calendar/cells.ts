/**
 * Time cut into quarter hours of UTC. A cell is the number of quarter hours since the epoch, so no
 * clock change can shift one, and every zone of today lies a whole number of cells from UTC.
 */

export const CELL_MINUTES = 15;
export const CELL_MS = CELL_MINUTES * 60_000;
export const CELLS_A_DAY = 96;

/** Cells from `from` up to, not including, `to`. */
export interface CellRange {
  readonly from: number;
  readonly to: number;
}

/** Each cell of a range. */
export function eachCell({ from, to }: CellRange): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** How many of the cells lie in a range. */
export function countWithin(cells: Iterable<number>, { from, to }: CellRange): number {
  let count = 0;
  for (const cell of cells) if (cell >= from && cell < to) count++;
  return count;
}

/** The cell that contains an instant (ms). */
export function cellAt(instant: number): number {
  return Math.floor(instant / CELL_MS);
}

/** The first cell that begins at or after an instant (ms). */
export function cellFrom(instant: number): number {
  return Math.ceil(instant / CELL_MS);
}

/** The instant (ms) at which a cell begins. */
export function cellStart(cell: number): number {
  return cell * CELL_MS;
}

/** The UTC day (days since the epoch) of a cell. */
export function dayOfCell(cell: number): number {
  return Math.floor(cell / CELLS_A_DAY);
}

/** How many cells a number of minutes takes; part of a cell counts whole. */
export function cellsIn(minutes: number): number {
  return Math.ceil(minutes / CELL_MINUTES);
}
