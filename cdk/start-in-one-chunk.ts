import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';
import type { FunctionName } from './function-names.ts';

const root = bundleOptions.absWorkingDir;
/** Stands for the function's own module. */
const start = '#start';
const late = 'late';

/**
 * Has every module of ours that is loaded later import the function's own first, which is there by then. So each of them
 * needs all that the start needs, and the bundler puts that in one chunk. Without, it makes one for every set of late
 * modules that share something with the start, up to thirty, and a start reads and links each.
 */
export function startInOneChunk(name: FunctionName): Plugin {
  return {
    name: 'start-in-one-chunk',
    setup(bundling) {
      bundling.onResolve(
        { filter: /^\.\.?\/.*\.tsx?$/ },
        async ({ path, kind, importer, resolveDir, pluginData }) => {
          const isOurs = kind === 'dynamic-import' && !resolveDir.includes('/node_modules/');
          if (!isOurs || pluginData === late) return undefined;
          const found = await bundling.resolve(path, { kind, importer, resolveDir, pluginData: late });
          if (found.errors.length > 0) return found;
          // From the root, so that no chunk is named after a folder of this machine.
          return { path: relative(root, found.path), namespace: late };
        },
      );
      bundling.onLoad({ filter: /./, namespace: late }, ({ path }) => ({
        contents: `import '${start}';\nexport * from ${JSON.stringify(`./${path}`)};`,
        resolveDir: root,
      }));
      bundling.onResolve({ filter: new RegExp(`^${start}$`) }, () => ({
        path: join(root, 'functions', `${name}.ts`),
      }));
    },
  };
}
