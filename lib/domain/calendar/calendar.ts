/** Cells of each consultant, by consultant id; a cell may be in it more than once. */
export type Cells = ReadonlyMap<string, Iterable<number>>;

/** What the consultants' time holds beside their weekly hours. */
export interface Calendar {
  /** Cells that sessions hold, each as often as there are sessions that hold it. */
  readonly booked: Cells;
  /** Cells of time off. */
  readonly off: Cells;
  /** Cells of extra hours. Time off wins over them. */
  readonly extra: Cells;
}

/** Nothing is booked, and everybody works the weekly hours. */
export const emptyCalendar: Calendar = { booked: new Map(), off: new Map(), extra: new Map() };
