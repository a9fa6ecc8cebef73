import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A deployment can't be done, as the message says. */
export class DeployError extends Error {
  override name = 'DeployError';
}

/** Runs the CDK's command line, which talks to the terminal itself. Throws a DeployError if it fails. */
export async function runCdk(...args: readonly string[]): Promise<void> {
  // Windows starts no command file without a shell; nothing in these arguments needs quoting.
  const child = spawn('cdk', [...args], { stdio: 'inherit', shell: process.platform === 'win32' });
  const [status] = await once(child, 'close').catch((cause: unknown) => {
    throw new DeployError('The CDK can’t be started: run npm ci, then npm run deploy.', { cause });
  });
  if (status !== 0) throw new DeployError(`cdk ${args[0]} failed: what it said is above.`);
}
