import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { peopleDepsWith } from '../lib/adapters/deps.ts';
import { type TableClient, tableClient } from '../lib/adapters/document-client.ts';
import { planImport } from '../lib/app/import/plan-import.ts';
import { runStep } from '../lib/app/import/run-import.ts';
import type { Step } from '../lib/domain/import/step.ts';
import { Refusal } from '../lib/domain/refusal.ts';
import { problemWords, stepWords, summaryWords } from '../lib/pages/desk/import-words.ts';
import { en } from '../lib/pages/language/en.ts';
import { readCompanies } from '../lib/sheet/read-companies.ts';
import { isLocalAddress, localConfig } from './local-table.ts';

const usage = `Brings companies and their people into Showup from a sheet saved as CSV.

  npm run import-companies -- companies.csv --table <name> [--dry-run] [--endpoint <address>]

  --table <name>       the table: TableName among the stack's outputs
  --dry-run            prints what would be done, and does nothing
  --endpoint <address> the AWS address that npm start prints, for the local cloud
  --help               prints this

Columns: Company ID, Company name, Plan until, Code, After hours, Person name, E-mail, Level. Credentials and region
are those of the AWS command line. Nothing is written unless every line is good; a second run changes nothing.`;

interface Options {
  readonly file: string;
  readonly table: string;
  readonly dryRun: boolean;
  readonly endpoint: string | undefined;
}

const operator = { kind: 'operator' } as const;

/** What was asked for can't be done, as the message says. */
class ImportError extends Error {}

try {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await importCompanies(options);
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function importCompanies({ file, table: name, dryRun, endpoint }: Options): Promise<void> {
  const table = tableClient(name, endpoint === undefined ? {} : localConfig(endpoint));
  try {
    const steps = await plan(table, readFile(file));
    for (const step of steps) {
      if (!dryRun) await run(table, step);
      console.log(stepWords(step, en));
    }
    if (steps.length === 0) console.log('Everything is as the file has it already. Nothing was written.');
    else
      console.log(
        `${summaryWords(steps, en)}. ${dryRun ? 'Nothing was written: this was a dry run.' : 'Done.'}`,
      );
  } finally {
    table.client.destroy();
  }
}

/** Throws an ImportError that lists every bad line. */
async function plan(table: TableClient, bytes: Uint8Array): Promise<readonly Step[]> {
  const { steps, problems } = await planImport(peopleDepsWith(table), operator, readCompanies(bytes));
  if (problems.length === 0) return steps;
  const told = problems.map((problem) => problemWords(problem, en));
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new ImportError(
    [...told.map(({ place, message }) => `${place}: ${message}`), `${count}. Nothing was written.`].join(
      '\n',
    ),
  );
}

async function run(table: TableClient, step: Step): Promise<void> {
  try {
    await runStep(peopleDepsWith(table), operator, step);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ImportError(
      `line ${step.line}: ${error.detail} The table was changed meanwhile. What is listed above was written: run it again for the rest.`,
      { cause: error },
    );
  }
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ImportError(`${file} can't be read`, { cause: error });
  }
}

function readArguments(args: string[]): Options | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [file, ...others] = positionals;
  if (file === undefined) throw new ImportError(`The file is missing.\n\n${usage}`);
  if (others.length > 0)
    throw new ImportError(`One file at a time: what is "${others.join(' ')}"?\n\n${usage}`);
  if (!values.table) throw new ImportError(`--table is missing.\n\n${usage}`);
  const { table, endpoint } = values;
  if (endpoint !== undefined && !isLocalAddress(endpoint)) {
    throw new ImportError(`--endpoint ${endpoint} must be an address on this machine, with its port`);
  }
  return { file, table, endpoint, dryRun: values['dry-run'] };
}

function parsed(args: string[]) {
  try {
    const options = {
      table: { type: 'string' },
      endpoint: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new ImportError(`${message}\n\n${usage}`, { cause: error });
  }
}
