import { Refusal } from '../refusal.ts';
import { CELL_MINUTES, CELL_MS, type CellRange, cellAt } from './cells.ts';
import { DAY_MS, wallClock } from './zone.ts';

export const hoursKinds = ['off', 'extra'] as const;
/** Time off closes hours, and wins; extra hours open time outside the weekly hours and on holidays. */
export type HoursKind = (typeof hoursKinds)[number];

/** What is asked for: how a consultant's time differs from the weekly hours, in whole quarter hours. */
export interface HoursWish {
  readonly consultantId: string;
  readonly kind: HoursKind;
  /** The first instant (ms), and the first after it. */
  readonly from: number;
  readonly to: number;
  /** For the record alone. */
  readonly reason: string;
}

/** Time off or extra hours of a consultant. Removed ones stay on record, and count no more. */
export interface HoursException extends HoursWish {
  /** `hrs_` and 26 characters. */
  readonly id: string;
  /** Id of who of our staff added it, and when (ms). */
  readonly by: string;
  readonly at: number;
  readonly removed?: { readonly by: string; readonly at: number };
}

/** The most days at once: a transaction has room for 100 items, and touches one a day. */
export const MOST_DAYS = 92;

/** The cells that it closes or opens. */
export function cellsOf({ from, to }: Pick<HoursWish, 'from' | 'to'>): CellRange {
  return { from: cellAt(from), to: cellAt(to) };
}

/** Throws `invalid-input` naming the field. Days are counted on the wall clock of the zone, `now` is in ms. */
export function refuseBadStretch({ from, to }: HoursWish, zone: string, now: number): void {
  for (const [field, instant] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (instant % CELL_MS !== 0)
      throw badField(field, `must be a whole quarter hour (${CELL_MINUTES} minutes)`);
  if (to <= from) throw badField('to', 'must be after from');
  if (to <= now) throw badField('to', 'must not lie in the past');
  if (wallClock(zone, to) - wallClock(zone, from) > MOST_DAYS * DAY_MS)
    throw badField('to', `must be at most ${MOST_DAYS} days after from`);
}

function badField(field: string, message: string): Refusal {
  return new Refusal('invalid-input', `${field} ${message}.`, { errors: [{ field, message }] });
}
