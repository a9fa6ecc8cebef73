import { type CellRange, cellAt, cellFrom, cellsIn, eachCell } from '../calendar/cells.ts';
import type { Policy } from '../policy.ts';
import type { Booking } from './booking.ts';

const MINUTE = 60_000;

/** The cells that a session of so many minutes keeps busy from its start (ms), the buffer after it included. */
export function holdsOf(start: number, minutes: number, policy: Policy): CellRange {
  const { from, to } = cellsOf(start, minutes);
  return { from, to: to + cellsIn(policy.offering.bufferMinutes) };
}

/** Every cell that a session touches; our staff may start one off the quarter hour. */
function cellsOf(start: number, minutes: number): CellRange {
  return { from: cellAt(start), to: cellFrom(start + minutes * MINUTE) };
}

/** Whether a session takes place between two instants (ms); what it holds may reach further. */
export function overlaps({ start, end }: Pick<Booking, 'start' | 'end'>, from: number, to: number): boolean {
  return start < to && from < end;
}

/** What is left of a booking's hold when its session ends at `at` (ms): a cell that has begun stays busy. */
export function holdsUntil({ holds, start }: Booking, at: number): CellRange {
  const { from, to } = holds ?? { from: cellAt(start), to: cellAt(start) };
  return { from, to: Math.max(from, Math.min(to, cellFrom(at))) };
}

/** A consultant's cells, to be taken or freed when a booking changes from one row to the next. */
export interface CalendarChange {
  readonly consultantId: string;
  readonly take: readonly number[];
  readonly free: readonly number[];
  /** Told where what is taken may be held by other sessions too: else nobody else may hold it. */
  readonly beside?: true;
  /** Told where a session gets its place, by being booked or moved, and isn't put beside another. */
  readonly placed?: Placed;
}

/** What a session's new place is held to, beside taking what nobody holds. */
export interface Placed {
  /** The session's cells, without the buffer after it: none may lie in time off. */
  readonly worked: readonly number[];
  /** Cells that it held before, and holds on: no other session may hold them. */
  readonly kept: readonly number[];
}

/** How the calendar changes when a booking's row does: by consultant, what is newly held and what no longer is. */
export function calendarChanges(before: Booking | undefined, after: Booking): CalendarChange[] {
  const consultants = new Set([...(before === undefined ? [] : [before.consultantId]), after.consultantId]);
  return [...consultants]
    .map((consultantId) => {
      const held = cellsHeld(before, consultantId);
      const holding = cellsHeld(after, consultantId);
      return {
        consultantId,
        take: [...holding].filter((cell) => !held.has(cell)),
        free: [...held].filter((cell) => !holding.has(cell)),
        ...(consultantId === after.consultantId ? holdingTo(before, after, held) : {}),
      };
    })
    .filter(({ take, free }) => take.length + free.length > 0);
}

/** Time off that comes after a booking leaves it where it is, so only a booking that gets its place is held to it. */
function holdingTo(
  before: Booking | undefined,
  after: Booking,
  held: ReadonlySet<number>,
): Pick<CalendarChange, 'beside' | 'placed'> {
  if (after.beside === true) return { beside: true };
  if (before?.version === after.version) return {};
  // Our staff book at any time.
  const anyTime = before === undefined && after.bookedBy !== undefined;
  return {
    placed: {
      worked: anyTime ? [] : eachCell(cellsOf(after.start, after.minutes)),
      kept: [...cellsHeld(after, after.consultantId)].filter((cell) => held.has(cell)),
    },
  };
}

function cellsHeld(booking: Booking | undefined, consultantId: string): Set<number> {
  if (booking?.holds === undefined || booking.consultantId !== consultantId) return new Set();
  return new Set(eachCell(booking.holds));
}
