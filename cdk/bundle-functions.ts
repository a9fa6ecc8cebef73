import { join } from 'node:path';
import { build } from 'esbuild';
import { functionBundle } from './function-bundle.ts';
import { functionNames } from './function-names.ts';

// Run by bundle.ts.
const [folder = ''] = process.argv.slice(2);

// Each on its own: built together, all would share chunks, and load what some other function needs.
await Promise.all(
  functionNames.map((name) => build({ ...functionBundle(name), outdir: join(folder, name) })),
);
