import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../local/assembly.ts';
import { drawScript } from './draw.ts';
import { houseOf } from './house.ts';
import { judgeOf } from './judge.ts';
import { OptionError, type Options, readOptions, usage } from './options.ts';
import { type Figures, run } from './run.ts';
import type { Script, Violation } from './script.ts';
import settings from './settings.ts';
import { shrink } from './shrink.ts';
import { storyOf } from './story.ts';

// Functions in the cloud see UTC; the zone of a process holds for all its threads.
process.env['TZ'] = 'UTC';

/** Monday morning in New York, before anybody works. */
const START = '2026-11-30T07:00:00-05:00';

const judge = judgeOf({ zone: settings.zone, staffMail: settings.brand.supportMail });

async function main(options: Options): Promise<number> {
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'showup-simulation-'));
  try {
    const assembly = options.assembly ?? (await assembled(folder));
    for (const script of scriptsOf(options)) {
      const { violations, figures } = await run(script, { assembly, judge });
      console.log(
        `seed ${script.seed}: ${wordsOf(figures)}${violations.length === 0 ? '' : ', and a violation'}`,
      );
      if (violations.length === 0) continue;
      await tell(script, violations, options, assembly);
      return 1;
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function assembled(folder: string): Promise<string> {
  await synthesize(folder, { config: 'simulation/settings.ts' });
  return folder;
}

function scriptsOf({ script, runs, seed, bookings, faultRate: faults }: Options): Script[] {
  if (script !== undefined) return [JSON.parse(readFileSync(script, 'utf8')) as Script];
  const house = houseOf(settings);
  return Array.from({ length: runs }, (_, index) =>
    drawScript({ seed: seed + index, bookings, faults, start: START }, house),
  );
}

function wordsOf({ acts, calls, invocations, strikes, virtualDays, seconds }: Figures): string {
  const days = `${Math.round(virtualDays)} days in ${seconds.toFixed(1)} s`;
  return `${acts} acts, ${calls} calls, ${invocations} invocations, ${strikes} faults struck, ${days}`;
}

async function tell(
  script: Script,
  violations: readonly Violation[],
  options: Options,
  assembly: string,
): Promise<void> {
  console.log(`\n${violations.map(({ sentence }) => sentence).join('\n')}\n`);
  const names = new Set(violations.map(({ invariant }) => invariant));
  let shown = violations;
  const fails = async (candidate: Script): Promise<boolean> => {
    const found = (await run(candidate, { assembly, judge })).violations.filter((one) =>
      names.has(one.invariant),
    );
    if (found.length > 0) shown = found;
    return found.length > 0;
  };
  const onSmaller = ({ acts, faults }: Script): void =>
    console.log(`  smaller: ${acts.length} acts, ${faults.length} faults`);
  const smallest = options.shrinks ? await shrink(script, fails, { onSmaller }) : script;
  const file = join(tmpdir(), `showup-script-${script.seed}.json`);
  writeFileSync(file, `${JSON.stringify(smallest, undefined, 2)}\n`);
  console.log(`\n${storyOf(smallest, shown, settings.zone)}\n\nIt plays again by\n`);
  console.log(`  npm run simulate -- ${replayOf(script, options)}\n  npm run simulate -- --script ${file}`);
}

function replayOf({ seed }: Script, { script, bookings, faultRate }: Options): string {
  if (script !== undefined) return `--script ${script}`;
  return `--seed ${seed} --bookings ${bookings} --calm ${faultRate}`;
}

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof OptionError ? `simulate: ${error.message}` : error);
  process.exitCode = 2;
}
