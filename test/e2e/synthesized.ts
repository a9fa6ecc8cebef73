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
    /** The same with texts sent by End User Messaging. */
    voiceAssembly: string;
    /** The same with free sessions for people with an account alone. */
    accountsAssembly: string;
  }
}

/** Synthesizes the stacks once for all end-to-end tests, with the tests' configurations. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'showup-assembly-'));
  const assembly = join(folder, 'sns');
  const voiceAssembly = join(folder, 'voice');
  const accountsAssembly = join(folder, 'accounts');
  project.provide('assembly', assembly);
  project.provide('voiceAssembly', voiceAssembly);
  project.provide('accountsAssembly', accountsAssembly);
  const remove = () => rm(folder, { recursive: true, force: true });
  const all = [
    synthesize(assembly, 'test/fixture-config.ts'),
    synthesize(voiceAssembly, 'test/fixture-config-voice.ts'),
    synthesize(accountsAssembly, 'test/fixture-config-accounts.ts'),
  ];
  await Promise.all(all).catch(async (error: unknown) => {
    await Promise.allSettled(all);
    await remove();
    throw error;
  });
  return remove;
}

async function synthesize(assembly: string, configuration: string): Promise<void> {
  const config = join(root, configuration);
  await promisify(execFile)(process.execPath, ['cdk/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false', SHOWUP_CONFIG: config },
  });
}
