import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assembly, readAssembly, synthesize } from './assembly.ts';
import type { Closing } from './closing.ts';

/** Synthesizes the CDK app into a directory of its own, which is removed at the end. Throws an AssemblyError. */
export async function freshAssembly(closing: Closing, signal: AbortSignal | undefined): Promise<Assembly> {
  const directory = mkdtempSync(join(tmpdir(), 'showup-'));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  process.once('exit', remove);
  closing.add(() => {
    process.off('exit', remove);
    remove();
  });
  await synthesize(directory, { signal });
  return readAssembly(directory);
}
