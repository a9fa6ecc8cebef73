import { type Assembly, readAssembly } from './assembly.ts';
import { type AwsServices, startAwsServices } from './aws-services.ts';
import { Dial } from './clock.ts';
import { Closing } from './closing.ts';
import type { CloudOptions } from './cloud-options.ts';
import { openBookingRecords } from './console/booking-records.ts';
import { openConsole } from './console/server.ts';
import { DataDirectory } from './data-directory.ts';
import { startTableEngine, type TableEngine } from './engine/table-engine.ts';
import { createTables, type LocalTable } from './engine/tables.ts';
import { freshAssembly } from './fresh-assembly.ts';
import { type FunctionsOfCloud, startFunctions } from './functions-of-cloud.ts';
import type { HostileWorld } from './hostile/world.ts';
import { apiOf } from './http/api.ts';
import { frontDoorOf } from './http/front-door.ts';
import { openSite, type Site } from './http/server.ts';
import { inboundTextsOf } from './inbound-texts.ts';
import { attendanceSecretOf, MeetingProvider } from './meeting-provider.ts';
import { requireFree, StartError } from './ports.ts';
import { createQueues, type Queues } from './queues.ts';
import { queuesOf } from './queues-of-cloud.ts';
import { rulesOf } from './rules/schedule.ts';
import { createTicks } from './rules/ticks.ts';
import { requireServiceNeeds } from './service-needs.ts';
import type { TableStream } from './stream/table-stream.ts';
import { startStreams } from './streams-of-cloud.ts';
import { outputsOf, resolveTemplate, type Stack } from './template/stack.ts';
import { meterQueues } from './usage/messages.ts';
import { meterRequests } from './usage/requests.ts';
import { partsOfTexts } from './usage/texts.ts';
import { Usage, type UsageReport } from './usage/usage.ts';

