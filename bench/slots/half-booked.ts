import type { Calendar } from '../../lib/domain/calendar/calendar.ts';
import { CELL_MS, eachCell } from '../../lib/domain/calendar/cells.ts';
import { addDays, dateAt, instantOn } from '../../lib/domain/calendar/zone.ts';
import type { Catalogue } from '../../lib/domain/catalogue.ts';
import { randomFrom, shuffled } from '../random.ts';

/** A session that is booked already (ms). */
export interface Session {
  readonly consultantId: string;
  readonly start: number;
  readonly end: number;
}

/** Half of a day of nine hours, in half hours: four sessions of an hour, one of half an hour, and gaps between them. */
const day: readonly (readonly [halfHours: number, booked: boolean])[] = [
  ...Array.from({ length: 4 }, () => [2, true] as const),
  [1, true],
  ...Array.from({ length: 9 }, () => [1, false] as const),
];
const opening = 8.5 * 60;

/** Sessions that fill half of each working day from the date of an instant on, in an order that the seed draws. */
export function halfBooked(catalogue: Catalogue, from: number, days: number, seed: number): Session[] {
  const random = randomFrom(seed);
  const first = dateAt(catalogue.zone, from);
  return catalogue.consultants.flatMap(({ id }) =>
    Array.from({ length: days }, (_, index) => addDays(first, index))
      .filter(isWeekday)
      .flatMap((date) => sessionsOn(catalogue.zone, date, id, random)),
  );
}

function sessionsOn(zone: string, date: string, consultantId: string, random: () => number): Session[] {
  const sessions: Session[] = [];
  let minutes = opening;
  for (const [halfHours, booked] of shuffled(day, random)) {
    const [start, end] = [minutes, minutes + halfHours * 30].map((at) => instantOn(zone, date, at));
    if (booked && start !== undefined && end !== undefined) sessions.push({ consultantId, start, end });
    minutes += halfHours * 30;
  }
  return sessions;
}

const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The sessions as the table has them: counted cells. */
export function asCalendar(sessions: readonly Session[]): Calendar {
  const booked = new Map<string, number[]>();
  for (const { consultantId, start, end } of sessions) {
    const cells = booked.get(consultantId) ?? [];
    cells.push(...eachCell({ from: start / CELL_MS, to: end / CELL_MS }));
    booked.set(consultantId, cells);
  }
  return { booked, off: new Map(), extra: new Map() };
}
