import type { Catalogue } from '../catalogue.ts';
import { CELLS_A_DAY, cellFrom, cellStart, dayOfCell } from './cells.ts';
import { closedCells } from './hours.ts';

const HOUR = 3_600_000;
/** Who hasn't worked for a year doesn't. */
const FARTHEST_CELLS = 366 * CELLS_A_DAY;

/**
 * The latest instant (ms) from which there are so many working hours until the given one: hours in which at least one
 * consultant works. A year before it where there aren't that many.
 */
export function workingHoursBefore(catalogue: Catalogue, instant: number, hours: number): number {
  let left = hours * HOUR;
  let until = instant;
  const last = cellFrom(instant) - 1;
  for (let cell = last; left > 0 && cell > last - FARTHEST_CELLS; cell--) {
    const from = cellStart(cell);
    if (isWorked(catalogue, cell)) {
      if (until - from >= left) return until - left;
      left -= until - from;
    }
    until = from;
  }
  return until;
}

function isWorked(catalogue: Catalogue, cell: number): boolean {
  const index = cell - dayOfCell(cell) * CELLS_A_DAY;
  return catalogue.consultants.some(
    (consultant) => closedCells(catalogue, consultant, dayOfCell(cell))[index] === 0,
  );
}
