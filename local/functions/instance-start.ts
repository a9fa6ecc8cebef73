import { devNull } from 'node:os';
import type { HostileWorld } from '../hostile/world.ts';
import type { FunctionDefinition } from './definition.ts';
import type { Took, WorkerStart } from './messages.ts';

/** What every instance of a function needs from the cloud around it. */
export interface InstanceSurroundings {
  /** The dial's memory; see shared-time.ts. */
  readonly clock: SharedArrayBuffer;
  /** Address of the local AWS endpoint. */
  awsEndpoint(): string;
  /** Takes a line that the function wrote to its standard output or error. */
  log(logicalId: string, stream: 'out' | 'err', line: string): void;
  /** Told of every run, however it ended. */
  ran(definition: FunctionDefinition, took: Took): void;
  /** Where the world misbehaves, and who makes it. */
  readonly hostile?: HostileWorld | undefined;
}

/** What the worker of a function is started with. */
export function startOf(
  definition: FunctionDefinition,
  surroundings: InstanceSurroundings,
  token: string,
): WorkerStart {
  const { hostile } = surroundings;
  return {
    functionName: definition.name,
    functionArn: definition.arn,
    memoryMegabytes: definition.memoryMegabytes,
    logGroup: definition.logGroup,
    directory: definition.directory,
    handler: definition.handler,
    clock: surroundings.clock,
    hostile: hostile && { skew: hostile.skews.of(definition.logicalId), seed: hostile.seedOf(token) },
  };
}

/** A function's whole environment. The operator's own AWS files are hidden: no profile of theirs may lead a local function to a real account. */
export function environmentOf(
  definition: FunctionDefinition,
  surroundings: InstanceSurroundings,
  token: string,
): Record<string, string> {
  const { NODE_COMPILE_CACHE: compileCache } = process.env;
  return {
    ...definition.environment,
    AWS_ACCESS_KEY_ID: definition.logicalId,
    AWS_CONFIG_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: surroundings.awsEndpoint(),
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    // Tells the calls of one environment from those of another.
    ...(surroundings.hostile && { AWS_SESSION_TOKEN: token }),
    LAMBDA_TASK_ROOT: definition.directory,
    // Webhooks of the local cloud may be on this machine: nowhere else is that allowed.
    LOOPBACK_WEBHOOKS: 'allowed',
    // Who starts many clouds from one assembly compiles its bundles once.
    ...(compileCache && { NODE_COMPILE_CACHE: compileCache }),
  };
}
