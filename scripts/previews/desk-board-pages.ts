import settings from '#config';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { type Calendar, emptyCalendar } from '../../lib/domain/calendar/calendar.ts';
import { CELL_MS, cellAt, eachCell } from '../../lib/domain/calendar/cells.ts';
import { addDays, dateAt } from '../../lib/domain/calendar/zone.ts';
import { boardPage } from '../../lib/pages/desk/board-page.tsx';
import type { BoardView } from '../../lib/pages/desk/board-view.ts';
import { mondayOf } from '../../lib/pages/desk/board-view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { HOUR, MINUTE, START } from './sample.ts';
import { stories } from './stories.ts';
import { type Story, tell } from './story.ts';

const today = dateAt(settings.zone, START);
const now = moments.asked + MINUTE;
const [first, second] = settings.consultants.map(({ id }) => id);

/** The board of our staff. Another state is a row. */
export const deskBoardPages: readonly PageState[] = [
  row('Desk, a day', (visit) => ({ bookings: sessions(visit) })),
  row('Desk, a day with time off and extra hours', (visit) => ({
    bookings: sessions(visit),
    calendar: hours,
  })),
  row('Desk, an empty day', () => ({ first: addDays(today, 4), follows: false })),
  row('Desk, a week', (visit) => ({
    kind: 'week',
    first: mondayOf(today),
    count: 7,
    bookings: sessions(visit),
    calendar: hours,
  })),
];

const hours: Calendar = {
  ...emptyCalendar,
  off: new Map([[second ?? '', cellsFrom(START + 3 * HOUR, 3)]]),
  extra: new Map([[first ?? '', cellsFrom(START + 7.5 * HOUR, 2)]]),
};

function row(name: string, more: (visit: Visit) => Partial<BoardView>): PageState {
  const usual: BoardView = {
    ...{ kind: 'day', first: today, count: 1, today, follows: true, now },
    insider: { name: 'Robin Hale', waiting: { count: 3, more: false } },
    bookings: [],
    calendar: emptyCalendar,
  };
  return { name, page: (visit) => boardPage(visit, { ...usual, ...more(visit) }) };
}

/** One for most states, of two consultants, by their start. */
function sessions(visit: Visit): Booking[] {
  const told = [
    session(visit, stories.completed, -1.25 * HOUR, first, 'Noor Okafor'),
    session(visit, stories.asked, 0, first, 'Ada Lovelace'),
    session(visit, stories.setByStaff, 0.25 * HOUR, first, 'Viktor Novak'),
    session(visit, stories.asUsual, 2 * HOUR, first, 'Ines Moreau'),
    session(visit, stories.requested, 4 * HOUR, first, 'Tomas Silva'),
    session(visit, stories.absent, -1.25 * HOUR, second, 'Paul Iyer'),
    session(visit, stories.joined, 0, second, 'Leila Zeller'),
    session(visit, stories.cancelled, 1.5 * HOUR, second, 'Emre Bauer'),
    session(visit, stories.mailComesBack, 3.5 * HOUR, second, 'Clara Costa'),
  ];
  return told.toSorted((a, b) => a.start - b.start);
}

/** A story's session, told as if it had been so much later (ms), of somebody else. */
function session(
  visit: Visit,
  story: Story,
  later: number,
  consultantId: string | undefined,
  name: string,
): Booking {
  const booking = tell(visit.language.code, story);
  return {
    ...booking,
    id: `bkg_${name.toLowerCase().replace(' ', '')}`,
    consultantId: consultantId ?? booking.consultantId,
    start: booking.start + later,
    end: booking.end + later,
    due: booking.due.map((timer) => ({ ...timer, at: timer.at + later })),
    attendee: { ...booking.attendee, name },
  };
}

function cellsFrom(instant: number, count: number): number[] {
  const from = cellAt(instant);
  return eachCell({ from, to: from + (count * HOUR) / CELL_MS });
}
