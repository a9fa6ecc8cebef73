import type { Assembly } from '../assembly.ts';
import { region } from '../template/resource-identity.ts';
import type { Stack } from '../template/stack.ts';
import { type Properties, type Resolved, TemplateError } from '../template/template.ts';

/** A function of the template. */
export interface FunctionDefinition {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** The bundle's directory. */
  readonly directory: string;
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  readonly logGroup: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where Lambda puts events that it gave up on: the ARN of a queue. */
  readonly deadLetterQueue: string | undefined;
}

const known = [
  'Architectures',
  'Code',
  'DeadLetterConfig',
  'Description',
  'Environment',
  'FunctionName',
  'Handler',
  'LoggingConfig',
  'MemorySize',
  'ReservedConcurrentExecutions',
  'Role',
  'Runtime',
  'RuntimeManagementConfig',
  'Tags',
  'Timeout',
  'TracingConfig',
] as const;

/** The functions of a template, with their bundles from the assembly. Throws a TemplateError naming what can't be run. */
export function functionsOf(stack: Stack, assembly: Assembly): readonly FunctionDefinition[] {
  return stack.ofType('AWS::Lambda::Function').map((resource) => definitionOf(resource, assembly));
}

function definitionOf(resource: Resolved, assembly: Assembly): FunctionDefinition {
  const properties = resource.properties.only(...known);
  const runtime = properties.text('Runtime');
  if (!runtime.startsWith('nodejs')) {
    throw new TemplateError(
      `${resource.logicalId}.Runtime: the local cloud runs Node functions only, not ${runtime}`,
    );
  }
  return {
    logicalId: resource.logicalId,
    name: resource.ref,
    arn: resource.arn ?? '',
    directory: assembly.assetDirectory(properties.object('Code').text('S3Key')),
    handler: properties.text('Handler'),
    timeoutMs: properties.number('Timeout', 3) * 1000,
    memoryMegabytes: properties.number('MemorySize', 128),
    logGroup: properties.object('LoggingConfig').optionalText('LogGroup') ?? `/aws/lambda/${resource.ref}`,
    environment: { ...runtimeEnvironment(resource, properties), ...declaredEnvironment(properties) },
    deadLetterQueue: properties.object('DeadLetterConfig').optionalText('TargetArn'),
  };
}

function declaredEnvironment(properties: Properties): Record<string, string> {
  const variables = properties.object('Environment').object('Variables');
  return Object.fromEntries(Object.keys(variables.values).map((name) => [name, variables.text(name)]));
}

/** What the Lambda service sets for every function. */
function runtimeEnvironment(resource: Resolved, properties: Properties): Record<string, string> {
  const logging = properties.object('LoggingConfig');
  const level = logging.optionalText('ApplicationLogLevel');
  return {
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${properties.text('Runtime')}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.number('MemorySize', 128)),
    AWS_LAMBDA_FUNCTION_NAME: resource.ref,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: logging.optionalText('LogFormat') ?? 'Text',
    ...(level === undefined ? {} : { AWS_LAMBDA_LOG_LEVEL: level }),
    AWS_REGION: region,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    _HANDLER: properties.text('Handler'),
  };
}
