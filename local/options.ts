import { parseArgs } from 'node:util';
import { StartError } from './ports.ts';

/** What the command line asks for. */
export interface Options {
  readonly port: number;
  /** ms. */
  readonly now: number | undefined;
  readonly dataDir: string | undefined;
  readonly assembly: string | undefined;
  readonly demo: boolean;
  readonly cold: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
}

export const usage = `Runs Showup on this machine.

  npm start -- [options]

  --port <number>     port of the site and API; the console takes the next one (default 8787)
  --now <instant>     where the clock starts, such as 2026-11-23T09:00:00-05:00 (default: now)
  --data <directory>  keeps the data there (default: in memory, gone at the end)
  --no-demo           starts without demo data
  --cold              loads each function at its first call, not at the start
  --verbose           prints everything that the functions log
  --assembly <dir>    runs an assembly that is synthesized already
  --help              prints this`;

/** Reads the command line. Throws a StartError naming the option that can't be read. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  return {
    port: port(values.port),
    now: values.now === undefined ? undefined : instant(values.now),
    dataDir: values.data,
    assembly: values.assembly,
    demo: !values['no-demo'],
    cold: values.cold,
    verbose: values.verbose,
    help: values.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        now: { type: 'string' },
        data: { type: 'string' },
        assembly: { type: 'string' },
        'no-demo': { type: 'boolean', default: false },
        cold: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new StartError(`${message.split('. ')[0]} (--help lists the options)`, { cause: error });
  }
}

function port(text: string): number {
  const number = Number(text);
  // The console's port is one more.
  if (/^\d+$/.test(text) && number >= 1 && number <= 65_534) return number;
  throw new StartError(`--port ${text} must be a number from 1 to 65534`);
}

function instant(text: string): number {
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const at = zoned ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new StartError(`--now ${text} must be an instant with its zone, such as 2026-11-23T14:00:00Z`);
}
