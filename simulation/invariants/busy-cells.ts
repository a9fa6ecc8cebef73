import type { SeenBooking, SeenHours } from '../world.ts';
import { momentsOf } from './history.ts';
import { CELL } from './stated-rules.ts';
import { type Invariant, instant } from './violation.ts';

export const busyCells: Invariant = {
  name: 'busy cells',
  says: "The calendar's busy cells are exactly those of open bookings, and its closed ones those of time off.",
  find: ({ world: { bookings, hours, cells } }) => {
    const held = countedBy(bookings.flatMap(cellsHeld));
    const closed = countedBy(hours.flatMap(cellsClosed));
    const counted = new Map(cells.map((cell) => [nameOf(cell), cell]));
    const names = new Set([...held.keys(), ...closed.keys(), ...counted.keys()]);
    return [...names].flatMap((name) => {
      const [isHeld, isClosed] = [counted.get(name)?.held ?? 0, counted.get(name)?.closed ?? 0];
      const by = held.get(name) ?? [];
      const off = closed.get(name)?.length ?? 0;
      if (isHeld === by.length && isClosed === off) return [];
      const sentence = `The cell ${name} is held ${isHeld} times and closed ${isClosed} times, where ${by.length} sessions and ${off} times off have it.`;
      const [bookingId] = by;
      return [{ sentence, ...(bookingId === undefined ? {} : { bookingId }) }];
    });
  },
};

interface Of {
  readonly name: string;
  readonly by: string;
}

function countedBy(all: readonly Of[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name, by } of all) found.set(name, [...(found.get(name) ?? []), by]);
  return found;
}

/** The cells that a booking's last moment keeps, one after the other. */
function cellsHeld(booking: SeenBooking): Of[] {
  const last = momentsOf(booking).at(-1);
  if (last === undefined || last.keptUntil <= last.start) return [];
  return cellsBetween(last.consultant, last.start, last.keptUntil, booking.id);
}

function cellsClosed({ consultant, kind, from, to, removedAt }: SeenHours): Of[] {
  if (kind !== 'off' || removedAt !== undefined) return [];
  return cellsBetween(consultant, from, to, 'time off');
}

function cellsBetween(consultant: string, from: number, until: number, by: string): Of[] {
  const cells: Of[] = [];
  for (let cell = Math.floor(from / CELL) * CELL; cell < until; cell += CELL) {
    cells.push({ name: nameOf({ consultant, from: cell }), by });
  }
  return cells;
}

function nameOf({ consultant, from }: { readonly consultant: string; readonly from: number }): string {
  return `${instant(from)} of ${consultant}`;
}
