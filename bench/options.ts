import { parseArgs } from 'node:util';
import { type Part, parts } from './report.ts';

export const usage = `Measures how fast the system is, what it takes of the table, and what it does in a crowd, and prints one table.
bench/README.md says how each figure is measured, and how to compare two of them.

  npm run bench -- [--only ${parts.join('|')}] [--large] [--calls]

  --only <part>  one part of it; may be given more than once
  --large        measures with 1,000,000 bookings in the table as well, which takes ten minutes and 3 GB of memory
  --calls        tells which calls each operation makes of the table, round by round
  --help         prints this`;

export interface Options {
  readonly only: readonly Part[];
  readonly large: boolean;
  readonly calls: boolean;
}

/** What was asked for can't be done, as the message says. */
export class OptionError extends Error {}

/** Reads the command line. Throws an OptionError naming what is wrong with it. */
export function readOptions(args: string[]): Options | 'help' {
  const { help, only, large, calls } = parsed(args);
  if (help) return 'help';
  const unknown = only.find((part) => !isPart(part));
  if (unknown !== undefined) throw new OptionError(`--only ${unknown} must be one of ${parts.join(', ')}`);
  return { only: only.length === 0 ? parts : only.filter(isPart), large, calls };
}

const isPart = (name: string): name is Part => (parts as readonly string[]).includes(name);

function parsed(args: string[]) {
  try {
    const options = {
      only: { type: 'string', multiple: true, default: [] as string[] },
      calls: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new OptionError(`${message}\n\n${usage}`, { cause: error });
  }
}
