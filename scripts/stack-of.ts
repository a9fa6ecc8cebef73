import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { isLocalAddress, localConfig } from './local-table.ts';

/** The stages that can be deployed. */
export const stageNames = ['dev', 'prod'] as const;

export type StageName = (typeof stageNames)[number];

/** Which stack a tool works on: that of a stage, in the cloud or behind the address of a local one. */
export interface StackChoice {
  readonly stage: StageName;
  readonly endpoint?: string | undefined;
}

/** What a tool needs of the stack that it works on. */
export interface StackOf {
  readonly outputs: Readonly<Record<string, string>>;
  /** Of every SDK client of the tool: empty in the cloud, where environment and profile say it. */
  readonly clientConfig: Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'>;
}

/** The stack can't be told or found, as the message says. */
export class StackError extends Error {
  override name = 'StackError';
}

/** The options of `parseArgs` that name a stack. */
export const stackOptions = {
  stage: { type: 'string', default: 'dev' },
  endpoint: { type: 'string' },
} as const;

/** Lines of a tool's usage for those options. */
export const stackUsage = `  --stage dev|prod     whose stack it is: dev unless given
  --endpoint <address> the AWS address that npm start prints, for the local cloud`;

/** The choice that the options make. Throws a StackError naming the option that is wrong. */
export function stackChoice(values: {
  readonly stage: string;
  readonly endpoint?: string | undefined;
}): StackChoice {
  const stage = stageNames.find((name) => name === values.stage);
  if (stage === undefined)
    throw new StackError(`--stage ${values.stage} must be one of ${stageNames.join(', ')}`);
  const { endpoint } = values;
  if (endpoint !== undefined && !isLocalAddress(endpoint)) {
    throw new StackError(`--endpoint ${endpoint} must be an address on this machine, with its port`);
  }
  return { stage, endpoint };
}

/** Reads the outputs of the stage's stack. Throws a StackError where it isn't deployed, or may not be read. */
export async function readStack({ stage, endpoint }: StackChoice): Promise<StackOf> {
  const StackName = `showup-${stage}`;
  const clientConfig = endpoint === undefined ? {} : localConfig(endpoint);
  const client = new CloudFormationClient(clientConfig);
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    const outputs = (Stacks[0]?.Outputs ?? []).map(
      ({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const,
    );
    return { outputs: Object.fromEntries(outputs), clientConfig };
  } catch (cause) {
    if (!(cause instanceof CloudFormationServiceException)) throw cause;
    throw new StackError(`The stack ${StackName} can't be read: ${cause.message}`, { cause });
  } finally {
    client.destroy();
  }
}

/** One output of the stack. Throws a StackError where the stack lacks it. */
export function outputOf({ outputs }: Pick<StackOf, 'outputs'>, name: string): string {
  const value = outputs[name];
  if (value) return value;
  throw new StackError(`The stack has no output ${name}: deploy it with this version of the code first.`);
}
