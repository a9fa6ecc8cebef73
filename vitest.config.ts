import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests hold to a configuration of their own, so that an operator's changes don't break them.
  resolve: { alias: { '#config': join(import.meta.dirname, 'test/fixture-config.ts') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/e2e/synthesized.ts'],
    pool: 'forks',
    // Most tests wait for servers of their own: two at a time keep two cores busy.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/closing-line.ts'],
  },
});
