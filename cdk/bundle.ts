import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { otherConfigPath } from './config-path.ts';
import { type FunctionName, functionNames } from './function-names.ts';

const root = dirname(import.meta.dirname);

/** Files that a function reads at its start, by name. Made only where the bundle is. */
export type FunctionFiles = () => ReadonlyMap<string, Uint8Array>;

/**
 * The code of one function: functions/<name>.ts and all it imports, as the single ES module index.mjs, with
 * its files, if any, in the folder `assets` beside it.
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
  bundles ??= buildAll();
  const contents = bundles.get(`${name}.mjs`);
  if (!contents) throw new Error(`functions/${name}.ts: was not bundled`);
  writeFileSync(join(outdir, 'index.mjs'), contents);
  if (files) {
    mkdirSync(join(outdir, 'assets'));
    for (const [file, content] of files) writeFileSync(join(outdir, 'assets', file), content);
  }
  return true;
}

let bundles: ReadonlyMap<string, Uint8Array> | undefined;

// All in one run: esbuild reads what the functions share once, which takes a third of the time of five runs.
function buildAll(): ReadonlyMap<string, Uint8Array> {
  const config = otherConfigPath();
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: functionNames.map((name) => `functions/${name}.ts`),
    outdir: 'out',
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Packages in CommonJS call require, which an ES module hasn't got.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    minify: true,
    // Instead of a source map, which a function would read at every start: stack traces still name functions.
    keepNames: true,
    legalComments: 'none',
    logLevel: 'error',
    alias: {
      '@aws-sdk/credential-provider-node': './cdk/lambda-credentials.ts',
      ...(config ? { '#config': config } : {}),
    },
  });
  return new Map(outputFiles.map((file) => [basename(file.path), file.contents]));
}
