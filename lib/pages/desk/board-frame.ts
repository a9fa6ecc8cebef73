import type { Visit } from '../visit.ts';
import { type Grid, gridOf } from './board-grid.ts';
import type { BoardDay, BoardView } from './board-view.ts';
import { shortHash } from './card.tsx';

/**
 * What a day shows beside its cards, in six characters: the hours, who works when, and whether there is anything. Cards
 * that come and go leave it as it is, unless they need more room.
 */
export function frameOf({ settings, language }: Visit, view: BoardView, day: BoardDay): string {
  const { cells, rows } = gridOf(settings, view.calendar, day);
  const days = { kind: view.kind, today: view.today, date: day.date, language: language.code };
  // In a week, nothing stands to scale.
  const room = view.kind === 'day' ? { cells, lanes: rows.map(({ lanes }) => lanes) } : {};
  const plans = rows.map(({ consultant, plan }: Grid['rows'][number]) => [consultant.id, plan]);
  return shortHash(JSON.stringify({ ...days, ...room, plans, empty: day.bookings.length === 0 }));
}
