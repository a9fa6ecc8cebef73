import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import type { Fault } from '../../local/hostile/fault.ts';
import { houseOf } from '../../simulation/house.ts';
import { judgeOf } from '../../simulation/judge.ts';
import { bundleMutants, placeOf, withFault } from '../../simulation/mutants/bundle.ts';
import type { Mutant } from '../../simulation/mutants/mutant.ts';
import { mutants } from '../../simulation/mutants/mutants.ts';
import { plays } from '../../simulation/mutants/plays.ts';
import { castOf, Stage } from '../../simulation/mutants/stage.ts';
import type { Script, Violation } from '../../simulation/script.ts';
import settings from '../../simulation/settings.ts';
import { setStage } from '../../simulation/stage.ts';

const start = '2026-11-30T07:00:00-05:00';
const house = houseOf(settings);
const judged = { zone: settings.zone, staffMail: settings.brand.supportMail };
/** So that of two who write at once each has read before the other writes: the first plays need that. */
const slow: Fault = {
  id: 'slow',
  kind: 'call',
  function: 'api',
  action: 'dynamodb:TransactWriteItems',
  nth: 1,
  how: 'slow',
  times: 12,
};
const script: Script = { seed: 1, start, cast: castOf(2 * mutants.length), acts: [], faults: [slow] };
const folder = mkdtempSync(join(tmpdir(), 'showup-mutants-'));

let cloud: Cloud;
beforeAll(async () => {
  const assembly = await (await fetch(`${inject('assemblies')}/fixture-config-accounts`)).text();
  const hostile = { seed: script.seed, faults: script.faults };
  cloud = await startCloud({
    port: 0,
    assembly,
    now: Date.parse(start),
    cold: true,
    hostile,
    print: () => undefined,
  });
  await setStage(cloud, script);
  await bundleMutants(mutants, folder, 'test/fixture-config-accounts.ts');
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the functions that a mutant concerns with its fault, or as they are again. */
function run(mutant: Mutant, as: 'faulty' | 'right'): void {
  for (const name of mutant.functions) {
    const { name: deployed, directory } = cloud.functions.find(`showup-dev-${name}`);
    cloud.functions.rebundle(deployed, as === 'right' ? undefined : placeOf(mutant, name, folder, directory));
  }
}

/** What was known to be wrong before: a world keeps what a mutant did to it. */
const known = new Set<string>();
/** The plays in which nothing is wrong without a fault. */
const right = new Set<string>();
/** Of all mutants that pages catch. */
const pageFunctions = mutants.flatMap(({ functions, caughtBy }) =>
  caughtBy === 'private pages' ? functions : [],
);
let count = 0;

/** Plays what brings a mutant out, and gives the violations that came of it; of pages, where that is what catches it. */
async function played({ play, caughtBy }: Mutant, functions: readonly string[]): Promise<Violation[]> {
  const stage = new Stage(cloud, script, count, house);
  count += 1;
  await plays[play]?.(stage);
  await stage.end();
  const judge = judgeOf({ ...judged, pagesBy: caughtBy === 'private pages' ? functions : [] });
  const found = (await judge(cloud, script, stage.log)).filter(({ sentence }) => !known.has(sentence));
  for (const { sentence } of found) known.add(sentence);
  return found;
}

describe('a fault in the code', () => {
  it.each(mutants)('that $name is caught', async (mutant) => {
    if (!right.has(mutant.play)) expect(await played(mutant, pageFunctions)).toEqual([]);
    right.add(mutant.play);
    run(mutant, 'faulty');
    const found = await played(mutant, mutant.functions);
    run(mutant, 'right');
    expect(found.map(({ invariant }) => invariant)).toContain(mutant.caughtBy);
  });
});

describe('a mutant', () => {
  const mutant = { name: 'none', file: 'lib/app/once.ts', replace: '' };

  it('whose place is gone, or there twice, is an error that names it', () => {
    expect(() => withFault({ ...mutant, find: 'nothing of the kind' })).toThrow(
      'none: what it replaces stands 0 times',
    );
    expect(() => withFault({ ...mutant, find: 'leaseUntil' })).toThrow(
      /stands \d+ times in lib\/app\/once.ts, not once/u,
    );
  });
});
