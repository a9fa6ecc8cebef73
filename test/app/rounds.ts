import { inRounds } from '../../bench/capacity/rounds.ts';
import type { Table } from '../../lib/app/deps.ts';

/**
 * The same table, and the calls of it so far by name, in the rounds in which they were made: calls that waited for one
 * another are in different rounds.
 */
export function roundsOf(table: Table): { readonly table: Table; readonly rounds: () => string[][] } {
  const calls: { name: string; start: number; end: number }[] = [];
  let at = 0;
  const watched = new Proxy(table, {
    get: (target, name: keyof Table) => {
      const port: (...args: never[]) => Promise<unknown> = target[name];
      return async (...args: never[]) => {
        const call = { name, start: ++at, end: Number.POSITIVE_INFINITY };
        calls.push(call);
        try {
          return await port(...args);
        } finally {
          call.end = ++at;
        }
      };
    },
  });
  return {
    table: watched,
    rounds: () => inRounds(calls).map((round) => round.map(({ name }) => name)),
  };
}
