import { CELL_MINUTES, cellFrom } from '../calendar/cells.ts';
import type { Booking } from './booking.ts';
import { calendarChanges } from './holds.ts';

/**
 * Minutes of a consultant's time that a booking held and that are free again before they pass: others can have them.
 * Counted from the calendar, in whole cells, so what a session closed at +15 gives back of its hour is 45. Below 0 where
 * the booking takes back what it gave, because a no-show was reversed or a session reopened.
 */
export function minutesGivenBack(before: Booking | undefined, after: Booking, now: number): number {
  if (before === undefined) return 0;
  const ahead = cellFrom(now);
  const count = (cells: readonly number[]) => cells.filter((cell) => cell >= ahead).length;
  const moved = before.version !== after.version;
  const cells = calendarChanges(before, after).reduce(
    // Where a session is moved to is a place of its own, not one taken back.
    (sum, { free, take }) => sum + count(free) - (moved ? 0 : count(take)),
    0,
  );
  return cells * CELL_MINUTES;
}
