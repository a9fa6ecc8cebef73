import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesize } from '../local/assembly.ts';
import { startCloud } from '../local/cloud.ts';
import { seedDemo } from '../local/demo.ts';
import { givePasswords } from '../local/demo-passwords.ts';
import { report } from './report.ts';
import { fuzz } from './run.ts';

const usage = `Sends generated requests to a local cloud, those that fit the API's document and those that break it, and holds
the answers to what the document says. Ends with 1 where a rule doesn't hold.

  npm run fuzz -- [--requests 20000] [--seed 1]

  --requests <number>  how many, at least one of each call (default 20000)
  --seed <number>      what they are drawn from: the same seed draws the same requests (default 1)
  --help               prints this`;

/** A Monday, a while before any holiday: the local clock starts there. */
const start = Date.parse('2027-03-01T07:00:00-05:00');

/** What was asked for can't be done, as the message says. */
class FuzzError extends Error {}

try {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else process.exitCode = await main(options.requests, options.seed);
} catch (error) {
  if (!(error instanceof FuzzError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(requests: number, seed: number): Promise<number> {
  // Functions in the cloud see UTC; the zone of a process holds for all its threads.
  process.env['TZ'] = 'UTC';
  const assembly = mkdtempSync(join(tmpdir(), 'showup-fuzz-'));
  try {
    await synthesize(assembly, { config: 'fuzz/config.ts' });
    const logged: string[] = [];
    const cloud = await startCloud({ port: 0, now: start, assembly, print: (line) => logged.push(line) });
    try {
      const people = await seedDemo(cloud.engineEndpoint, cloud.tables[0]?.name ?? '', cloud.clock.now());
      await givePasswords(cloud.stack, cloud.aws.endpoint.url, people);
      const outcome = await fuzz(cloud, { requests, seed, told: (line) => console.error(line) });
      console.log(report(outcome, logged));
      return outcome.findings.length + outcome.failures.length > 0 ? 1 : 0;
    } finally {
      await cloud.stop();
    }
  } finally {
    rmSync(assembly, { recursive: true, force: true });
  }
}

function readArguments(args: string[]): { requests: number; seed: number } | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const [requests, seed] = [Number(values.requests), Number(values.seed)];
  if (!Number.isInteger(requests) || requests < 1)
    throw new FuzzError(`--requests ${values.requests} must be a whole number above 0`);
  if (!Number.isInteger(seed) || seed < 0 || seed > 2000)
    throw new FuzzError(`--seed ${values.seed} must be a whole number from 0 to 2000`);
  return { requests, seed };
}

function parsed(args: string[]) {
  try {
    const options = {
      requests: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new FuzzError(`${message}\n\n${usage}`, { cause: error });
  }
}
