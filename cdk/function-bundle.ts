import type { BuildOptions } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';
import { otherConfigPath } from './config-path.ts';
import type { FunctionName } from './function-names.ts';
import { startInOneChunk } from './start-in-one-chunk.ts';

/**
 * How one function is bundled: functions/<name>.ts and all it imports as the ES module index.mjs, beside it the chunks
 * that are loaded where they are first needed.
 */
export function functionBundle(name: FunctionName) {
  const config = otherConfigPath();
  return {
    ...bundleOptions,
    entryPoints: { index: `functions/${name}.ts` },
    splitting: true,
    // The names of chunks come from paths: those of a link's end would differ from machine to machine.
    preserveSymlinks: true,
    minify: true,
    alias: { ...bundleOptions.alias, ...(config ? { '#config': config } : {}) },
    plugins: [startInOneChunk(name)],
  } satisfies BuildOptions;
}
