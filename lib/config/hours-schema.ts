import * as z from 'zod';
import type { Weekday, WeeklyHours, Window } from '../domain/catalogue.ts';
import { type Contradiction, contradictions } from './contradiction.ts';
import { quarterHour } from './fields.ts';
import { minutesOf, overlapsOf } from './working-week.ts';

const day = 24 * 60;

const window = z
  .strictObject({
    from: quarterHour(/^([01]\d|2[0-3]):(00|15|30|45)$/, '00:00 to 23:45'),
    to: quarterHour(/^([0-3]\d|4[0-7]):(00|15|30|45)$/, '00:15 to 47:45 (30:00 is 06:00 the next day)'),
  })
  .superRefine(contradictions(lengthProblems));

const windows = z.array(window).exactOptional();

/** A consultant's working windows, none of which overlap. */
export const hoursSchema = z
  .strictObject({
    monday: windows,
    tuesday: windows,
    wednesday: windows,
    thursday: windows,
    friday: windows,
    saturday: windows,
    sunday: windows,
  } satisfies Record<Weekday, unknown>)
  .superRefine(contradictions(overlapProblems));

function* lengthProblems({ from, to }: Window): Iterable<Contradiction> {
  const length = minutesOf(to) - minutesOf(from);
  if (length <= 0)
    yield {
      path: ['to'],
      message: `the hours end at ${to}, which is not after ${from}, their start: an end past midnight is written as on a timetable, 30:00 for 06:00 the next day`,
    };
  if (length > day) yield { path: ['to'], message: `${from} to ${to} is longer than a day` };
}

function* overlapProblems(hours: WeeklyHours): Iterable<Contradiction> {
  for (const [later, earlier] of overlapsOf(hours))
    yield {
      path: [later.weekday, later.index],
      message: `${later.window.from} to ${later.window.to} overlaps ${earlier.weekday}'s ${earlier.window.from} to ${earlier.window.to}`,
    };
}
