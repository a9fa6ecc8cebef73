import { median, quantile } from '../median.ts';
import { randomFrom } from '../random.ts';
import { digits, duration, megabytes, type Row } from '../report.ts';
import { asked } from '../slots/question.ts';
import { Asking, kindOf } from './asking.ts';
import { type Seen, visit } from './client.ts';
import { CloudChild } from './cloud-child.ts';

/** What so many people at once were answered. */
export interface Load {
  readonly clients: number;
  /** How long they kept asking (ms). */
  readonly took: number;
  readonly seen: readonly Seen[];
}

const levels = [1, 10, 50];
const runMs = 8000;

/** Throughput and latency of a mixed load over HTTP, what was answered otherwise than well, and the memory that is held. */
export async function measureHttp(assembly: string): Promise<readonly Row[]> {
  const cloud = await CloudChild.start(assembly, asked.now);
  try {
    const before = await cloud.memory();
    await loadOf(cloud.site, 4, 2000, 0);
    const loads: Load[] = [];
    const held: number[] = [];
    for (const [index, clients] of levels.entries()) {
      loads.push(await loadOf(cloud.site, clients, runMs, index + 1));
      await cloud.settle();
      held.push(await cloud.memory());
    }
    return [...loads.flatMap((load) => loadRows(load, loads[0])), ...memoryRows(before, held)];
  } finally {
    await cloud.stop();
  }
}

async function loadOf(site: string, clients: number, forMs: number, run: number): Promise<Load> {
  const asking = new Asking(site, clients);
  const began = performance.now();
  const isOver = (): boolean => performance.now() - began > forMs;
  const seen = await Promise.all(
    Array.from({ length: clients }, (_, index) => {
      const name = `client-${run}-${index}`;
      const random = randomFrom(run * 1000 + index);
      return visit({ asking, random, from: '2027-03-03', to: asked.last, name }, isOver);
    }),
  );
  asking.close();
  return { clients, took: performance.now() - began, seen: seen.flat() };
}

/** A row of all, a row of each kind of request, and a row of what went otherwise than well. */
export function loadRows(load: Load, alone: Load | undefined): readonly Row[] {
  const { clients, took, seen } = load;
  const people = peopleOf(clients);
  const perSecond = (1000 * seen.length) / took;
  const first = alone === undefined ? perSecond : (1000 * alone.seen.length) / alone.took;
  const failed = seen.filter(({ status }) => status >= 500 || status === 0);
  const others = Map.groupBy(
    seen.filter(({ status }) => status === 0 || status >= 400),
    kindOf,
  );
  return [
    {
      part: 'http',
      what: `${people}, all requests`,
      figure: `${digits(perSecond)} a second`,
      against: latencies(seen),
      ratio: perSecond / first,
    },
    ...[...Map.groupBy(seen, ({ what }) => what)].map(
      ([what, some]): Row => ({
        part: 'http',
        what: `${people}, ${what}`,
        figure: `${some.length} times`,
        against: latencies(some),
      }),
    ),
    {
      part: 'http',
      what: `${people}, refused or failed`,
      figure: `${[...others.values()].flat().length} of ${seen.length}`,
      against: [...others].map(([kind, some]) => `${some.length} × ${kind}`).join(', ') || 'none',
      aim: { said: 'no 5xx', met: failed.length === 0 },
    },
  ];
}

const peopleOf = (clients: number): string => `${clients} client${clients === 1 ? '' : 's'}`;

function latencies(seen: readonly Seen[]): string {
  const took = seen.map(({ ms }) => ms);
  return `p50 ${duration(median(took))}, p95 ${duration(quantile(took, 0.95))}, p99 ${duration(quantile(took, 0.99))}`;
}

function memoryRows(before: number, held: readonly number[]): readonly Row[] {
  return held.map((after, index) => ({
    part: 'http',
    what: `memory after ${peopleOf(levels[index] ?? 0)}`,
    figure: megabytes(after),
    against: `${megabytes(before)} before any`,
    ratio: after / before,
  }));
}
