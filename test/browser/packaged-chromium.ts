import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import type { LaunchOptions } from 'playwright-core';

const home = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
/** Within the package, so that another version of it unpacks a browser of its own. */
const kept = join(home, 'unpacked');

/**
 * How to launch the browser that comes with the packages, unpacked when it is first asked for: of the machine it needs
 * no more than kernel and C library. It is built for Linux on x64; elsewhere it is the Chrome that is installed.
 */
export async function packagedChromium(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  if (!existsSync(kept)) await unpack();
  return {
    executablePath: join(kept, 'chromium'),
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(kept, 'fonts.conf'),
      LD_LIBRARY_PATH: join(kept, 'al2023/lib'),
    },
  };
}

/** Into a folder of its own first, so that no other test file meets half a browser. */
async function unpack(): Promise<void> {
  const folder = await mkdtemp(`${kept}-`);
  await Promise.all(inflated(folder));
  await writeFile(join(folder, 'fonts.conf'), fontsConf(join(kept, 'fonts/fonts')));
  await rename(folder, kept).catch(async (error: unknown) => {
    // Another test file was faster.
    if (!existsSync(kept)) throw error;
    await rm(folder, { recursive: true });
  });
}

/** The package unpacks into the folder for temporary files, and asks which that is when it is called. */
function inflated(folder: string): Promise<string>[] {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
  const unpacked = archives.map((name) => inflate(join(home, 'bin', name)));
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
  return unpacked;
}

/** One family for everything, so that pages are laid out alike on every machine. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}
