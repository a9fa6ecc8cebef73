import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../local/assembly.ts';

/** Synthesizes the stack that is measured, does something with its directory, and deletes it. */
export async function withAssembly<Result>(use: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'showup-bench-'));
  try {
    await synthesize(directory, { config: 'bench/config.ts' });
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
