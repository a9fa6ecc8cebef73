import type { Logged, Script, Violation } from '../script.ts';
import type { World } from '../world.ts';
import { busyCells } from './busy-cells.ts';
import { drained } from './drained.ts';
import { fairNoShows } from './fair-no-shows.ts';
import { fewRepeats } from './few-repeats.ts';
import { neverBookedTwice } from './never-booked-twice.ts';
import { onTime } from './on-time.ts';
import { onceAKey } from './once-a-key.ts';
import { posted } from './posted.ts';
import { keptPrivate } from './private.ts';
import { privatePages } from './private-pages.ts';
import { rowIsItsHistory } from './row-is-its-history.ts';
import { signedIn } from './signed-in.ts';
import { standingIsItsHistory } from './standing.ts';
import { timeOffIsKept } from './time-off.ts';
import { toldOfAll } from './told-of-all.ts';
import { trueWhenSent } from './true-when-sent.ts';
import type { Invariant } from './violation.ts';

/** All that must always be true. */
export const invariants: readonly Invariant[] = [
  neverBookedTwice,
  busyCells,
  timeOffIsKept,
  rowIsItsHistory,
  toldOfAll,
  onTime,
  trueWhenSent,
  fewRepeats,
  fairNoShows,
  standingIsItsHistory,
  keptPrivate,
  privatePages,
  posted,
  signedIn,
  onceAKey,
  drained,
];

/** Everything that isn't as it must be in a world in which a script has been played to its end. */
export function check(script: Script, world: World, log: readonly Logged[]): Violation[] {
  return invariants.flatMap(({ name, find }) =>
    find({ script, world, log }).map((found) => ({ invariant: name, ...found })),
  );
}
