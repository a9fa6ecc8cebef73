import type { Catalogue, Consultant, Weekday } from '../catalogue.ts';
import { remember } from '../remember.ts';
import { CELL_MINUTES, CELL_MS, CELLS_A_DAY, cellStart } from './cells.ts';
import { Obstacle } from './obstacle.ts';
import { DAY_MS, wallClock } from './zone.ts';

/** Weekdays as UTC numbers them. */
const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const weeks = new WeakMap<Consultant, Uint8Array>();
const days = new WeakMap<Catalogue, WeakMap<Consultant, Map<number, Uint8Array>>>();
const holidays = new WeakMap<Catalogue, ReadonlySet<number>>();

/**
 * Which of a UTC day's 96 cells a consultant doesn't work, and why: zero, or obstacle flags. A cell is
 * worked when its wall-clock time in the consultant's zone lies in a window of that weekday, so clock
 * changes need no rule of their own. Holidays are dates of the deployment's zone.
 */
export function closedCells(catalogue: Catalogue, consultant: Consultant, day: number): Uint8Array {
  const byConsultant = remember(days, catalogue, () => new WeakMap<Consultant, Map<number, Uint8Array>>());
  const known = remember(byConsultant, consultant, () => new Map<number, Uint8Array>());
  // The longest horizon fits; days beyond are asked about by nobody in earnest.
  if (known.size > 1000) known.clear();
  return remember(known, day, () => computeDay(catalogue, consultant, day));
}

function computeDay(catalogue: Catalogue, consultant: Consultant, day: number): Uint8Array {
  const week = remember(weeks, consultant, workedWeek);
  const closed = remember(holidays, catalogue, holidayDays);
  const zone = consultant.zone ?? catalogue.zone;
  const cells = new Uint8Array(CELLS_A_DAY);
  for (let index = 0; index < CELLS_A_DAY; index++) {
    const instant = cellStart(day * CELLS_A_DAY + index);
    const wall = wallClock(zone, instant);
    const weekday = new Date(wall).getUTCDay();
    const quarter = Math.floor(wall / CELL_MS) % CELLS_A_DAY;
    if (week[weekday * CELLS_A_DAY + quarter] === 0) cells[index] = Obstacle.outsideHours;
    if (closed.has(dayOn(wallClock(catalogue.zone, instant)))) cells[index] = Obstacle.holiday;
  }
  return cells;
}

/** The deployment's holidays as numbers: a horizon has too many cells to write the date of each. */
function holidayDays(catalogue: Catalogue): ReadonlySet<number> {
  return new Set(catalogue.holidays.map((date) => dayOn(Date.parse(`${date}T00:00:00Z`))));
}

/** The day of a wall clock's time, counted as UTC counts them. */
function dayOn(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

/** One flag for each quarter hour of the wall-clock week, Sunday first. Windows past midnight run on into the next day. */
function workedWeek(consultant: Consultant): Uint8Array {
  const week = new Uint8Array(7 * CELLS_A_DAY);
  weekdays.forEach((weekday, index) => {
    for (const window of consultant.hours[weekday] ?? []) {
      const from = index * CELLS_A_DAY + quarterOf(window.from);
      const to = index * CELLS_A_DAY + quarterOf(window.to);
      for (let quarter = from; quarter < to; quarter++) week[quarter % week.length] = 1;
    }
  });
  return week;
}

/** The quarter hour of a time written HH:MM, counted from midnight; 24:00 and later lie in the next day. */
function quarterOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) / CELL_MINUTES;
}