/** A running cloud. */
export interface Cloud {
  /** Origin of the site and API. */
  readonly site: string;
  /** Origin of the console. */
  readonly console: string;
  readonly clock: Dial;
  readonly stack: Stack;
  readonly tables: readonly LocalTable[];
  /** Address of the table engine itself, past permissions; see engine-credentials.ts. */
  readonly engineEndpoint: string;
  readonly aws: AwsServices;
  readonly functions: FunctionsOfCloud;
  readonly queues: Queues;
  /** What went wrong, where the world misbehaves. */
  readonly hostile: HostileWorld | undefined;
  /** What it was used for so far, in the units that are paid. */
  usage(): UsageReport;
  /** Resolves with a message if the cloud can't go on. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

/** Starts the cloud and resolves once it answers requests. Throws a StartError, AssemblyError or TemplateError. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const closing = new Closing();
  try {
    return await start(options, closing);
  } catch (error) {
    await closing.run();
    throw error;
  }
}

async function start(options: CloudOptions, closing: Closing): Promise<Cloud> {
  const { port, print = printError } = options;
  const data = options.dataDir === undefined ? undefined : new DataDirectory(options.dataDir);
  const clock = openDial(options, data, closing);
  const hostile = await hostileWorldOf(options, clock);
  // Both ports are checked before the slow part, so that a taken one is told at once.
  const site = await openSite(port);
  closing.add(() => site.stop());
  if (port > 0) await requireFree(port + 1);
  const [assembly, engine] = await startFoundation(options, data, closing);
  const origin = `http://127.0.0.1:${site.port}`;
  const stack = resolveTemplate(assembly.template, assembly.stackName, origin);
  const engineEndpoint = engine.endpoint;
  const tables = await createTables(stack, engineEndpoint);
  const usage = new Usage();
  const queues = meterQueues(createQueues(clock, queuesOf(stack)), usage);
  const base: Base = {
    stack,
    assembly,
    clock,
    queues,
    usage,
    closing,
    print,
    data,
    tables,
    engineEndpoint,
    hostile,
  };
  const { aws, functions, events } = await startParts(base, options);
  await openSiteTo(site, base, functions, aws, options.signal);
  const { ses, sns, carrier, scheduler, permissions: grants } = aws;
  const bookings = openBookingRecords(engineEndpoint, tables[0]?.name ?? '');
  closing.add(() => bookings.close());
  const secretArn = attendanceSecretOf(stack);
  const meetings =
    secretArn === undefined
      ? {}
      : {
          meetings: new MeetingProvider({
            site: origin,
            clock,
            secret: () => aws.secrets.current(secretArn),
          }),
        };
  const used = (): UsageReport => ({
    ...usage.report(),
    'texts.parts': partsOfTexts(carrier.everything()),
  });
  const shown = {
    ...meetings,
    bus: aws.bus,
    functions,
    usage: used,
    inbound: inboundTextsOf(stack),
    outputs: outputsOf(stack),
    logs: functions,
    timeZone: options.timeZone ?? 'UTC',
  };
  const console = await openConsole(
    { clock, scheduler, events, bookings, ses, sns, carrier, queues, grants, site: origin, ...shown },
    port > 0 ? port + 1 : 0,
  );
  closing.add(() => console.close());
  clock.start();
  closing.add(() => clock.stop());
  const stop = (): Promise<void> => closing.run();
  const running = { site: origin, console: console.url, failed: engine.died, stop };
  return { ...running, clock, stack, tables, engineEndpoint, aws, functions, queues, hostile, usage: used };
}

/** What all parts are made of. */
interface Base {
  readonly stack: Stack;
  readonly assembly: Assembly;
  readonly clock: Dial;
  readonly queues: Queues;
  readonly usage: Usage;
  readonly closing: Closing;
  readonly data: DataDirectory | undefined;
  readonly tables: readonly LocalTable[];
  readonly engineEndpoint: string;
  readonly hostile: HostileWorld | undefined;
  print(line: string): void;
}

async function startParts(base: Base, { cold = false, verbose = false, signal }: CloudOptions) {
  const { clock, data, print } = base;
  // Functions, services and streams each need one of the others: an address and a call that are looked up late.
  let aws: AwsServices | undefined;
  const awsEndpoint = (): string => aws?.endpoint.url ?? '';
  const functions = startFunctions({ ...base, dial: clock, awsEndpoint, verbose });
  const streams: TableStream[] = [];
  const onWrite = (): void => {
    clock.touch();
    for (const stream of streams) stream.poke();
  };
  aws = await startAwsServices({
    ...base,
    functions,
    secretsFile: data?.secretsFile,
    userPoolsFile: data?.userPoolsFile,
    onWrite,
    report: print,
  });
  requireServiceNeeds(base.stack, functions.definitions, aws.permissions);
  signal?.throwIfAborted();
  if (!cold) await functions.warm();
  streams.push(...(await startStreams({ ...base, pool: functions })));
  const { scheduler, carrier, smsVoice, ses, sns } = aws;
  for (const part of [...streams, functions.retries, scheduler, carrier, smsVoice, ses, sns]) clock.add(part);
  if (base.hostile) clock.add(base.hostile.timers);
  clock.add(aws.secrets, 'background');
  clock.watch(aws.secrets);
  for (const rule of rulesOf(base.stack))
    clock.add(createTicks(rule, clock, { functions, queues: base.queues, report: print }), 'background');
  for (const source of [functions, sns, ...streams]) clock.watch(source);
  const repeat = async (): Promise<void> => {
    for (const stream of streams) await stream.repeat();
  };
  return { aws, functions, events: { repeat } };
}

/** Serves the API, and makes sure that it does: its subscriptions confirmed, its health well. */
async function openSiteTo(
  site: Site,
  { stack, clock, usage, print, hostile }: Base,
  functions: FunctionsOfCloud,
  aws: AwsServices,
  signal: AbortSignal | undefined,
): Promise<void> {
  const api = apiOf(stack);
  const door = frontDoorOf(stack, (arn) => aws.secrets.current(arn));
  if (door) print(doorNote);
  if (api) {
    const { patience = 1 } = hostile ?? {};
    const routes = api.routes.map((route) => ({ ...route, timeoutMs: route.timeoutMs * patience }));
    site.serve({ ...api, routes, door }, meterRequests(functions, usage), clock);
  }
  await aws.sns.confirmSubscriptions(signal);
  if (api?.routes.some(({ key }) => key === 'GET /health')) await requireHealth(site.port);
}

const doorNote =
  'The front door (CloudFront and its web ACL) is not run here: requests to the site count as having come through it.';

function openDial({ now, hostile }: CloudOptions, data: DataDirectory | undefined, closing: Closing): Dial {
  const save = (): void => data?.saveClock(dial.now());
  const dial = new Dial(data ? data.startInstant(now) : now, save, hostile === undefined);
  closing.add(save);
  return dial;
}

/** Loaded where it is asked for only. */
async function hostileWorldOf({ hostile }: CloudOptions, clock: Dial): Promise<HostileWorld | undefined> {
  if (hostile === undefined) return undefined;
  const { HostileWorld } = await import('./hostile/world.ts');
  return new HostileWorld(hostile, clock);
}

/** The two slow things, side by side. Waits for both even if one fails, so that what was started is closed. */
async function startFoundation(options: CloudOptions, data: DataDirectory | undefined, closing: Closing) {
  const { assembly: given, engine, signal } = options;
  const assembling =
    given === undefined ? freshAssembly(closing, signal) : Promise.try(() => readAssembly(given));
  const starting = engine === undefined ? ownEngine(data, closing) : Promise.resolve(engine);
  await Promise.allSettled([assembling, starting]);
  return [await assembling, await starting] as const;
}

async function ownEngine(data: DataDirectory | undefined, closing: Closing): Promise<TableEngine> {
  const engine = await startTableEngine(data ? { dataDir: data.path } : {});
  closing.add(() => engine.stop());
  return engine;
}

async function requireHealth(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/health`);
  if (answer.status !== 200) {
    throw new StartError(`GET /health answers ${answer.status}: ${await answer.text()}`);
  }
}

const printError = (line: string): void => void process.stderr.write(`${line}\n`);
