import { boardDays } from '../../lib/app/desk/board.ts';
import { dateAt } from '../../lib/domain/calendar/zone.ts';
import { boardJson } from '../../lib/http/desk-board-json.ts';
import { boardQuery } from '../../lib/http/desk-board-schemas.ts';
import { readQuery } from '../../lib/http/read.ts';
import type { DeskHandler } from './handler.ts';

/** Some days of all consultants: what the desk's board is made of. */
export const getBoard: DeskHandler = async (deps, event) => {
  const { date = dateAt(deps.settings.zone, deps.now()), days = 1 } = readQuery(event, boardQuery);
  const read = await boardDays(deps, date, days);
  return { status: 200, body: boardJson(read, deps.settings, deps.now()) };
};
