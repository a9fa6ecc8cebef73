import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleOptions } from '../../cdk/bundle-options.ts';

/** Bundles the bare client as cdk/bundle.ts does our functions, and gives its directory, in `directory`. */
export function bundleBare(directory: string): string {
  const outdir = join(directory, 'bare');
  buildSync({
    ...bundleOptions,
    entryPoints: { index: 'bench/start/bare-client.ts' },
    outdir,
    minify: true,
  });
  return outdir;
}
