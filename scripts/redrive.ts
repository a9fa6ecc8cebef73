import { parseArgs } from 'node:util';
import { GetQueueUrlCommand, QueueDoesNotExist, SQSClient } from '@aws-sdk/client-sqs';
import { type OperatorTools, operatorTools } from './redrive/operator-tools.ts';
import { redrives } from './redrive/queues.ts';
import { NotDone } from './redrive/redrive.ts';
import { summaryOf } from './redrive/summary.ts';
import { type Outcome, workOff } from './redrive/work-off.ts';
import { outputOf, readStack, StackError, stackChoice, stackOptions, stackUsage } from './stack-of.ts';

const usage = `Works off the failure queues: does once more what was given up on, and deletes what is done.

  npm run redrive -- --stage prod --dry-run

${stackUsage}
  --queue <name>       one queue, by its name after showup-<stage>-; all unless given:
                       ${Object.keys(redrives).join(', ')}
  --since <instant>    tells all events since then once more, from the table, whatever events-failed holds
  --dry-run            prints what lies in the queues, and does nothing
  --help               prints this

To do it again is harmless: what was sent is not sent twice. What can't be done stays in its queue, is printed with its
ids, and makes the exit code 1. Credentials and region are those of the AWS command line.`;

interface Options {
  readonly stack: ReturnType<typeof stackChoice>;
  readonly queues: readonly string[];
  readonly since: number | undefined;
  readonly dryRun: boolean;
}

/** What was asked for can't be done, as the message says. */
class RedriveError extends Error {}

try {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else process.exitCode = await redriveAll(options);
} catch (error) {
  if (!(error instanceof RedriveError || error instanceof StackError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function redriveAll({ stack: choice, queues, since, dryRun }: Options): Promise<number> {
  const stack = await readStack(choice);
  const prefix = `showup-${choice.stage}-`;
  const sqs = new SQSClient(stack.clientConfig);
  const table = outputOf(stack, 'TableName');
  const tools = operatorTools({ config: stack.clientConfig, prefix, table });
  try {
    let stayed = false;
    if (since !== undefined && !dryRun) stayed = !(await tellSince(tools, since));
    const results = new Map<string, readonly Outcome[]>();
    for (const queue of queues) {
      const url = await urlOf(sqs, `${prefix}${queue}`);
      const redrive = redrives[queue];
      if (url === undefined || redrive === undefined) continue;
      const tell = (outcome: Outcome): void => console.log(lineOf(queue, outcome, dryRun));
      results.set(queue, await workOff(url, redrive, { sqs, tools, dryRun, tell }));
    }
    console.log(summaryOf(results, dryRun));
    stayed ||= [...results.values()].flat().some(({ stays }) => stays !== undefined);
    return stayed ? 1 : 0;
  } finally {
    sqs.destroy();
    tools.close();
  }
}

/** Tells whether all events could be told. */
async function tellSince(tools: OperatorTools, since: number): Promise<boolean> {
  const of = `events since ${new Date(since).toISOString()}`;
  try {
    console.log(`${of}: ${await tools.tellEventsSince(since)} told`);
    return true;
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    console.log(`${of}: ${error.message}`);
    return false;
  }
}

function lineOf(queue: string, { id, about, stays }: Outcome, dryRun: boolean): string {
  const what = [queue, id, about].filter((part) => part !== '').join('  ');
  if (stays !== undefined) return `${what}: stays, ${stays}`;
  return dryRun ? what : `${what}: done`;
}

/** Undefined for a queue that this stack has not: which ones it has depends on its configuration. */
async function urlOf(sqs: SQSClient, QueueName: string): Promise<string | undefined> {
  try {
    return (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return undefined;
    throw error;
  }
}

function readArguments(args: string[]): Options | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const known = Object.keys(redrives);
  if (values.queue !== 'all' && !known.includes(values.queue)) {
    throw new RedriveError(`--queue ${values.queue} must be all, or one of ${known.join(', ')}`);
  }
  return {
    stack: stackChoice(values),
    queues: values.queue === 'all' ? known : [values.queue],
    since: values.since === undefined ? undefined : instant(values.since),
    dryRun: values['dry-run'],
  };
}

function instant(text: string): number {
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u.test(text);
  const at = zoned ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new RedriveError(`--since ${text} must be an instant with its zone, such as 2026-11-23T14:00:00Z`);
}

function parsed(args: string[]) {
  try {
    const options = {
      ...stackOptions,
      queue: { type: 'string', default: 'all' },
      since: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new RedriveError(`${message}\n\n${usage}`, { cause: error });
  }
}
