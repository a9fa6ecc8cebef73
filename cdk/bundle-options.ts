import { dirname } from 'node:path';
import type { BuildOptions } from 'esbuild';

/** How a function's code is bundled, whoever bundles it: ES modules for the Node version that Lambda runs. */
export const bundleOptions = {
  absWorkingDir: dirname(import.meta.dirname),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Packages in CommonJS call require, which an ES module hasn't got.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  // Instead of a source map, which a function would read at every start: stack traces still name functions.
  keepNames: true,
  legalComments: 'none',
  logLevel: 'error',
  alias: { '@aws-sdk/credential-provider-node': './cdk/lambda-credentials.ts' },
} satisfies BuildOptions;
