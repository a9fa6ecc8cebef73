import type { Catalogue, Consultant } from '../catalogue.ts';
import type { Calendar } from './calendar.ts';
import { spanToLoad } from './choose.ts';
import { Obstacle } from './obstacle.ts';
import { boardOf, type Offer, obstaclesOfTime, obstaclesWith } from './openings.ts';

export interface Reason {
  readonly code: ReasonCode;
  readonly detail: string;
  /** Id of the consultant whom the reason concerns; absent where it concerns everyone. */
  readonly consultant?: string;
}

export type ReasonCode =
  | 'off-grid'
  | 'in-the-past'
  | 'too-soon'
  | 'beyond-horizon'
  | 'outside-hours'
  | 'holiday'
  | 'time-off'
  | 'booked'
  | 'not-given';

export interface Explanation {
  readonly bookable: boolean;
  /** Empty when bookable. */
  readonly reasons: readonly Reason[];
}

/** Why a start (ms) can or can't be booked. Bookable exactly when the slot search would offer it. */
export function explain(
  catalogue: Catalogue,
  offer: Offer,
  calendar: Calendar,
  now: number,
  start: number,
): Explanation {
  const general = obstaclesOfTime(catalogue, start, now);
  const { from, to } = spanToLoad(catalogue, offer, start);
  const found = catalogue.consultants.map((consultant) => ({
    consultant,
    obstacles: obstaclesWith(boardOf(catalogue, consultant, calendar, from, to), catalogue, offer, start),
  }));
  if (general === 0 && found.some(({ obstacles }) => obstacles === 0)) return { bookable: true, reasons: [] };
  return {
    bookable: false,
    reasons: [
      ...aboutTheTime(general, catalogue),
      ...found.flatMap(({ consultant, obstacles }) => aboutTheConsultant(obstacles, consultant)),
    ],
  };
}

function aboutTheTime(obstacles: number, { policy: { offering } }: Catalogue): Reason[] {
  const table: [number, ReasonCode, string][] = [
    [Obstacle.offGrid, 'off-grid', `Sessions start every ${offering.slotEveryMinutes} minutes.`],
    [Obstacle.inThePast, 'in-the-past', 'This time has passed.'],
    [Obstacle.tooSoon, 'too-soon', `Sessions are booked at least ${offering.noticeMinutes} minutes ahead.`],
    [
      Obstacle.beyondHorizon,
      'beyond-horizon',
      `Sessions are booked at most ${offering.horizonDays} days ahead.`,
    ],
  ];
  return table.filter(([flag]) => (obstacles & flag) !== 0).map(([, code, detail]) => ({ code, detail }));
}

function aboutTheConsultant(obstacles: number, { id, name }: Consultant): Reason[] {
  const table: [number, ReasonCode, string][] = [
    [Obstacle.notGiven, 'not-given', `${name} doesn't give this kind of session.`],
    [Obstacle.holiday, 'holiday', `${name} doesn't work on this holiday.`],
    [Obstacle.outsideHours, 'outside-hours', `The session doesn't fit into ${name}'s hours.`],
    [Obstacle.timeOff, 'time-off', `${name} is off then.`],
    [Obstacle.booked, 'booked', `${name} has another session then.`],
  ];
  return table
    .filter(([flag]) => (obstacles & flag) !== 0)
    .map(([, code, detail]) => ({ code, detail, consultant: id }));
}
