import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
/** Folders whose tests change nothing of the process that they run in. */
const pure = ['app', 'config', 'docs', 'domain', 'http', 'messages', 'pages'].map(
  (layer) => `test/${layer}/**/*.test.ts*`,
);

export default defineConfig({
  // Tests hold to a configuration of their own, so that an operator's changes don't break them.
  resolve: { alias: { '#config': join(root, 'test/fixture-config.ts') } },
  test: {
    globalSetup: ['test/e2e/synthesized.ts'],
    pool: 'forks',
    // Most tests wait for servers of their own: three at a time keep two cores busy.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/closing-line.ts'],
    // Hundreds of short processes load the same code.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/showup-tests') },
    // In the order of their names: long files come first, so that no worker is left with one at the end.
    projects: [
      { extends: true, test: { name: 'running', include: ['test/**/*.test.ts*'], exclude: pure } },
      // One process for many files: to load the code takes longer than most of them.
      { extends: true, test: { name: 'rules', include: pure, isolate: false } },
    ],
  },
});
