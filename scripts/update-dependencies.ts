import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { npm, runUpkeep, UpkeepError } from './upkeep/npm.ts';
import { changesOf, rangesOf } from './upkeep/versions.ts';

const usage = `Takes every dependency to its newest version that breaks nothing, pins it, and tests.

  npm run update-dependencies
  npm run update-dependencies -- --dry-run     says what npm would be asked to install

Ends with 0 where the tests pass with the new versions, 1 where they don't, 2 where npm can't install them.`;

const saveAs = {
  dependencies: '--save-prod',
  devDependencies: '--save-dev',
  optionalDependencies: '--save-optional',
} as const;

await runUpkeep(async () => {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const before = readManifest();
  for (const [list, packages] of rangesOf(before)) {
    if (packages.length === 0) continue;
    const args = ['install', '--save-exact', saveAs[list], ...packages];
    if (values['dry-run']) console.log(`npm ${args.join(' ')}`);
    else await required(args);
  }
  if (values['dry-run']) return 0;
  console.log(changesOf(before, readManifest()).join('\n') || 'Nothing newer.');
  // Some releases install and then don't install again from the lock file.
  await required(['ci']);
  return (await npm(['test'], 'shown')).code === 0 ? 0 : 1;
});

function readManifest(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
}

async function required(args: readonly string[]): Promise<void> {
  const { code } = await npm(args, 'shown');
  if (code !== 0) throw new UpkeepError(`npm ${args[0]} ended with ${code}; package.json is as npm left it`);
}
