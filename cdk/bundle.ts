import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';
import { otherConfigPath } from './config-path.ts';
import type { FunctionName } from './function-names.ts';

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
  const chunks = bundles.get(name) ?? build(name);
  bundles.set(name, chunks);
  for (const [file, contents] of chunks) writeFileSync(join(outdir, file), contents);
  if (files) {
    mkdirSync(join(outdir, 'assets'));
    for (const [file, content] of files) writeFileSync(join(outdir, 'assets', file), content);
  }
  return true;
}

const bundles = new Map<FunctionName, ReadonlyMap<string, Uint8Array>>();

// Each on its own: built together, all would share chunks, and load what some other function needs.
function build(name: FunctionName): ReadonlyMap<string, Uint8Array> {
  const config = otherConfigPath();
  const { outputFiles } = buildSync({
    ...bundleOptions,
    entryPoints: { index: `functions/${name}.ts` },
    outdir: 'out',
    write: false,
    splitting: true,
    // The names of chunks come from paths: those of a link's end would differ from machine to machine.
    preserveSymlinks: true,
    minify: true,
    alias: { ...bundleOptions.alias, ...(config ? { '#config': config } : {}) },
  });
  return new Map(outputFiles.map((file) => [basename(file.path), file.contents]));
}
