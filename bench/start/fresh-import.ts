import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A bundle, and what its function finds in the environment. */
export interface Bundle {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What an import loaded: files of the bundle, with their bytes, and modules of Node itself. */
export interface Loaded {
  readonly files: number;
  readonly bytes: number;
  readonly builtins: number;
}

// Plain JavaScript on the command line: a file of ours would have its types stripped, which loads more than is measured.
const timed = `
  const used = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part) / 1000;
  const before = used();
  await import(process.argv[1]);
  console.log(used() - before);
  process.exit(0);
`;

const counted = `
  const { registerHooks, builtinModules } = await import('node:module');
  const { statSync } = await import('node:fs');
  const { fileURLToPath } = await import('node:url');
  const loaded = { files: 0, bytes: 0, builtins: 0 };
  const builtins = () => process.moduleLoadList.filter((name) => name.startsWith('NativeModule')).length;
  registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) {
        loaded.files += 1;
        loaded.bytes += statSync(fileURLToPath(url)).size;
      }
      return next(url, context);
    },
  });
  const before = builtins();
  await import(process.argv[1]);
  console.log(JSON.stringify({ ...loaded, builtins: builtins() - before }));
  process.exit(0);
`;

/** What the import of a bundle takes of a processor, in a process of its own, from nothing (ms). */
export async function importTime(bundle: Bundle): Promise<number> {
  return Number(await evaluate(timed, bundle));
}

/** What the import loads. Looking slows it down, so that it isn't timed. */
export async function loadedBy(bundle: Bundle): Promise<Loaded> {
  return JSON.parse(await evaluate(counted, bundle)) as Loaded;
}

async function evaluate(code: string, { file, environment }: Bundle): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '--eval', code, pathToFileURL(file).href],
    // Nothing of ours but the path: no cache of compiled code above all.
    { env: { ...environment, AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' } },
  );
  return stdout.trim().split('\n').at(-1) ?? '';
}
