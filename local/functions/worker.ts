import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { CallCounts } from '../hostile/call-counts.ts';
import { followDial } from './dial-date.ts';
import { writeJsonLogs } from './json-console.ts';
import type {
  FunctionFailure,
  Invocation,
  QuietQuestion,
  Took,
  WorkerMessage,
  WorkerStart,
} from './messages.ts';

/** Runs one function's bundle, as the Lambda runtime would. Started by instance.ts. */
const start = workerData as WorkerStart;
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread');

type Handler = (event: unknown, context: unknown) => unknown;

const send = (message: WorkerMessage): void => port.postMessage(message);

const request = new AsyncLocalStorage<string>();

followDial(start.clock, start.hostile?.skew);
if (process.env['AWS_LAMBDA_LOG_FORMAT'] === 'JSON')
  writeJsonLogs(process.env['AWS_LAMBDA_LOG_LEVEL'] ?? 'INFO', request);

function failureOf(thrown: unknown): FunctionFailure {
  if (!(thrown instanceof Error))
    return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: thrown.stack?.split('\n') ?? [] };
}

async function load(): Promise<Handler> {
  const dot = start.handler.lastIndexOf('.');
  const [module, name] = [start.handler.slice(0, dot), start.handler.slice(dot + 1)];
  const file = ['.mjs', '.js', '.cjs']
    .map((end) => join(start.directory, module + end))
    .find((path) => existsSync(path));
  if (!file) throw new Error(`there is no ${module}.mjs in the bundle`);
  const exports = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  const handler = exports[name];
  if (typeof handler !== 'function') throw new Error(`${module} exports no function ${name}`);
  return handler as Handler;
}

/** The context object that Lambda hands to a handler; the remaining time runs in real time, whatever the dial does. */
function contextOf(invocation: Invocation): unknown {
  const deadline = performance.now() + invocation.timeoutMs;
  return {
    awsRequestId: invocation.id,
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () =>
      // Where the dial stands still, so does this.
      start.hostile ? invocation.timeoutMs : Math.max(0, Math.round(deadline - performance.now())),
    invokedFunctionArn: start.functionArn,
    logGroupName: start.logGroup,
    logStreamName: 'local',
    memoryLimitInMB: String(start.memoryMegabytes),
  };
}

/** How many turns of the loop it takes until an answer that has arrived has led to all that it leads to. */
const turnsToAct = 60;

/** Until when an answer that was written is waited for, ms of real time. */
const patience = 2000;

/** Whether files are being read: what is imported at its first use comes from them, at the disk's pace. */
const isReading = (): boolean => process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));

/** Says that all that was sent to this thread is taken in, and how many calls it has made. */
async function answerQuiet(calls: CallCounts, answered: number): Promise<void> {
  const until = performance.now() + patience;
  const busy = (): boolean => (calls.ended < answered || isReading()) && performance.now() < until;
  for (let left = turnsToAct; left > 0; left = busy() ? turnsToAct : left - 1) await turn();
  send({ kind: 'quiet', sent: calls.sent });
}

let processorBefore = 0;

/** What the thread used since it was asked last: runs beside each other share it, so only sums over runs mean much. */
function tookSince(start: number): Took {
  const { user, system } = process.threadCpuUsage();
  const processor = (user + system) / 1000;
  const took = { ms: performance.now() - start, processorMs: processor - processorBefore };
  processorBefore = processor;
  return took;
}

async function run(handler: Handler, invocation: Invocation): Promise<void> {
  const { id } = invocation;
  const start = performance.now();
  try {
    const result: unknown = await handler(JSON.parse(invocation.event), contextOf(invocation));
    send({ kind: 'done', id, took: tookSince(start), result: JSON.stringify(result ?? null) });
  } catch (thrown) {
    send({ kind: 'failed', id, took: tookSince(start), failure: failureOf(thrown) });
  }
}

/** Takes chance out of this thread, before the bundle is loaded. */
async function hostileWays(seed: string) {
  const [{ seedRandomness }, { shortenWaits }, { countCalls }] = await Promise.all([
    import('../hostile/seeded-randomness.ts'),
    import('../hostile/short-waits.ts'),
    import('../hostile/call-counts.ts'),
  ]);
  shortenWaits();
  return { runSeeded: seedRandomness(seed), calls: countCalls(process.env['AWS_SESSION_TOKEN'] ?? '') };
}

try {
  const hostile = start.hostile && (await hostileWays(start.hostile.seed));
  const handler = await load();
  // To load the bundle is a cold start's, not a run's.
  tookSince(performance.now());
  port.on('message', (message: Invocation | QuietQuestion) => {
    if ('kind' in message) {
      if (hostile) void answerQuiet(hostile.calls, message.answered);
      return;
    }
    const begin = () => void request.run(message.id, run, handler, message);
    if (hostile && message.seed !== undefined) hostile.runSeeded(message.seed, begin);
    else begin();
  });
  send({ kind: 'loaded' });
} catch (thrown) {
  send({ kind: 'unloadable', failure: failureOf(thrown) });
}
