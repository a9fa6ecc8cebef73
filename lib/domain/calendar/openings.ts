import type { Catalogue, Consultant, SessionType } from '../catalogue.ts';
import type { Calendar, Cells } from './calendar.ts';
import { CELLS_A_DAY, cellAt, cellFrom, cellStart, cellsIn, dayOfCell } from './cells.ts';
import { closedCells } from './hours.ts';
import { Obstacle } from './obstacle.ts';
import { DAY_MS, wallClock } from './zone.ts';

/** What a session asks of the calendar. */
export type Offer = Pick<SessionType, 'id' | 'minutes'>;

/** One consultant's stretch of cells, each with the flags of what stands in the way. */
export interface Board {
  readonly consultant: Consultant;
  readonly first: number;
  readonly cells: Uint8Array;
}

/** All that closes a cell but time off and other sessions: what extra hours make up for. */
const MADE_UP_FOR = Obstacle.outsideHours | Obstacle.holiday;

/**
 * Lays out a consultant's hours, holidays, extra hours, time off and busy cells from one instant (ms) to another, in
 * this order: what comes later wins.
 */
export function boardOf(
  catalogue: Catalogue,
  consultant: Consultant,
  calendar: Calendar,
  from: number,
  to: number,
): Board {
  const firstDay = dayOfCell(cellAt(from));
  const first = firstDay * CELLS_A_DAY;
  const dayCount = dayOfCell(cellFrom(to)) - firstDay + 1;
  const cells = new Uint8Array(dayCount * CELLS_A_DAY);
  for (let day = 0; day < dayCount; day++) {
    cells.set(closedCells(catalogue, consultant, firstDay + day), day * CELLS_A_DAY);
  }
  const mark = (marked: Cells, flags: number, kept = 255): void => {
    for (const cell of marked.get(consultant.id) ?? []) {
      const index = cell - first;
      if (index >= 0 && index < cells.length) cells[index] = ((cells[index] ?? 0) & kept) | flags;
    }
  };
  mark(calendar.extra, 0, ~MADE_UP_FOR);
  mark(calendar.off, Obstacle.timeOff);
  mark(calendar.booked, Obstacle.booked);
  return { consultant, first, cells };
}

/**
 * What stands in the way of a session with this consultant: zero, or obstacle flags. Offering, booking and
 * explaining all ask here. The session must fit the hours; the buffer after it only has to be free of other sessions.
 */
export function obstaclesWith(board: Board, catalogue: Catalogue, offer: Offer, start: number): number {
  const { consultant, cells } = board;
  let found = gives(consultant, offer) ? 0 : Obstacle.notGiven;
  const index = cellAt(start) - board.first;
  const end = index + cellsIn(offer.minutes);
  const freeUntil = end + cellsIn(catalogue.policy.offering.bufferMinutes);
  for (let cell = index; cell < end; cell++) found |= cells[cell] ?? Obstacle.outsideHours;
  for (let cell = end; cell < freeUntil; cell++) found |= (cells[cell] ?? 0) & Obstacle.booked;
  return found;
}

/** What stands in the way of any session at this start (ms), whoever gives it: zero, or obstacle flags. */
export function obstaclesOfTime(catalogue: Catalogue, start: number, now: number): number {
  const { slotEveryMinutes, noticeMinutes, horizonDays } = catalogue.policy.offering;
  let found = 0;
  if ((wallClock(catalogue.zone, start) % DAY_MS) % (slotEveryMinutes * 60_000) !== 0) {
    found |= Obstacle.offGrid;
  }
  if (start < now) found |= Obstacle.inThePast;
  else if (start < now + noticeMinutes * 60_000) found |= Obstacle.tooSoon;
  if (start > now + horizonDays * DAY_MS) found |= Obstacle.beyondHorizon;
  return found;
}

/** Every instant (ms) from `from` up to, not including, `to` at which somebody can give the session, ascending. */
export function openStarts(
  catalogue: Catalogue,
  offer: Offer,
  calendar: Calendar,
  now: number,
  from: number,
  to: number,
): number[] {
  const reach = offer.minutes + catalogue.policy.offering.bufferMinutes;
  const span = bookableSpan(catalogue, now, from, to);
  const boards = catalogue.consultants
    .filter((consultant) => gives(consultant, offer))
    .map((consultant) => boardOf(catalogue, consultant, calendar, span.from, span.to + reach * 60_000));
  const first = boards[0]?.first ?? 0;
  const open = new Uint8Array(boards[0]?.cells.length ?? 0);
  for (const board of boards) {
    markOpenings(open, board, cellsIn(offer.minutes), cellsIn(catalogue.policy.offering.bufferMinutes));
  }
  const starts: number[] = [];
  const last = cellFrom(span.to) - first;
  for (
    let at = open.indexOf(1, cellFrom(span.from) - first);
    at !== -1 && at < last;
    at = open.indexOf(1, at + 1)
  ) {
    const start = cellStart(first + at);
    if (obstaclesOfTime(catalogue, start, now) === 0) starts.push(start);
  }
  return starts;
}

/**
 * Marks every cell from which the board is free for a session, as `obstaclesWith` has it, in one pass from the back:
 * to ask for each start would read every cell as often as a session is long.
 */
function markOpenings(open: Uint8Array, { cells }: Board, session: number, buffer: number): void {
  let free = 0;
  // After the board's end nothing is known to be booked.
  let unbooked = Number.POSITIVE_INFINITY;
  for (let index = cells.length - 1; index >= 0; index--) {
    const flags = cells[index] ?? 0;
    free = flags === 0 ? free + 1 : 0;
    unbooked = (flags & Obstacle.booked) === 0 ? unbooked + 1 : 0;
    if (free >= session && unbooked >= session + buffer) open[index] = 1;
  }
}

/** The part of a stretch of time (ms) in which anything can be booked at all; empty (`from` = `to`) if none can. */
export function bookableSpan(
  { policy: { offering } }: Catalogue,
  now: number,
  from: number,
  to: number,
): { from: number; to: number } {
  const first = Math.max(from, now);
  return { from: first, to: Math.max(first, Math.min(to, now + offering.horizonDays * DAY_MS + 1)) };
}

function gives(consultant: Consultant, offer: Offer): boolean {
  return consultant.sessionTypes === undefined || consultant.sessionTypes.includes(offer.id);
}
