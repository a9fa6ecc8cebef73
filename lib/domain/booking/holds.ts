import { type CellRange, cellFrom, cellsIn } from '../calendar/cells.ts';
import type { Policy } from '../policy.ts';
import type { Booking } from './booking.ts';

/** The cells that a session of so many minutes keeps busy from its start (ms), the buffer after it included. */
export function holdsOf(start: number, minutes: number, policy: Policy): CellRange {
  const from = cellFrom(start);
  return { from, to: from + cellsIn(minutes) + cellsIn(policy.offering.bufferMinutes) };
}

/** What is left of a booking's hold when its session ends at `at` (ms): a cell that has begun stays busy. */
export function holdsUntil({ holds, start }: Booking, at: number): CellRange {
  const { from, to } = holds ?? { from: cellFrom(start), to: cellFrom(start) };
  return { from, to: Math.max(from, Math.min(to, cellFrom(at))) };
}

/** A consultant's day and the cells of it, to be taken or freed when a booking changes from one row to the next. */
export interface CalendarChange {
  readonly consultantId: string;
  readonly take: readonly number[];
  readonly free: readonly number[];
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
      };
    })
    .filter(({ take, free }) => take.length + free.length > 0);
}

function cellsHeld(booking: Booking | undefined, consultantId: string): Set<number> {
  if (booking?.holds === undefined || booking.consultantId !== consultantId) return new Set();
  const { from, to } = booking.holds;
  return new Set(Array.from({ length: to - from }, (_, index) => from + index));
}
