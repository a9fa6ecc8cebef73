import { dateAt, instantOn, startOfDate } from '../lib/domain/calendar/zone.ts';
import { drawCast } from './draw-cast.ts';
import { fateOf } from './draw-fate.ts';
import { drawFaults } from './draw-faults.ts';
import { drawStaff } from './draw-staff.ts';
import type { House } from './house.ts';
import { Random } from './random.ts';
import type { Act, Book, CastPerson, Script } from './script.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Wishes {
  readonly seed: number;
  readonly bookings: number;
  /** Faults for each booking; 0 for a calm world. */
  readonly faults: number;
  /** The instant at which it begins. */
  readonly start: string;
}

/** The script of a seed: the same for the same wishes and house. */
export function drawScript(wishes: Wishes, house: House): Script {
  const random = new Random(wishes.seed);
  const cast = drawCast(random.fork('cast'), wishes.bookings);
  const days = workingDays(house, wishes);
  const acts: Act[] = [];
  for (let index = 0; index < wishes.bookings; ) {
    const draw = random.fork(`booking ${index}`);
    const crowd = Math.min(draw.chance(0.12) ? draw.between(2, 4) : 1, wishes.bookings - index);
    const picked = pickTime(draw, house, days, Date.parse(wishes.start));
    for (let member = 0; member < crowd; member += 1, index += 1) {
      acts.push(...drawBooking({ random, cast: cast.people, house, days, index, crowd, ...picked }));
    }
  }
  acts.push(...drawStaff(random.fork('staff'), { acts, cast, house, days, bookings: wishes.bookings }));
  acts.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  const faults = drawFaults(random.fork('faults'), wishes.bookings, wishes.faults);
  return { seed: wishes.seed, start: wishes.start, cast, acts, faults };
}

/** Dates that are worked on from the start on: so many that each has about six sessions. */
function workingDays({ zone, holidays }: House, { start, bookings }: Wishes): string[] {
  const days: string[] = [];
  let at = startOfDate(zone, dateAt(zone, Date.parse(start))) + 12 * HOUR;
  while (days.length < Math.max(3, Math.ceil(bookings / 6))) {
    const date = dateAt(zone, at);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday % 6 !== 0 && !holidays.includes(date)) days.push(date);
    at += 24 * HOUR;
  }
  return days;
}

interface Picked {
  /** When it is booked, and for when (ms). */
  readonly at: number;
  readonly start: number;
}

function pickTime(draw: Random, house: House, days: readonly string[], begin: number): Picked {
  const start = slot(draw, house, days);
  const latest = start - 75 * MINUTE;
  const ahead = draw.weighted({ hours: 4, day: 3, early: 3, tooLate: 0.5 });
  const lead = {
    hours: () => draw.between(75, 5 * 60) * MINUTE,
    day: () => draw.between(20 * 60, 30 * 60) * MINUTE,
    early: () => draw.between(30 * 60, 90 * 60) * MINUTE,
    tooLate: () => draw.between(-20, 69) * MINUTE,
  }[ahead]();
  const earliest = begin + draw.between(1, 90) * MINUTE;
  return {
    start,
    at: Math.max(earliest, ahead === 'tooLate' ? start - lead : Math.min(latest, start - lead)),
  };
}

/** A time that may be free: mostly on the half hour within the hours, sometimes not. */
function slot(draw: Random, { zone }: House, days: readonly string[]): number {
  const odd = draw.chance(0.06) ? draw.pick([-120, 7, 420]) : 0;
  // Within a few hours, so that people want the same times.
  return instantOn(zone, draw.pick(days), 9 * 60 + 30 * draw.between(0, 14) + odd);
}

interface BookingDraw extends Picked {
  readonly random: Random;
  readonly cast: readonly CastPerson[];
  readonly house: House;
  readonly days: readonly string[];
  readonly index: number;
  readonly crowd: number;
}

function drawBooking({ random, cast, house, days, index, crowd, at, start }: BookingDraw): Act[] {
  const id = `b${index}`;
  const draw = random.fork(id);
  const who = draw.pick(cast.filter(({ account }) => account !== 'staff'));
  const type = draw.pick(house.sessionTypes);
  const book: Act & Book = {
    ...{ id, at, do: 'book', who: who.id, start, sessionType: type.id, key: keyOf(draw) },
    mobile: who.mobile !== undefined && draw.chance(0.85),
    code: who.company !== undefined && !draw.chance(0.04),
    locale: draw.chance(0.25) ? 'de' : 'en',
    ...(draw.chance(0.15) ? { repeats: draw.between(1, 2) } : {}),
    ...(draw.chance(0.2) ? { byPage: true } : {}),
    ...(crowd > 1 ? { burst: `at ${at}` } : {}),
  };
  const minutes = type.minutes;
  const another = (): number => laterSlot(draw, house, days, at);
  return [book, ...fateOf(draw.fork('fate'), { book, who, minutes, another })];
}

/** A slot after an instant, or any where none comes up. */
function laterSlot(draw: Random, house: House, days: readonly string[], after: number): number {
  const slots = Array.from({ length: 8 }, () => slot(draw, house, days));
  return slots.find((start) => start > after + 3 * HOUR) ?? Math.max(...slots);
}

function keyOf(draw: Random): string {
  return Array.from({ length: 32 }, () => draw.between(0, 15).toString(16)).join('');
}
