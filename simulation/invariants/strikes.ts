import type { Strike, World } from '../world.ts';
import { MINUTE, skew } from './stated-rules.ts';

/** How many faults struck in a time (ms), and shortly before: each may have cost what was to happen one more round. */
export function struckWithin({ strikes }: World, from: number, until: number): number {
  return strikes.filter(({ at, kind }) => kind !== 'skew' && at >= from - MINUTE && at <= until).length;
}

/** Whether something that was done may not be known to have been: its doer died, or its answer was lost, in between. */
export function explainsRepeat({ strikes }: World, from: number, until: number): boolean {
  return strikes.some(
    (strike) => strike.at >= from - skew && strike.at <= until + skew && losesTheAnswer(strike),
  );
}

function losesTheAnswer({ kind, how }: Strike): boolean {
  return kind === 'call' && (how.startsWith('dies') || how === 'fails-after' || how === 'cut-after');
}
