import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAssembly, synthesize } from '../local/assembly.ts';
import { type Cloud, startCloud } from '../local/cloud.ts';
import { seedDemo } from '../local/demo.ts';
import type { UsageReport } from '../local/usage/usage.ts';
import { atRest, type Template } from './cost/at-rest.ts';
import { billOf, times } from './cost/bill.ts';
import { assumed, type FunctionSize } from './cost/billed-time.ts';
import { partOf, usedBetween } from './cost/difference.ts';
import { itemsOf, metricItems, textItems } from './cost/items.ts';
import { type Lived, live } from './cost/life.ts';
import { footnote, freeLine, tableOf } from './cost/report.ts';

const usage = `Says what bookings cost on AWS, and what the stack costs when nobody books: lives bookings in a local cloud, measures
what they use, and multiplies it by the list prices of scripts/cost/prices.ts.

  npm run cost -- [--bookings 200] [--slower 1.5] [--json]

  --bookings <number>  how many are lived, 1 to 500: more take longer and differ little (default 200)
  --slower <factor>    how much longer a processor of Lambda takes than one of this machine (default ${assumed.slower})
  --json               prints what was measured as JSON, by meter
  --help               prints this`;

/** What was asked for can't be done, as the message says. */
class CostError extends Error {}

/** A Monday, a while before any holiday: the local clock starts there. */
const start = Date.parse('2027-03-01T07:00:00-05:00');

try {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await cost(options);
} catch (error) {
  if (!(error instanceof CostError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

interface Options {
  readonly bookings: number;
  readonly slower: number;
  readonly json: boolean;
}

async function cost({ bookings, slower, json }: Options): Promise<void> {
  // Functions in the cloud see UTC; the zone of a process holds for all its threads.
  process.env['TZ'] = 'UTC';
  const directory = mkdtempSync(join(tmpdir(), 'showup-cost-'));
  try {
    await synthesize(directory, { config: 'scripts/cost/config.ts', stage: 'prod' });
    const cloud = await startCloud({ port: 0, now: start, assembly: directory, print: () => undefined });
    try {
      const measured = await measure(cloud, bookings);
      const { template } = readAssembly(directory);
      if (json) console.log(JSON.stringify(measured, null, 2));
      else print(measured, template, slower);
    } finally {
      await cloud.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Measured {
  readonly lived: Lived;
  readonly functions: readonly FunctionSize[];
  /** Of the bookings alone. */
  readonly used: UsageReport;
  /** Of the local clock, from the first booking to the last session's end. */
  readonly days: number;
  /** Of the sweeps. */
  readonly swept: UsageReport;
}

async function measure(cloud: Cloud, bookings: number): Promise<Measured> {
  await seedDemo(cloud.engineEndpoint, cloud.tables[0]?.name ?? '', cloud.clock.now());
  await cloud.clock.advance(0);
  const [before, began] = [cloud.usage(), cloud.clock.now()];
  const lived = await live(cloud, bookings);
  const all = usedBetween(before, cloud.usage());
  const sweep = cloud.stack.find(`showup-prod-sweep`);
  const isSweeps = (of: string): boolean => of === sweep.ref || of.split(' ')[0] === sweep.logicalId;
  return {
    lived,
    days: (cloud.clock.now() - began) / 86_400_000,
    functions: cloud.functions.definitions.map(({ name, logicalId, memoryMegabytes }) => ({
      name,
      logicalId,
      memoryMegabytes,
    })),
    used: partOf(all, (of) => !isSweeps(of)),
    swept: partOf(all, isSweeps),
  };
}

function print({ lived, days, functions, used, swept }: Measured, template: Template, slower: number): void {
  const perThousand = 1000 / lived.bookings;
  const { bookings, moved, cancelled, joined, answered, absent } = lived;
  console.log(
    `Lived ${bookings} bookings: ${moved} moved, ${cancelled} cancelled, ${joined} joined in time, ` +
      `${answered} answered the text that asks, ${absent} came to nothing.\n`,
  );
  const without = billOf(times(itemsOf(used, functions, slower), perThousand));
  console.log(`${tableOf('1,000 bookings, without texts', without)}\n`);
  console.log(`${tableOf('Their texts', billOf(times(textItems(used), perThousand)))}\n`);
  const runs = swept['functions.runs']?.['showup-prod-sweep'] ?? 0;
  const metrics = billOf(metricItems(used, days));
  console.log(`${tableOf('Metrics of a month in which people book', metrics)}\n${freeLine(metrics)}\n`);
  const resting = billOf(atRest(template, { usage: swept, runs, functions }));
  console.log(`${tableOf('A month at rest', resting)}\n${freeLine(resting)}\n`);
  console.log(footnote);
  console.log(
    `Time of functions: processor time here × ${slower}, by the share of a processor that their memory buys, ` +
      `and ${assumed.msPerCall} ms for each call of AWS; ${assumed.coldShare * 100}% start cold.`,
  );
}

function readArguments(args: string[]): Options | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const [bookings, slower] = [Number(values.bookings), Number(values.slower)];
  if (!Number.isInteger(bookings) || bookings < 1 || bookings > 500) {
    throw new CostError(`--bookings ${values.bookings} must be a number from 1 to 500`);
  }
  if (!(slower > 0)) throw new CostError(`--slower ${values.slower} must be a number above 0`);
  return { bookings, slower, json: values.json };
}

function parsed(args: string[]) {
  try {
    const options = {
      bookings: { type: 'string', default: '200' },
      slower: { type: 'string', default: String(assumed.slower) },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new CostError(`${message}\n\n${usage}`, { cause: error });
  }
}
