import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type FunctionName, functionNames } from './function-names.ts';

const root = dirname(import.meta.dirname);

/** Files that a function reads at its start, by name. Made only where the bundle is. */
export type FunctionFiles = () => ReadonlyMap<string, Uint8Array>;

/**
 * The code of one function: functions/<name>.ts and all it imports as the ES module index.mjs, beside it the chunks that
 * are loaded where they are first needed, and its files, if any, in the folder `assets`.
 */
export function bundle(name: FunctionName, files?: FunctionFiles): Code {
  return Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: it is what would bundle if tryBundle said no.
      image: DockerImage.fromRegistry('none'),
      // Not run either, but without a difference the library takes all functions for one asset.
      command: [name],
      local: { tryBundle: (outdir) => writeBundle(name, outdir, files?.()) },
    },
  });
}

function writeBundle(name: FunctionName, outdir: string, files?: ReturnType<FunctionFiles>): true {
  bundles ??= bundleAll();
  const chunks = bundles.get(name) ?? [];
  for (const [file, contents] of chunks) writeFileSync(join(outdir, file), contents);
  if (files) {
    mkdirSync(join(outdir, 'assets'));
    for (const [file, content] of files) writeFileSync(join(outdir, 'assets', file), content);
  }
  return true;
}

type Files = ReadonlyMap<string, Uint8Array>;

let bundles: ReadonlyMap<FunctionName, Files> | undefined;

/** All functions, in a process of its own: synthesis can't wait for what goes on beside it, as the bundler's plugins do. */
function bundleAll(): ReadonlyMap<FunctionName, Files> {
  const folder = mkdtempSync(join(tmpdir(), 'showup-bundles-'));
  try {
    const script = join(import.meta.dirname, 'bundle-functions.ts');
    execFileSync(process.execPath, [script, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
    return new Map(functionNames.map((name) => [name, filesIn(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string): Files {
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
}
