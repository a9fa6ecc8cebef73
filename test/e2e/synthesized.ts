import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const root = join(import.meta.dirname, '../..');

declare module 'vitest' {
  export interface ProvidedContext {
    /** Directory of the synthesized stack that end-to-end tests run. */
    assembly: string;
  }
}

/** Synthesizes the stack once for all end-to-end tests, with the tests' configuration. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const assembly = await mkdtemp(join(tmpdir(), 'showup-assembly-'));
  project.provide('assembly', assembly);
  const remove = () => rm(assembly, { recursive: true, force: true });
  await synthesize(assembly).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return remove;
}

async function synthesize(assembly: string): Promise<void> {
  const config = join(root, 'test/fixture-config.ts');
  await promisify(execFile)(process.execPath, ['cdk/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false', SHOWUP_CONFIG: config },
  });
}
