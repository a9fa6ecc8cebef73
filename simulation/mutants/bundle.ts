import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundleOptions } from '../../cdk/bundle-options.ts';
import type { FunctionName } from '../../cdk/function-names.ts';
import type { Mutant } from './mutant.ts';

const root = join(import.meta.dirname, '../..');

/** A mutant whose place in the code isn't what it says. */
class MutantError extends Error {
  override name = 'MutantError';
}

/** The file with the fault in it. Throws a MutantError unless what is to be replaced stands there exactly once. */
export function withFault({
  name,
  file,
  find,
  replace,
}: Pick<Mutant, 'name' | 'file' | 'find' | 'replace'>): string {
  const [before, after, ...more] = sourceOf(file).split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    const times = sourceOf(file).split(find).length - 1;
    throw new MutantError(`${name}: what it replaces stands ${times} times in ${file}, not once`);
  }
  return `${before}${replace}${after}`;
}

const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/**
 * Bundles each function that a mutant concerns once, with all faults in it, into `folder`: to bundle them one by one takes
 * a dozen times as long. Which fault a function has is said by `placeOf`'s module, before it loads the rest.
 */
export async function bundleMutants(
  mutants: readonly Mutant[],
  folder: string,
  config: string,
): Promise<void> {
  const names = [...new Set(mutants.flatMap(({ functions }) => functions))];
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: names.map((name) => `functions/${name}.ts`),
    outdir: join(folder, 'all'),
    metafile: true,
    alias: { ...bundleOptions.alias, '#config': join(root, config) },
    plugins: [faultsIn(mutants)],
  });
  for (const { name, file, functions } of mutants)
    for (const one of functions) {
      const output = Object.values(metafile.outputs).find(
        ({ entryPoint }) => entryPoint === `functions/${one}.ts`,
      );
      // Nothing would differ.
      if (output?.inputs[`${space}:${file}`] === undefined)
        throw new MutantError(`${name}: ${one} has no ${file}`);
    }
}

/** The directory of a function with a fault, made of the bundle in `folder`; `original` is that of its own bundle. */
export function placeOf(mutant: Mutant, name: FunctionName, folder: string, original: string): string {
  const directory = join(folder, mutant.name.replaceAll(' ', '-'), name);
  if (existsSync(directory)) return directory;
  mkdirSync(directory, { recursive: true });
  const whole = JSON.stringify(join(folder, 'all', `${name}.mjs`));
  const code = `globalThis[${JSON.stringify(chosen)}] = ${JSON.stringify(mutant.name)};
export const { handler } = await import(${whole});
`;
  writeFileSync(join(directory, 'index.mjs'), code);
  const assets = join(original, 'assets');
  if (existsSync(assets) && !existsSync(join(folder, 'all', 'assets')))
    symlinkSync(assets, join(folder, 'all', 'assets'));
  return directory;
}

/** Where a function finds the name of the fault that it has. */
const chosen = 'showupMutant';
const space = 'mutated';

/** In place of each file that has a fault, a module that gives the exports of the file or of one with a fault. */
function faultsIn(mutants: readonly Mutant[]): Plugin {
  const files = Map.groupBy(mutants, ({ file }) => file);
  return {
    name: 'mutants',
    setup(bundling) {
      const names = [...files.keys()].map((file) => basename(file).replaceAll('.', '[.]'));
      // The fewer paths it asks about, the faster: each question goes from its process to ours.
      bundling.onResolve(
        { filter: new RegExp(`(^|/)(${names.join('|')})$`) },
        ({ path, importer, namespace, resolveDir }) => {
          const file = join(resolveDir, path).slice(root.length + 1);
          const isChoice = namespace === space && importer === file;
          return files.has(file) && !isChoice ? { path: file, namespace: space } : undefined;
        },
      );
      bundling.onLoad({ filter: /./, namespace: space }, ({ path }) => ({
        contents: choiceOf(path, files.get(path) ?? []),
        loader: 'ts',
        resolveDir: join(root, path, '..'),
      }));
      bundling.onResolve({ filter: /^mutant:/ }, ({ path, resolveDir }) => ({
        path: path.slice('mutant:'.length),
        namespace: 'mutant',
        pluginData: resolveDir,
      }));
      bundling.onLoad({ filter: /./, namespace: 'mutant' }, ({ path, pluginData }) => {
        const mutant = mutants.find(({ name }) => name === path);
        return {
          contents: mutant === undefined ? '' : withFault(mutant),
          loader: 'ts',
          resolveDir: String(pluginData),
        };
      });
    },
  };
}

function choiceOf(file: string, mutants: readonly Mutant[]): string {
  const imports = mutants.map(({ name }, index) => `import * as fault${index} from 'mutant:${name}';`);
  const faults = mutants.map(({ name }, index) => `${JSON.stringify(name)}: fault${index}`);
  return `import * as right from './${basename(file)}';
${imports.join('\n')}
const picked = { ${faults.join(', ')} }[globalThis[${JSON.stringify(chosen)}]] ?? right;
export const { ${exportsOf(file).join(', ')} } = picked;
`;
}

/** The names of the values that a file exports. Throws a MutantError where it exports in a way that isn't known here. */
function exportsOf(file: string): string[] {
  const lines = sourceOf(file)
    .split('\n')
    .filter((line) => line.startsWith('export ') && !/^export (?:type|interface) /u.test(line));
  return lines.map((line) => {
    const name = /^export (?:async function|function|const|class) (\w+)/u.exec(line)?.[1];
    if (name === undefined) throw new MutantError(`${file} exports by "${line}", which is not known here`);
    return name;
  });
}
