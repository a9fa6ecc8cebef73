import type { Template } from 'aws-cdk-lib/assertions';
import { ofType } from './template.ts';

/** Something that nobody waits for: who calls, whom, and where what is given up on is left, by logical id. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Undefined where there is no such place. */
  readonly leaves: string | undefined;
  /** How often it is tried again; undefined where nothing bounds it. */
  readonly retries: number | undefined;
}

/** Every asynchronous edge of a template. A way to call that is not known here is an error: it would go unchecked. */
export function edgesIn(template: Template): Edge[] {
  return [...streams(template), ...rules(template), ...topics(template), ...invocations(template)];
}

function streams(template: Template): Edge[] {
  return entries(template, 'AWS::Lambda::EventSourceMapping').map(([id, properties]) => ({
    from: id,
    to: target(properties['FunctionName']),
    leaves: maybeTarget(at(properties, 'DestinationConfig', 'OnFailure', 'Destination')),
    retries: bounded(properties['MaximumRetryAttempts'], properties['MaximumRecordAgeInSeconds']),
  }));
}

function rules(template: Template): Edge[] {
  return entries(template, 'AWS::Events::Rule').flatMap(([id, properties]) =>
    (properties['Targets'] as Record<string, unknown>[]).map((one) => ({
      from: id,
      to: target(one['Arn']),
      leaves: maybeTarget(at(one, 'DeadLetterConfig', 'Arn')),
      retries: bounded(
        at(one, 'RetryPolicy', 'MaximumRetryAttempts'),
        at(one, 'RetryPolicy', 'MaximumEventAgeInSeconds'),
      ),
    })),
  );
}

/** A person's mailbox is no edge: what it refuses, nobody could send again. */
function topics(template: Template): Edge[] {
  return entries(template, 'AWS::SNS::Subscription')
    .filter(([, { Protocol }]) => Protocol !== 'email')
    .map(([id, properties]) => ({
      from: id,
      to: String(properties['Protocol']),
      leaves: maybeTarget(at(properties, 'RedrivePolicy', 'deadLetterTargetArn')),
      retries: bounded(at(properties, 'DeliveryPolicy', 'healthyRetryPolicy', 'numRetries'), 1),
    }));
}

/** What becomes of an event after the service handed it to the function that it calls. */
function invocations(template: Template): Edge[] {
  const configs = entries(template, 'AWS::Lambda::EventInvokeConfig');
  return [...calledAsynchronously(template)].map((to) => {
    const config = configs.find(([, properties]) => target(properties['FunctionName']) === to)?.[1] ?? {};
    return {
      from: 'events',
      to,
      leaves: maybeTarget(at(config, 'DestinationConfig', 'OnFailure', 'Destination')),
      retries: bounded(config['MaximumRetryAttempts'], config['MaximumEventAgeInSeconds']),
    };
  });
}

/** Who waits for the answer, so that nothing is lost without being told. */
const synchronous = ['apigateway.amazonaws.com', 'secretsmanager.amazonaws.com'];
const asynchronous = [
  'events.amazonaws.com',
  'sns.amazonaws.com',
  's3.amazonaws.com',
  'scheduler.amazonaws.com',
];

function calledAsynchronously(template: Template): ReadonlySet<string> {
  const byPermission = entries(template, 'AWS::Lambda::Permission').flatMap(([id, properties]) => {
    const service = String(properties['Principal']);
    if (synchronous.includes(service)) return [];
    if (!asynchronous.includes(service)) throw new Error(`${id}: is a call by ${service} waited for?`);
    return [target(properties['FunctionName'])];
  });
  return new Set([...byPermission, ...rolesOfTimers(template).flatMap(({ calls }) => calls)]);
}

export interface TimerRole {
  readonly id: string;
  /** The functions that it may call. */
  readonly calls: readonly string[];
  /** The queues that it may leave undelivered timers in. */
  readonly leaves: readonly string[];
}

/** The roles that Scheduler takes, with what their policies let it do. */
export function rolesOfTimers(template: Template): TimerRole[] {
  const policies = entries(template, 'AWS::IAM::Policy');
  return entries(template, 'AWS::IAM::Role')
    .filter(([, properties]) => JSON.stringify(properties).includes('scheduler.amazonaws.com'))
    .map(([id]) => {
      const statements = policies
        .filter(([, { Roles }]) => JSON.stringify(Roles).includes(`"${id}"`))
        .flatMap(
          ([, properties]) => at(properties, 'PolicyDocument', 'Statement') as Record<string, unknown>[],
        );
      const resources = (action: string) =>
        statements.filter(({ Action }) => Action === action).map(({ Resource }) => target(Resource));
      return { id, calls: resources('lambda:InvokeFunction'), leaves: resources('sqs:SendMessage') };
    });
}

function entries(template: Template, type: string) {
  return Object.entries(ofType(template, type)).map(([id, { Properties }]) => [id, Properties] as const);
}

function bounded(retries: unknown, age: unknown): number | undefined {
  return typeof retries === 'number' && retries >= 0 && typeof age === 'number' && age > 0
    ? retries
    : undefined;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function maybeTarget(reference: unknown): string | undefined {
  return reference === undefined ? undefined : target(reference);
}

/** The logical id that a `Ref` or `Fn::GetAtt` is about. */
function target(reference: unknown): string {
  const id = at(reference, 'Ref') ?? (at(reference, 'Fn::GetAtt') as readonly unknown[] | undefined)?.[0];
  if (typeof id !== 'string') throw new Error(`${JSON.stringify(reference)} refers to nothing`);
  return id;
}
