import type { Assembly } from './assembly.ts';
import type { Dial } from './clock.ts';
import type { Closing } from './closing.ts';
import { createAsyncInvocations } from './functions/async-invocations.ts';
import { asyncSettingsOf } from './functions/async-settings.ts';
import { functionsOf } from './functions/definition.ts';
import { createFunctionPool, type FunctionPool } from './functions/functions.ts';
import { createFunctionLog, type LogLine } from './functions/log.ts';
import type { Functions, Part } from './parts.ts';
import type { Queues } from './queues.ts';
import type { Stack } from './template/stack.ts';

/** The functions of the cloud, both ways to call them, and what they log. */
export interface FunctionsOfCloud extends FunctionPool, Pick<Functions, 'invokeAsync'> {
  /** Asynchronous invocations that wait for their next try. */
  readonly retries: Part;
  /** The last lines that the functions wrote, oldest first. */
  lines(): readonly LogLine[];
}

export interface FunctionsInput {
  readonly stack: Stack;
  readonly assembly: Assembly;
  readonly dial: Dial;
  readonly queues: Queues;
  readonly closing: Closing;
  readonly verbose: boolean;
  awsEndpoint(): string;
  print(line: string): void;
}

/** Makes the functions of a template ready; their workers start when they are warmed or first called. */
export function startFunctions(input: FunctionsInput): FunctionsOfCloud {
  const { stack, dial, queues, print } = input;
  const log = createFunctionLog(dial, print, input.verbose);
  const surroundings = { clock: dial.shared, awsEndpoint: input.awsEndpoint, log: log.take };
  const pool = createFunctionPool(functionsOf(stack, input.assembly), surroundings);
  input.closing.add(() => pool.stop());
  const retries = createAsyncInvocations({
    clock: dial,
    pool,
    queues,
    settings: asyncSettingsOf(stack),
    report: print,
  });
  return { ...pool, invokeAsync: retries.invokeAsync, retries, lines: log.lines };
}
