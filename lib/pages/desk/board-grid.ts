import type { Booking } from '../../domain/booking/booking.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { type CellRange, cellAt, cellFrom } from '../../domain/calendar/cells.ts';
import { type DayPlan, dayPlan } from '../../domain/calendar/day-plan.ts';
import type { Catalogue, Consultant } from '../../domain/catalogue.ts';
import type { BoardDay } from './board-view.ts';

/** Where a session stands in the grid: the columns are quarter hours, the rows consultants and their lanes. */
export interface GridPlace {
  readonly column: number;
  readonly span: number;
  readonly row: number;
}

export interface GridRow {
  readonly consultant: Consultant;
  readonly plan: DayPlan;
  /** The first of its lanes, and how many: sessions that overlap stand one under the other. */
  readonly row: number;
  readonly lanes: number;
}

/** A day to scale. */
export interface Grid {
  /** The cells shown: half hours, of everybody's working time and of every session. */
  readonly cells: CellRange;
  readonly rows: readonly GridRow[];
  /** Places of the sessions that aren't cancelled, by booking id. */
  readonly places: ReadonlyMap<string, GridPlace>;
}

const HALF_HOUR = 2;
/** The first row of the grid tells the hours. */
const FIRST_ROW = 2;

export function gridOf(catalogue: Catalogue, calendar: Calendar, day: BoardDay): Grid {
  const plans = catalogue.consultants.map((consultant) => ({
    consultant,
    plan: dayPlan(catalogue, consultant, calendar, day.from, day.until),
  }));
  const taking = day.bookings.filter(({ status }) => status !== 'cancelled');
  const runs = [...plans.flatMap(({ plan: { open, extra } }) => [...open, ...extra]), ...taking.map(cellsOf)];
  const cells = halfHours(runs, cellAt(day.from));
  const rows: GridRow[] = [];
  const places = new Map<string, GridPlace>();
  let row = FIRST_ROW;
  for (const { consultant, plan } of plans) {
    const lanes = intoLanes(taking.filter(({ consultantId }) => consultantId === consultant.id));
    lanes.forEach((lane, index) => {
      for (const booking of lane)
        places.set(booking.id, { ...placeIn(cells, cellsOf(booking)), row: row + index });
    });
    rows.push({ consultant, plan, row, lanes: lanes.length });
    row += lanes.length;
  }
  return { cells, rows, places };
}

/** Columns of a run of cells, as far as the grid shows it; the first column is the consultants' names. */
export function placeIn(shown: CellRange, { from, to }: CellRange): Omit<GridPlace, 'row'> {
  const [first, end] = [Math.max(from, shown.from), Math.min(to, shown.to)];
  return { column: first - shown.from + 2, span: Math.max(1, end - first) };
}

/** A session may begin at any minute: it has the cells that it touches. */
function cellsOf({ start, end }: Booking): CellRange {
  return { from: cellAt(start), to: cellFrom(end) };
}

/** At least one lane, so that whoever has no session has a row as well. Sessions come by their start. */
function intoLanes(bookings: readonly Booking[]): Booking[][] {
  const lanes: Booking[][] = [[]];
  for (const booking of bookings) {
    const free = lanes.find((lane) => cellFrom(lane.at(-1)?.end ?? 0) <= cellAt(booking.start));
    if (free === undefined) lanes.push([booking]);
    else free.push(booking);
  }
  return lanes;
}

/** From eight to six where nothing says otherwise. */
function halfHours(runs: readonly CellRange[], midnight: number): CellRange {
  if (runs.length === 0) return { from: midnight + 16 * HALF_HOUR, to: midnight + 36 * HALF_HOUR };
  const first = Math.min(...runs.map(({ from }) => from)) - midnight;
  const last = Math.max(...runs.map(({ to }) => to)) - midnight;
  return {
    from: midnight + Math.max(0, Math.floor(first / HALF_HOUR) * HALF_HOUR),
    to: midnight + Math.ceil(last / HALF_HOUR) * HALF_HOUR,
  };
}
