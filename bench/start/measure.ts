import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAssembly } from '../../local/assembly.ts';
import { functionsOf } from '../../local/functions/definition.ts';
import { region } from '../../local/template/resource-identity.ts';
import { resolveTemplate } from '../../local/template/stack.ts';
import { median } from '../median.ts';
import { atMost, duration, kilobytes, type Row } from '../report.ts';
import { bundleBare } from './bundle-bare.ts';
import { type Bundle, importTime, loadedBy } from './fresh-import.ts';

const rounds = 11;

/** What each function's bundle takes to import, against the bare client's, in fresh processes in turn; its size; what it loads. */
export async function measureStart(assembly: string): Promise<readonly Row[]> {
  const bare: Bundle = {
    file: join(bundleBare(assembly), 'index.mjs'),
    environment: { AWS_REGION: region },
  };
  const bundles = bundlesOf(assembly);
  const all = [bare, ...bundles.map(([, bundle]) => bundle)];
  const times = new Map<Bundle, number[]>(all.map((bundle) => [bundle, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const bundle of all) times.get(bundle)?.push(await importTime(bundle));
  const base = median(times.get(bare) ?? []);
  const rows: Row[] = [];
  for (const [name, bundle] of bundles)
    rows.push(...(await rowsOf(name, bundle, median(times.get(bundle) ?? []), base)));
  const size = kilobytes(codeIn(bare.file));
  return [{ part: 'start', what: 'bare client', figure: duration(base), against: size }, ...rows];
}

async function rowsOf(name: string, bundle: Bundle, took: number, base: number): Promise<readonly Row[]> {
  const { files, bytes, builtins } = await loadedBy(bundle);
  const size = codeIn(bundle.file);
  const ratio = took / base;
  const parts = `in ${files} file${files === 1 ? '' : 's'}, with ${builtins} modules of Node`;
  return [
    {
      part: 'start',
      what: `${name}: import`,
      figure: duration(took),
      against: `bare ${duration(base)}`,
      ratio,
      aim: atMost(1.4, ratio, ' x'),
    },
    {
      part: 'start',
      what: `${name}: loaded at the start`,
      figure: kilobytes(bytes),
      against: `of ${kilobytes(size)}, ${parts}`,
      aim: atMost(450, bytes / 1000, ' kB'),
    },
  ];
}

function bundlesOf(directory: string): readonly (readonly [name: string, bundle: Bundle])[] {
  const assembly = readAssembly(directory);
  const stack = resolveTemplate(assembly.template, assembly.stackName, 'http://127.0.0.1');
  return functionsOf(stack, assembly).map(({ name, directory, environment, handler }) => [
    name.replace(/^showup-\w+-/u, ''),
    { file: join(directory, `${handler.split('.')[0]}.mjs`), environment },
  ]);
}

/** All code beside a bundle's first file, whether it is loaded at the start or later (bytes). */
function codeIn(file: string): number {
  const directory = join(file, '..');
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('js'))
    .filter((name) => !name.startsWith('assets'))
    .reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
}
