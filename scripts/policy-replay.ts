import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { policyVersion } from '../lib/app/policy-version.ts';
import type { Settings } from '../lib/config/settings.ts';
import { validateConfig } from '../lib/config/validate.ts';
import { isDate, startOfDate } from '../lib/domain/calendar/zone.ts';
import { isLocalAddress, localConfig } from './local-table.ts';
import { type Difference, differencesIn } from './policy-replay-fold.ts';
import { readHistory } from './policy-replay-read.ts';
import { csvOf, tableOf } from './policy-replay-table.ts';
import { readOnlyTable } from './read-only-table.ts';

const usage = `Tells who would be blocked, need approval or be flagged differently under another policy.

  npm run policy:replay -- --policy other.config.ts --table <name> [--from <date>] [--csv <file>] [--endpoint <address>]

  --policy <file>      the configuration whose policy is tried
  --table <name>       the table: TableName among the stack's outputs
  --from <date>        leaves out what was over before it (YYYY-MM-DD, in the deployment's zone)
  --csv <file>         writes the same as CSV
  --current <file>     the configuration to hold it against; showup.config.ts where nothing is said
  --endpoint <address> the AWS address that npm start prints, for the local cloud
  --help               prints this

It folds what is recorded under both policies, at every instant at which something changed, and writes nothing to the
table. What was recorded stays as it was: of the policy, noShows, lateNotices and sameDayChanges are tried. Dates are
those of the current configuration's zone. Credentials and region are those of the AWS command line.`;

interface Options {
  readonly policy: string;
  readonly current: string;
  readonly table: string;
  readonly from: string | undefined;
  readonly csv: string | undefined;
  readonly endpoint: string | undefined;
}

/** What was asked for can't be done, as the message says. */
class ReplayError extends Error {}

try {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await replay(options);
} catch (error) {
  if (!(error instanceof ReplayError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function replay(options: Options): Promise<void> {
  const [current, other] = [await readConfig(options.current), await readConfig(options.policy)];
  const { zone } = current;
  const table = readOnlyTable(
    options.table,
    options.endpoint === undefined ? {} : localConfig(options.endpoint),
  );
  try {
    const history = await readHistory(table);
    const policies = { current, other: { zone, policy: other.policy } };
    const found = since(options.from, differencesIn(history, policies, Date.now()), zone);
    if (found.length > 0) process.stdout.write(`${tableOf(found, zone)}\n`);
    if (options.csv !== undefined) writeCsv(options.csv, csvOf(found));
    const versions = `${policyVersion(current.policy)} and ${policyVersion(other.policy)}`;
    console.log(
      `${summaryOf(found)} between ${versions}, by the records of ${history.records.length} people.`,
    );
  } finally {
    table.client.destroy();
  }
}

/** What still lasted on the date, told from then on. */
function since(date: string | undefined, found: readonly Difference[], zone: string): Difference[] {
  if (date === undefined) return [...found];
  const start = startOfDate(zone, date);
  return found
    .filter(({ until }) => until === undefined || until > start)
    .map((difference) => ({ ...difference, from: Math.max(difference.from, start) }));
}

function summaryOf(found: readonly Difference[]): string {
  if (found.length === 0) return 'Nobody would stand otherwise';
  const count = (items: readonly string[], one: string, many: string) => {
    const { size } = new Set(items);
    return size === 0 ? [] : [`${size} ${size === 1 ? one : many}`];
  };
  const who = [
    ...count(
      found.flatMap(({ who: email }) => email ?? []),
      'person',
      'people',
    ),
    ...count(
      found.flatMap(({ who: email, companyId }) => (email === undefined ? (companyId ?? []) : [])),
      'company',
      'companies',
    ),
  ];
  return `${who.join(' and ')} would stand otherwise`;
}

async function readConfig(file: string): Promise<Settings> {
  let settings: unknown;
  try {
    ({ default: settings } = await import(pathToFileURL(resolve(file)).href));
  } catch (error) {
    const reason = error instanceof Error ? `: ${error.message.split('\n')[0]}` : '';
    throw new ReplayError(`${file} can't be read as a configuration${reason}`, { cause: error });
  }
  try {
    return validateConfig(settings);
  } catch (error) {
    throw new ReplayError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function writeCsv(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new ReplayError(`${file} can't be written`, { cause: error });
  }
}

function readArguments(args: string[]): Options | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const { policy, table, from, csv, endpoint, current } = values;
  if (!policy) throw new ReplayError(`--policy is missing.\n\n${usage}`);
  if (!table) throw new ReplayError(`--table is missing.\n\n${usage}`);
  if (from !== undefined && !isDate(from)) {
    throw new ReplayError(`--from ${from} is not a date: write one that exists, as YYYY-MM-DD`);
  }
  if (endpoint !== undefined && !isLocalAddress(endpoint)) {
    throw new ReplayError(`--endpoint ${endpoint} must be an address on this machine, with its port`);
  }
  return { policy, current, table, from, csv, endpoint };
}

function parsed(args: string[]) {
  try {
    const options = {
      policy: { type: 'string' },
      current: { type: 'string', default: 'showup.config.ts' },
      table: { type: 'string' },
      from: { type: 'string' },
      csv: { type: 'string' },
      endpoint: { type: 'string' },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new ReplayError(`${message}\n\n${usage}`, { cause: error });
  }
}
