import type { Deps } from './deps.ts';

/** The most sessions of one number that are looked at. */
const MOST = 25;
/** No session that is open at an instant, or that a text sent then can be about, began longer before it (ms). */
const LATELY = 86_400_000;

/** Ids of the sessions of a number that may be open at an instant (ms) or lie ahead of it, soonest first. */
export function sessionsOfNumber(deps: Pick<Deps, 'table'>, mobile: string, at: number): Promise<string[]> {
  return deps.table.bookingsOf(mobile, at - LATELY, MOST);
}
