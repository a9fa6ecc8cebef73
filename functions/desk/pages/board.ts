import { type BoardDays, boardDays } from '../../../lib/app/desk/board.ts';
import { waitingAtDesk } from '../../../lib/app/desk/waiting-at-desk.ts';
import { isDate } from '../../../lib/domain/calendar/zone.ts';
import { alwaysSent } from '../../../lib/pages/always-sent.ts';
import { boardPage } from '../../../lib/pages/desk/board-page.tsx';
import { boardUpdates, seenIn } from '../../../lib/pages/desk/board-updates.ts';
import { type BoardView, type BoardWish, boardWish } from '../../../lib/pages/desk/board-view.ts';
import { pageResult } from '../../../lib/pages/page.tsx';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps, DeskPageHandler } from '../handler.ts';

/** The board of a day or a week. */
export const showDesk: DeskPageHandler = async (deps, _, visit, viewer) => {
  const view = await viewOf(deps, viewer, boardWish(visit, deps.now()));
  return pageResult(visit, boardPage(visit, view));
};

/** What has changed on a day of it since the browser asked last. */
export const getDeskUpdates: DeskPageHandler = async (deps, _, visit, viewer) => {
  const wish = boardWish(visit, deps.now());
  const date = visit.query.get('date') ?? '';
  const day = { ...wish, first: isDate(date) ? date : wish.today, count: 1 };
  const view = await viewOf(deps, viewer, day);
  const seen = seenIn(visit.query.get('seen') ?? '');
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...alwaysSent },
    body: JSON.stringify(boardUpdates(visit, view, seen)),
  };
};

async function viewOf(deps: DeskDeps, { person }: Viewer, wish: BoardWish): Promise<BoardView> {
  const [days, waiting]: [BoardDays, BoardView['insider']['waiting']] = await Promise.all([
    boardDays(deps, wish.first, wish.count),
    waitingAtDesk(deps),
  ]);
  return { ...wish, ...days, now: deps.now(), insider: { name: person.name, waiting } };
}
