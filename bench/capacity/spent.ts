import type { Cloud } from '../../local/cloud.ts';
import type { UsageReport } from '../../local/usage/usage.ts';
import { inRounds } from './rounds.ts';
import type { TableCall } from './watched-calls.ts';

/** What something took of the table: units as the engine counts them, and the calls of each round, which waited for those before. */
export interface Spent {
  readonly writes: number;
  readonly reads: number;
  readonly rounds: readonly (readonly string[])[];
}

/** Does something, waits for all that follows, and gives what each function spent on it, by its logical id. */
export async function spentOn(
  cloud: Cloud,
  calls: readonly TableCall[],
  work: () => Promise<unknown>,
): Promise<(logicalId: string) => Spent> {
  const [before, known] = [cloud.usage(), calls.length];
  await work();
  await cloud.clock.advance(0);
  const [after, made] = [cloud.usage(), calls.slice(known)];
  return (logicalId) => ({
    writes: unitsOf(after, 'table.writeUnits', logicalId) - unitsOf(before, 'table.writeUnits', logicalId),
    reads: unitsOf(after, 'table.readUnits', logicalId) - unitsOf(before, 'table.readUnits', logicalId),
    rounds: inRounds(made.filter(({ caller }) => caller === logicalId)).map((round) =>
      round.map(({ action }) => action).toSorted(),
    ),
  });
}

function unitsOf(usage: UsageReport, meter: 'table.writeUnits' | 'table.readUnits', caller: string): number {
  return Object.entries(usage[meter] ?? {})
    .filter(([of]) => of.split(' ')[0] === caller)
    .reduce((sum, [, units]) => sum + units, 0);
}
