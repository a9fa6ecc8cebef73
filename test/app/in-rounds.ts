import type { ReactDeps } from '../../lib/app/react-deps.ts';

/** What is asked of the table in one round, by the names of the ports' methods. */
export type Round = readonly string[];

/**
 * The same world, in which what is asked of the table is answered round by round: each call waits until all of its round
 * were made, so that a test in which one waits for another of them never ends. One that isn't of its round fails. `left`
 * gives the rounds that haven't come to their end.
 */
export function inRounds(
  deps: ReactDeps,
  rounds: readonly Round[],
): { deps: ReactDeps; left: () => Round[] } {
  const due = rounds.map((round) => ({ missing: [...round], made: Promise.withResolvers<void>() }));
  const arrive = (name: string): Promise<void> => {
    const [round] = due;
    const index = round?.missing.indexOf(name) ?? -1;
    if (round === undefined || index === -1)
      return Promise.reject(new Error(`${name} was asked, where ${round?.missing.join(', ')} was due`));
    round.missing.splice(index, 1);
    if (round.missing.length === 0) {
      due.shift();
      round.made.resolve();
    }
    return round.made.promise;
  };
  const held = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...asked: unknown[]) => {
          await arrive(String(name));
          return method.apply(target, asked);
        };
      },
    });
  const { table, outbox, standings, people } = deps;
  return {
    deps: {
      ...deps,
      table: held(table),
      outbox: held(outbox),
      standings: held(standings),
      people: held(people),
    },
    left: () => due.map(({ missing }) => missing),
  };
}
