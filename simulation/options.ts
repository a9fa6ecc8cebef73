import { parseArgs } from 'node:util';

/** An option that can't be read, with a message for whoever typed it. */
export class OptionError extends Error {
  override name = 'OptionError';
}

/** Faults for each booking. */
const rates = { none: 0, some: 0.5, many: 2 } as const;

export interface Options {
  readonly seed: number;
  readonly bookings: number;
  readonly runs: number;
  readonly faults: keyof typeof rates;
  readonly faultRate: number;
  readonly shrinks: boolean;
  /** Path of a script to play instead of drawing one. */
  readonly script: string | undefined;
  /** Path of a synthesized assembly; the stack is synthesized unless given. */
  readonly assembly: string | undefined;
  readonly help: boolean;
}

export const usage = `Plays random people and a misbehaving world against the real functions, and checks what came of it.

  npm run simulate -- [--seed N] [--bookings M] [--runs K] [--faults none|some|many]

  --seed <n>           what everything random comes from; 1 unless given
  --bookings <n>       how many are asked for; 20 unless given
  --runs <n>           how many seeds, from --seed on; 1 unless given
  --faults <how many>  none, some or many faults of every kind; some unless given
  --calm <rate>        faults for each booking as a number instead; 0 is a calm world
  --no-shrink          tells a violation as it was found, without looking for a smaller script
  --script <file>      plays a script that a run wrote down
  --assembly <folder>  runs a synthesized stack instead of synthesizing the tests' own
  --help               prints this

Ends with 1 where an invariant was broken; prints the story, and the command that plays it again.`;

/** Throws an OptionError that names what can't be read. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parsed(args);
  const { faults = 'some' } = values;
  if (!isRate(faults)) throw new OptionError('--faults must be none, some or many');
  return {
    seed: whole('seed', values.seed ?? '1', 0),
    bookings: whole('bookings', values.bookings ?? '20', 1),
    runs: whole('runs', values.runs ?? '1', 1),
    faults,
    faultRate: values.calm === undefined ? rates[faults] : rateOf(values.calm),
    shrinks: values['no-shrink'] !== true,
    script: values.script,
    assembly: values.assembly,
    help: values.help === true,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ seed: text, bookings: text, runs: text, faults: text, calm: text, script: text, assembly: text },
        ...{ 'no-shrink': flag, help: flag },
      },
    });
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const isRate = (name: string): name is keyof typeof rates => Object.hasOwn(rates, name);

function whole(name: string, text: string, least: number): number {
  const number = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new OptionError(`--${name} must be a whole number from ${least}`);
}

function rateOf(text: string): number {
  const rate = Number(text);
  if (text.trim() !== '' && rate >= 0 && rate <= 20) return rate;
  throw new OptionError('--calm must be a number from 0 to 20: faults for each booking');
}
