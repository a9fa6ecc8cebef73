import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import settings from '#config';
import { pageAssets } from '../cdk/page-assets.ts';
import type { writePreview } from './previews/write.ts';

const root = join(import.meta.dirname, '..');

const usage = `Writes every mail, text and page, in every language, light and dark, to a folder to look at.

  npm run preview
  npm run preview -- --to /tmp/showup-preview`;

try {
  const { values } = parseArgs({ options: { to: { type: 'string', default: join(root, 'preview') } } });
  const folder = resolve(values.to);
  const write = await loadWriter();
  const files = await write({ folder, assets: pageAssets(settings.brand.logo) });
  console.log(`${files} files written. Open ${join(folder, 'index.html')}`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}

/** Mails and pages are TSX, which Node does not run by itself: they are bundled in memory first. */
async function loadWriter(): Promise<typeof writePreview> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['scripts/previews/write.ts'],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    logLevel: 'error',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('scripts/previews/write.ts: was not bundled');
  const source = Buffer.from(bundle.contents).toString('base64');
  const loaded = (await import(`data:text/javascript;base64,${source}`)) as {
    readonly writePreview: typeof writePreview;
  };
  return loaded.writePreview;
}
