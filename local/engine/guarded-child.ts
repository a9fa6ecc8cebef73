import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a command and ends it once standard input closes, which it does when its starter ends, even by SIGKILL:
 * no engine is left behind by a test run that was cut off.
 */
const guard = [
  'exec 3<&0',
  '"$@" </dev/null 3<&- & child=$!',
  '(cat <&3 >/dev/null; kill "$child") 2>/dev/null & exec 3<&-',
  'wait "$child"',
].join('\n');

/** Starts a command that can't outlive us. Its output is read from standard error only. */
export function spawnGuarded([file, ...args]: readonly [string, ...string[]]): ChildProcess {
  // A process group of its own, so that Ctrl-C reaches it through us, after the functions have stopped.
  const options: SpawnOptions = { stdio: ['pipe', 'ignore', 'pipe'], detached: true };
  // Windows has neither sh nor process groups: there the command runs unguarded.
  if (process.platform === 'win32') return spawn(file, args, options);
  const child = spawn('sh', ['-c', guard, 'sh', file, ...args], options);
  child.once('exit', () => child.stdin?.destroy());
  return child;
}

/** Ends the command, by force if it takes longer than 3 seconds, and resolves once it is gone. */
export async function stopGuarded(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  if (process.platform === 'win32') child.kill();
  const impatient = setTimeout(() => killGroup(child), 3000);
  await gone;
  clearTimeout(impatient);
}

function killGroup(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}
