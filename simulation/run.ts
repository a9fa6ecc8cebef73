import { type Cloud, startCloud } from '../local/cloud.ts';
import { OtherSystem, type Taken } from '../local/hostile/other-system.ts';
import { perform } from './actors.ts';
import { Pace } from './advance.ts';
import { Scene } from './scene.ts';
import type { Act, Logged, Script, Violation } from './script.ts';
import { setStage } from './stage.ts';
import { stepsOf } from './timeline.ts';

const DAY_MS = 86_400_000;

/** Looks at a cloud from outside once all is over, and at what another system was posted, and says what is wrong. */
export type Judge = (
  cloud: Cloud,
  script: Script,
  log: readonly Logged[],
  taken?: readonly Taken[],
) => Promise<readonly Violation[]>;

export interface RunOptions {
  /** Directory of the synthesized stack. */
  readonly assembly: string;
  readonly judge: Judge;
  /** Takes what the cloud says of itself; nobody unless given. */
  readonly print?: (line: string) => void;
}

export interface Run {
  readonly violations: readonly Violation[];
  readonly log: readonly Logged[];
  readonly figures: Figures;
}

export interface Figures {
  readonly acts: number;
  /** Calls over HTTP by those who act. */
  readonly calls: number;
  /** Invocations of functions. */
  readonly invocations: number;
  readonly strikes: number;
  readonly virtualDays: number;
  readonly seconds: number;
}

/** Plays a script in a cloud of its own, lets all of it come to an end in calm, and has it judged. */
export async function run(script: Script, { assembly, judge, print = ignore }: RunOptions): Promise<Run> {
  const began = performance.now();
  const now = Date.parse(script.start);
  const hostile = { seed: script.seed, faults: script.faults };
  const cloud = await startCloud({ port: 0, assembly, now, print, cold: true, hostile });
  const other = script.cast.webhook && cloud.hostile && (await OtherSystem.open(cloud.hostile, cloud.clock));
  try {
    await setStage(cloud, script, other?.url);
    const log = await play(cloud, script);
    const violations = await judge(cloud, script, log, other?.taken());
    return { violations, log, figures: figuresOf(cloud, log, began, now) };
  } finally {
    other?.close();
    await cloud.stop();
  }
}

async function play(cloud: Cloud, script: Script): Promise<Logged[]> {
  const scene = new Scene(cloud, script);
  const pace = new Pace(cloud, () => cloud.hostile?.strikes().length ?? 0);
  const log: Logged[] = [];
  try {
    for (const { at, acts } of stepsOf(script)) {
      await pace.to(at);
      log.push(...(await scene.atOnce(acts.map((act) => () => logged(scene, act)))));
    }
    await cloud.clock.settle();
    cloud.hostile?.calm();
    pace.slowDown();
    await pace.to(Math.max(cloud.clock.now(), lastInstant(script)) + 2 * DAY_MS);
    return log;
  } finally {
    scene.staff.close();
  }
}

async function logged(scene: Scene, act: Act): Promise<Logged> {
  const { clock } = scene.cloud;
  const begun = clock.now();
  const outcome = await perform(scene, act);
  await clock.settle();
  return { act, begun, settled: clock.now(), ...outcome };
}

/** The last instant that a script has to do with (ms). */
function lastInstant({ acts, start }: Script): number {
  const instants = acts.flatMap((act) => [act.at, 'start' in act ? (act.start ?? 0) : 0]);
  return Math.max(Date.parse(start), ...instants);
}

function figuresOf(cloud: Cloud, log: readonly Logged[], began: number, start: number): Figures {
  const runs = Object.values(cloud.usage()['functions.runs'] ?? {});
  return {
    acts: log.length,
    calls: log.reduce((sum, { answers }) => sum + answers.length, 0),
    invocations: runs.reduce((sum, count) => sum + count, 0),
    strikes: cloud.hostile?.strikes().length ?? 0,
    virtualDays: (cloud.clock.now() - start) / DAY_MS,
    seconds: (performance.now() - began) / 1000,
  };
}

const ignore = (): void => undefined;
