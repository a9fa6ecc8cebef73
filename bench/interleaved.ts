import { median } from './median.ts';

/** One way of doing something, that is timed beside others. */
export interface Contender {
  /** What a run needs and is not timed; its result is handed to the run. */
  readonly prepare?: () => unknown;
  run(prepared: unknown): unknown;
}

/** Tells a time in ms, from whenever on. */
export type Stopwatch = () => number;

/** What this process has used of processors: what else the machine does hardly shows in it. */
export const processorTime: Stopwatch = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** For what waits for others. */
export const wallTime: Stopwatch = () => performance.now();

export interface Timing {
  readonly rounds: number;
  readonly stopwatch: Stopwatch;
  /** How long a sample lasts at least, by the stopwatch (ms): systems count processor time in steps. One run unless given. */
  readonly sampleMs?: number;
}

/**
 * Times the contenders in turn, so many rounds after one that only tells how many runs make a sample, so that what else the
 * machine does hits all of them alike. Gives the median of each in ms a run.
 */
export async function interleaved<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  { rounds, stopwatch, sampleMs = 0 }: Timing,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contenders) as Name[];
  const runs = new Map<Name, number>();
  for (const name of names) runs.set(name, await runsFor(contenders[name], stopwatch, sampleMs));
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of names)
      samples.get(name)?.push(await sample(contenders[name], runs.get(name) ?? 1, stopwatch));
  const medians = names.map((name) => [name, median(samples.get(name) ?? [])]);
  return Object.fromEntries(medians) as Record<Name, number>;
}

/** Twice as many until they last long enough. */
async function runsFor(contender: Contender, stopwatch: Stopwatch, sampleMs: number): Promise<number> {
  for (let runs = 1; ; runs *= 2)
    if ((await sample(contender, runs, stopwatch)) * runs >= sampleMs) return runs;
}

async function sample({ prepare, run }: Contender, runs: number, stopwatch: Stopwatch): Promise<number> {
  const prepared = Array.from({ length: runs }, () => prepare?.());
  const start = stopwatch();
  for (const one of prepared) {
    const result = run(one);
    if (result instanceof Promise) await result;
  }
  return (stopwatch() - start) / runs;
}
