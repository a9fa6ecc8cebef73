import type { Booking } from '../../domain/booking/booking.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { addDays, dateAt, isDate, startOfDate } from '../../domain/calendar/zone.ts';
import type { Visit } from '../visit.ts';
import type { DeskInsider } from './desk-insider.ts';

/** Whether a board shows one day to scale, or a week in short. */
export type BoardKind = 'day' | 'week';

/** The days that a board shows, and since when: all that its address says. */
export interface BoardWish {
  readonly kind: BoardKind;
  /** The day (YYYY-MM-DD), or the first of the week: a Monday. */
  readonly first: string;
  readonly count: number;
  readonly today: string;
  /** False where the address names a date: it then stays on it after midnight. */
  readonly follows: boolean;
}

/** What a board shows. Instants are ms. */
export interface BoardView extends BoardWish {
  readonly insider: Omit<DeskInsider, 'csrf'>;
  readonly now: number;
  readonly bookings: readonly Booking[];
  readonly calendar: Calendar;
}

/** A date that can't be one is today: addresses get cut off. */
export function boardWish({ query, settings }: Visit, now: number): BoardWish {
  const today = dateAt(settings.zone, now);
  const kind = query.get('view') === 'week' ? 'week' : 'day';
  const asked = query.get('date') ?? '';
  const follows = !isDate(asked);
  const date = follows ? today : asked;
  return kind === 'week'
    ? { kind, first: mondayOf(date), count: 7, today, follows }
    : { kind, first: date, count: 1, today, follows };
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -sinceMonday);
}

/** A day of a board: from its first instant up to, not including, the next day's. */
export interface BoardDay {
  readonly date: string;
  readonly from: number;
  readonly until: number;
  readonly bookings: readonly Booking[];
}

/** The view's days, each with the sessions that begin on it. */
export function daysOf({ settings: { zone } }: Visit, view: BoardView): BoardDay[] {
  return Array.from({ length: view.count }, (_, index) => {
    const date = addDays(view.first, index);
    const [from, until] = [startOfDate(zone, date), startOfDate(zone, addDays(date, 1))];
    const bookings = view.bookings.filter(({ start }) => start >= from && start < until);
    return { date, from, until, bookings };
  });
}
