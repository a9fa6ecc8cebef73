import type { Assembly } from './assembly.ts';
import type { Dial } from './clock.ts';
import type { Closing } from './closing.ts';
import { createAsyncInvocations } from './functions/async-invocations.ts';
import { asyncSettingsOf } from './functions/async-settings.ts';
import { functionsOf } from './functions/definition.ts';
import { createFunctionPool, type FunctionPool } from './functions/functions.ts';
import type { InstanceSurroundings } from './functions/instance-start.ts';
import { createFunctionLog, type LogLine } from './functions/log.ts';
import type { Metric } from './functions/metrics.ts';
import { type FunctionState, Outages } from './functions/outages.ts';
import type { HostileWorld } from './hostile/world.ts';
import type { Functions, Part } from './parts.ts';
import type { Queues } from './queues.ts';
import type { Stack } from './template/stack.ts';
import { lineMeter } from './usage/logs.ts';
import type { Usage } from './usage/usage.ts';

/** The functions of the cloud, both ways to call them, and what they log. */
export interface FunctionsOfCloud extends FunctionPool, Pick<Functions, 'invokeAsync'> {
  /** Asynchronous invocations that wait for their next try. */
  readonly retries: Part;
  /** Makes a function fail, or work again. Throws a TemplateError if there is none of this name. */
  setState(name: string, state: FunctionState): void;
  /** The last lines that the functions wrote, oldest first. */
  lines(): readonly LogLine[];
  /** What they measured, from the start on. */
  metrics(): readonly Metric[];
}

export interface FunctionsInput {
  readonly stack: Stack;
  readonly assembly: Assembly;
  readonly dial: Dial;
  readonly queues: Queues;
  readonly usage: Usage;
  readonly closing: Closing;
  readonly verbose: boolean;
  readonly hostile: HostileWorld | undefined;
  awsEndpoint(): string;
  print(line: string): void;
}

/** Makes the functions of a template ready; their workers start when they are warmed or first called. */
export function startFunctions(input: FunctionsInput): FunctionsOfCloud {
  const { stack, dial, queues, usage, print } = input;
  const outages = new Outages();
  const log = createFunctionLog(dial, print, input.verbose);
  const meterLine = lineMeter(usage, dial);
  const surroundings: InstanceSurroundings = {
    clock: dial.shared,
    awsEndpoint: input.awsEndpoint,
    hostile: input.hostile,
    log(logicalId, stream, line) {
      meterLine(logicalId, line);
      log.take(logicalId, stream, line);
    },
    ran({ name }, { ms, processorMs }) {
      usage.add('functions.runs', name);
      usage.add('functions.ms', name, ms);
      usage.add('functions.processorMs', name, processorMs);
    },
  };
  const pool = createFunctionPool(functionsOf(stack, input.assembly), { ...surroundings, outages });
  input.hostile?.meet(pool.definitions);
  input.closing.add(() => pool.stop());
  const retries = createAsyncInvocations({
    clock: dial,
    pool,
    queues,
    outages,
    settings: asyncSettingsOf(stack),
    report: print,
  });
  const setState: FunctionsOfCloud['setState'] = (name, state) =>
    outages.set(pool.find(name).logicalId, state);
  return {
    ...pool,
    invokeAsync: retries.invokeAsync,
    setState,
    retries,
    lines: log.lines,
    metrics: log.metrics,
  };
}
