import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleOptions } from '../../cdk/bundle-options.ts';
import { functionBundle } from '../../cdk/function-bundle.ts';
import { type FunctionName, functionNames } from '../../cdk/function-names.ts';

/** What a start loads: files of the bundle, the packages in them, and modules of Node. */
interface Start {
  readonly files: readonly string[];
  readonly packages: ReadonlySet<string>;
  readonly builtins: ReadonlySet<string>;
}

const table = ['@aws-sdk/lib-dynamodb', '@aws-sdk/util-dynamodb', 'zod'];
const requests = ['@middy/core'];
// Shares a file with what clients of older services need, which are loaded late themselves.
const shared = ['@aws-sdk/xml-builder'];

/**
 * What each function loads at its start beside the least that a function on a table can be. All else is loaded where it is
 * first needed: clients of other services, what renders, posts and counts. A cold start waits for whatever is added here.
 */
const beside: Readonly<Record<FunctionName, readonly string[]>> = {
  api: [...table, ...requests],
  pages: [...table, ...requests],
  portal: [...table, ...requests],
  desk: [...table, ...requests],
  'on-text': [...table, ...requests, ...shared],
  'on-event': [...table, ...shared],
  'on-timer': table,
  sweep: [...table, ...shared],
  deliver: table,
  rotate: ['@aws-sdk/client-secrets-manager'],
};

const builtinsBeside: ReadonlySet<string> = new Set([
  'node:async_hooks',
  'node:timers',
  'node:timers/promises',
]);

let bare: Start;
const starts = new Map<FunctionName, Start>();

beforeAll(async () => {
  const options = { outdir: 'out', write: false, metafile: true, minify: true } as const;
  const bundled = await build({
    ...bundleOptions,
    ...options,
    entryPoints: { index: 'bench/start/bare-client.ts' },
  });
  bare = startOf(bundled.metafile);
  await Promise.all(
    functionNames.map(async (name) => {
      starts.set(name, startOf((await build({ ...functionBundle(name), ...options })).metafile));
    }),
  );
}, 60_000);

describe.each(functionNames)('the start of %s', (name) => {
  it('loads what is listed beside the bare client, and no other package', () => {
    const { packages } = start(name);
    expect([...packages].filter((one) => !bare.packages.has(one)).toSorted()).toEqual(
      [...beside[name]].toSorted(),
    );
  });

  it('loads few modules of Node beside those of the bare client', () => {
    const { builtins } = start(name);
    expect([...builtins].filter((one) => !bare.builtins.has(one) && !builtinsBeside.has(one))).toEqual([]);
  });

  it('reads few files, however many are loaded later', () => {
    expect(start(name).files.length).toBeLessThanOrEqual(5);
  });
});

function start(name: FunctionName): Start {
  const found = starts.get(name);
  if (found === undefined) throw new Error(`${name} was not bundled`);
  return found;
}

/** Follows what a bundle's first file imports by statements: what it imports by calls comes later. */
function startOf({ outputs }: Metafile): Start {
  const files = ['out/index.mjs'];
  const builtins: string[] = [];
  for (const file of files) {
    const imported = (outputs[file]?.imports ?? []).filter(({ kind }) => kind === 'import-statement');
    builtins.push(...imported.filter(({ external }) => external).map(({ path }) => path));
    files.push(
      ...imported.filter(({ external, path }) => !external && !files.includes(path)).map(({ path }) => path),
    );
  }
  const inputs = files.flatMap((file) => Object.entries(outputs[file]?.inputs ?? {}));
  const packages = inputs.flatMap(([input, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/(?<=^node_modules\/)(?:@[^/]+\/)?[^/]+/u.exec(input) ?? []) : [],
  );
  return { files, packages: new Set(packages), builtins: new Set(builtins) };
}
