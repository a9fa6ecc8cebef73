import { spawn } from 'node:child_process';

/** What npm said, and with which code it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
}

/** Something that npm couldn't do or that can't be read, told in one line. */
export class UpkeepError extends Error {
  override name = 'UpkeepError';
}

/** Runs npm with its own configuration; what it warns of goes to the terminal, and its output too unless it is to be read. */
export function npm(args: readonly string[], output: 'read' | 'shown' = 'read'): Promise<Said> {
  // npm tells its scripts where it is itself, which is the surest way to the same one.
  const { npm_execpath: own } = process.env;
  const [file, first] = own === undefined ? ['npm', []] : [process.execPath, [own]];
  const child = spawn(file, [...first, ...args], {
    stdio: ['ignore', output === 'read' ? 'pipe' : 'inherit', 'inherit'],
  });
  let out = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(new UpkeepError(`npm could not be run: ${error.message}`)));
    child.once('close', (code) => done({ code: code ?? 1, out }));
  });
}

/** Reads npm's JSON. Throws an UpkeepError where it is none, or where it is npm telling what went wrong. */
export function readJson(what: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const read = JSON.parse(text === '' ? '{}' : text) as Readonly<Record<string, unknown>>;
    const error = read['error'] as { summary?: string } | undefined;
    const message = typeof read['message'] === 'string' ? read['message'] : undefined;
    const said = error?.summary || message;
    if (said === undefined) return read;
    throw new UpkeepError(`npm ${what} could not tell: ${said}`);
  } catch (error) {
    if (error instanceof UpkeepError) throw error;
    throw new UpkeepError(`npm ${what} answered no JSON: ${text.slice(0, 200)}`, { cause: error });
  }
}

/** Runs a script of upkeep: its exit code is what it gives, or 2 where it could not do its work, which is told in one line. */
export async function runUpkeep(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof UpkeepError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
