import { type Booking, isOver } from '../../domain/booking/booking.ts';
import type { Visit } from '../visit.ts';
import { gridOf } from './board-grid.ts';
import { type BoardDay, type BoardView, daysOf } from './board-view.ts';
import { type Card, cardOf } from './card.tsx';

/** The lists of a day to scale: what is now and next stands first. */
export const dayLists = { open: 'board-open', over: 'board-over', cancelled: 'board-cancelled' } as const;

/** Id of the list of a consultant's sessions on a date, in a week. */
export function weekList(date: string, consultantId: string): string {
  return `w-${date}-${consultantId}`;
}

/** All cards of a board, in the order in which they stand in their lists. */
export function boardCards(visit: Visit, view: BoardView): Card[] {
  const days = daysOf(visit, view);
  return days.flatMap((day) =>
    view.kind === 'day' ? dayCards(visit, view, day) : weekCards(visit, view, day),
  );
}

function dayCards(visit: Visit, view: BoardView, day: BoardDay): Card[] {
  const { places } = gridOf(visit.settings, view.calendar, day);
  const cards = day.bookings.map((booking) =>
    cardOf(booking, { visit, now: view.now, list: listOf(booking), place: places.get(booking.id) }),
  );
  return cards.toSorted(byPlace);
}

function listOf(booking: Booking): string {
  if (booking.status === 'cancelled') return dayLists.cancelled;
  return isOver(booking) ? dayLists.over : dayLists.open;
}

/** Cancelled ones are left out: a week is looked at for what is to come of it. */
function weekCards(visit: Visit, view: BoardView, { date, bookings }: BoardDay): Card[] {
  const standing = bookings.filter(({ status }) => status !== 'cancelled');
  const cards = standing.map((booking) =>
    cardOf(booking, { visit, now: view.now, list: weekList(date, booking.consultantId) }),
  );
  return cards.toSorted(byPlace);
}

function byPlace(a: Card, b: Card): number {
  return a.at < b.at ? -1 : 1;
}
