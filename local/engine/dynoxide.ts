import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineProgram } from './engine-program.ts';

const find = (): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    return join(dirname(manifest), process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch {
    return undefined;
  }
};

/** A native engine over SQLite, from an optional package for this platform. */
export const dynoxide: EngineProgram = {
  name: 'dynoxide',
  missing: () =>
    find() ? undefined : `there is no package of it installed for ${process.platform}-${process.arch}`,
  command: (port, dataDir) => {
    const storage = dataDir === undefined ? [] : ['--db-path', join(dataDir, 'table.sqlite')];
    return [find() ?? 'dynoxide', '--host', '127.0.0.1', '--port', String(port), ...storage];
  },
};
