import { describe, expect, it } from 'vitest';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { emptyCalendar } from '../../lib/domain/calendar/calendar.ts';
import { cellAt } from '../../lib/domain/calendar/cells.ts';
import { boardCards } from '../../lib/pages/desk/board-cards.ts';
import { boardUpdates, seenIn } from '../../lib/pages/desk/board-updates.ts';
import type { BoardView } from '../../lib/pages/desk/board-view.ts';
import { at, boardView, session, settingsWith } from './desk-day.ts';
import { visit } from './session-visit.ts';

const as = { ...visit(), settings: settingsWith(2) };
const hashes = (view: BoardView) => boardCards(as, view).map(({ seen }) => seen);
const viewOf = (...bookings: Booking[]) => boardView({ bookings });

const upcoming = session('upcoming', { start: at('14:00'), id: 'bkg_one', name: 'Ada Park' });
const joined: Booking = {
  ...upcoming,
  status: 'in_progress',
  revision: upcoming.revision + 1,
  attendance: { joinedAt: at('14:00'), evidence: 'staff', staffId: 'per_kim' },
};

describe('what has changed on the board', () => {
  it('is nothing for a browser that has seen it', () => {
    const view = viewOf(upcoming);
    expect(boardUpdates(as, view, hashes(view))).toMatchObject({ cards: [], gone: [] });
  });

  it('is the card that says something else than before, in the place of what was seen', () => {
    const seen = hashes(viewOf(upcoming));
    const { cards, gone } = boardUpdates(as, viewOf(joined), seen);
    expect(cards).toMatchObject([{ id: 'bkg_one', list: 'board-open' }]);
    expect(cards[0]?.html).toContain('Joined');
    expect(gone).toEqual(seen);
  });

  it('is also what the clock alone has changed', () => {
    const seen = hashes(viewOf(upcoming));
    const { cards } = boardUpdates(as, { ...viewOf(upcoming), now: at('14:01') }, seen);
    expect(cards[0]?.html).toContain('Waiting');
  });

  it('is nothing where time passes and a card stays as it is: the browser counts down itself', () => {
    const asked = session('asked', { start: at('11:15') });
    const seen = hashes(viewOf(asked));
    expect(boardUpdates(as, { ...viewOf(asked), now: at('11:29') }, seen).cards).toEqual([]);
  });

  it('tells what is gone, and doesn’t mind what never was', () => {
    const seen = [...hashes(viewOf(upcoming)), 'AAAAAA'];
    expect(boardUpdates(as, viewOf(), seen)).toMatchObject({ cards: [], gone: seen });
  });

  it('has everything for a browser that has seen nothing', () => {
    expect(boardUpdates(as, viewOf(upcoming), []).cards).toHaveLength(1);
  });

  it('puts what is over, and what is cancelled, into lists of their own', () => {
    const over = session('completed', { start: at('09:00') });
    const off = session('cancelled', { start: at('10:00') });
    const { cards } = boardUpdates(as, viewOf(over, off), []);
    expect(cards.map(({ list }) => list).toSorted()).toEqual(['board-cancelled', 'board-over']);
  });

  it('shows a card anew that has to make room for another', () => {
    const beside = session('upcoming', { start: at('14:30'), name: 'Beside It' });
    const seen = hashes(viewOf(upcoming, beside));
    const { cards } = boardUpdates(
      as,
      viewOf(beside, { ...upcoming, start: at('15:30'), end: at('16:30') }),
      seen,
    );
    expect(cards).toHaveLength(2);
  });
});

describe('what tells that a day is to be loaded anew', () => {
  const frame = (more: Partial<BoardView> = {}) =>
    boardUpdates(as, boardView({ bookings: [upcoming], ...more }), []).frame;

  it('stays while cards only change how they stand', () => {
    expect(frame({ bookings: [joined], now: at('14:20') })).toBe(frame());
  });

  it('is another with time off, extra hours, another day and the first session of a day', () => {
    const cell = [cellAt(at('15:00'))];
    const others = [
      frame({ calendar: { ...emptyCalendar, off: new Map([['robin', cell]]) } }),
      frame({ calendar: { ...emptyCalendar, extra: new Map([['kim', cell]]) } }),
      frame({ today: '2026-11-25' }),
      frame({ bookings: [] }),
      frame({ bookings: [upcoming, session('upcoming', { start: at('22:00') })] }),
      frame({ bookings: [upcoming, session('upcoming', { start: at('14:00'), name: 'Beside' })] }),
    ];
    for (const other of others) expect(other).not.toBe(frame());
  });
});

describe('what a browser tells it has seen', () => {
  it('is read in sixes, and anything else is nothing', () => {
    expect(seenIn('abc-_1DEF234')).toEqual(['abc-_1', 'DEF234']);
    for (const text of ['', 'abc', '<>"\'&;']) expect(seenIn(text)).toEqual([]);
  });
});
