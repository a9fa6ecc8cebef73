import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { otherConfigPath } from './config-path.ts';

const root = dirname(import.meta.dirname);

/** What browsers fetch beside a page, by plain name: the style, and each script as one module. */
const entryPoints = [
  'lib/pages/style/style.css',
  'lib/pages/style/desk.css',
  'lib/pages/script/book.ts',
  'lib/pages/script/countdown.ts',
  'lib/pages/script/desk.ts',
  'lib/pages/script/embed.ts',
  'lib/pages/script/import.ts',
  'lib/pages/script/password.ts',
];

/**
 * The files that the pages are served with, by plain name, the brand's logo among them. Its path is meant from the
 * configuration's folder; throws where there is no such file.
 */
export function pageAssets(logo: string | undefined): ReadonlyMap<string, Buffer> {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints,
    outdir: 'out',
    write: false,
    bundle: true,
    // No name of theirs reaches the sites that include one.
    format: 'iife',
    // Three years back: older browsers do without the script, as the pages do.
    target: ['es2022', 'safari16', 'chrome108', 'firefox108'],
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
  });
  const built = outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)] as const);
  return new Map([
    ...built,
    ...(logo === undefined ? [] : [[`logo${extname(logo)}`, readLogo(logo)] as const]),
  ]);
}

function readLogo(logo: string): Buffer {
  const path = resolve(dirname(otherConfigPath() ?? join(root, 'showup.config.ts')), logo);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(`brand.logo: ${path} can not be read`, { cause });
  }
}
