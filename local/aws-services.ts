import type { Assembly } from './assembly.ts';
import { CloudFormation } from './aws/cloud-formation.ts';
import { Cognito } from './aws/cognito.ts';
import { Dynamodb } from './aws/dynamodb.ts';
import type { TableKeys } from './aws/dynamodb-needs.ts';
import { type AwsEndpoint, openAwsEndpoint } from './aws/endpoint.ts';
import { EventBridge } from './aws/eventbridge.ts';
import { Lambda } from './aws/lambda.ts';
import { Permissions } from './aws/permissions.ts';
import { collectRoles } from './aws/roles.ts';
import { Scheduler } from './aws/scheduler.ts';
import { Secrets } from './aws/secrets.ts';
import { Ses } from './aws/ses.ts';
import { SmsVoice } from './aws/sms-voice.ts';
import { Sns } from './aws/sns.ts';
import { makeSigningCertificate } from './aws/sns-certificate.ts';
import type { SubscriptionInput, Topic } from './aws/sns-subscription.ts';
import { Sqs } from './aws/sqs.ts';
import { Carrier } from './carrier/carrier.ts';
import type { Closing } from './closing.ts';
import { configurationSetsOf } from './configuration-sets.ts';
import type { LocalTable } from './engine/tables.ts';
import type { HostileWorld } from './hostile/world.ts';
import { mailSettingsOf } from './mail-settings.ts';
import type { Clock, Functions } from './parts.ts';
import type { Queues } from './queues.ts';
import { busesOf } from './rules/bus-rules.ts';
import { secretsOf } from './secrets-of-cloud.ts';
import { account, region } from './template/resource-identity.ts';
import { outputsOf, type Stack } from './template/stack.ts';
import type { Properties } from './template/template.ts';
import { meterCall } from './usage/calls.ts';
import type { Usage } from './usage/usage.ts';
import { userPoolsOf } from './user-pools.ts';

/** The services behind the local AWS endpoint, as the template sets them up. */
export interface AwsServices {
  readonly endpoint: AwsEndpoint;
  readonly permissions: Permissions;
  readonly dynamodb: Dynamodb;
  readonly scheduler: Scheduler;
  readonly sns: Sns;
  readonly smsVoice: SmsVoice;
  /** The phones behind both ways of texting. */
  readonly carrier: Carrier;
  readonly ses: Ses;
  readonly secrets: Secrets;
  readonly bus: EventBridge;
}

export interface AwsServicesInput {
  readonly stack: Stack;
  readonly assembly: Pick<Assembly, 'stackName'>;
  readonly clock: Clock;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly tables: readonly LocalTable[];
  readonly usage: Usage;
  readonly engineEndpoint: string;
  readonly secretsFile: string | undefined;
  readonly userPoolsFile: string | undefined;
  readonly closing: Closing;
  readonly hostile: HostileWorld | undefined;
  onWrite(): void;
  report(line: string): void;
}

const place = { region, account };

/** Starts the services and the endpoint in front of them. */
export async function startAwsServices(input: AwsServicesInput): Promise<AwsServices> {
  const { stack, clock, functions, queues, usage, closing, hostile } = input;
  const onError = (error: unknown): void =>
    input.report(error instanceof Error ? error.message : String(error));
  const permissions = permissionsOf(stack);
  const certificate = await makeSigningCertificate(place);
  const dynamodb = new Dynamodb({
    place,
    engine: input.engineEndpoint,
    tables: tableKeysOf(stack),
    streams: streamsOf(stack, input.tables),
    usage,
    onWrite: input.onWrite,
  });
  closing.add(() => dynamodb.close());
  const groups = stack.ofType('AWS::Scheduler::ScheduleGroup').map(({ ref }) => ref);
  const fired: Pick<Functions, 'invokeAsync'> = {
    invokeAsync: (name, event) => {
      usage.add('schedules.fired', stack.find(name).ref);
      return functions.invokeAsync(name, event);
    },
  };
  const timers = {
    place,
    clock,
    permissions,
    functions: fired,
    queues,
    groups,
    mishaps: hostile?.timers,
    onError,
  };
  const scheduler = new Scheduler(timers);
  const carrier = new Carrier(clock);
  const delivery = {
    place,
    clock,
    functions,
    queues,
    certificate,
    carrier,
    mishaps: hostile?.texts,
    onError,
  };
  const sns = new Sns({ ...delivery, topics: topicsOf(stack), subscriptions: subscriptionsOf(stack) });
  const configurationSets = configurationSetsOf(stack);
  const publish: Sns['publish'] = (publication) => sns.publish(publication);
  const protections = stack.ofType('AWS::SMSVOICE::ProtectConfiguration').map(({ ref }) => ref);
  const smsVoice = new SmsVoice({
    place,
    clock,
    carrier,
    configurationSets,
    protections,
    publish,
    onError,
  });
  const ses = await Ses.open({ place, clock, ...mailSettingsOf(stack), publish, onError });
  closing.add(() => ses.close());
  const file = input.secretsFile === undefined ? {} : { file: input.secretsFile };
  const draw = hostile === undefined ? {} : { draw: hostile.draws('secrets') };
  const secrets = new Secrets({ place, clock, functions, secrets: secretsOf(stack), ...file, ...draw });
  const poolsFile = input.userPoolsFile === undefined ? {} : { file: input.userPoolsFile };
  const cognito = new Cognito({ place, clock, pools: userPoolsOf(stack), ...poolsFile });
  const { stackName } = input.assembly;
  const cloudFormation = new CloudFormation({ place, stackName, outputs: outputsOf(stack) });
  const names = stack.ofType('AWS::Lambda::Function').map(({ ref }) => ref);
  const lambda = new Lambda({ place, functions, names });
  const sqs = new Sqs({ place, queues });
  const buses = busesOf(stack);
  const bus = new EventBridge({ place, clock, functions, queues, buses, report: input.report });
  const services = [
    cloudFormation,
    dynamodb,
    scheduler,
    sns,
    smsVoice,
    ses,
    secrets,
    cognito,
    lambda,
    sqs,
    bus,
  ];
  const documents = [certificate.document, ...cognito.documents];
  const endpoint = await openAwsEndpoint({
    account,
    services,
    permissions,
    documents,
    now: () => clock.now(),
    between: hostile,
    onCall: (call) => meterCall(usage, call),
    onError,
  });
  closing.add(() => endpoint.close());
  return { endpoint, permissions, dynamodb, scheduler, sns, smsVoice, carrier, ses, secrets, bus };
}

function permissionsOf(stack: Stack): Permissions {
  const roles = collectRoles(stack.resources);
  const functions = stack.ofType('AWS::Lambda::Function').map(({ logicalId, properties }) => {
    return [logicalId, roles.get(properties.text('Role'))?.statements ?? []] as const;
  });
  return new Permissions({ functions: new Map(functions), roles });
}

function tableKeysOf(stack: Stack): readonly TableKeys[] {
  return stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(({ ref, properties }) => {
    const indexes = properties.objects('GlobalSecondaryIndexes');
    return {
      name: ref,
      hashKey: hashKeyOf(properties),
      indexes: Object.fromEntries(indexes.map((index) => [index.text('IndexName'), hashKeyOf(index)])),
    };
  });
}

/** The engine's ARN of each stream, by the template's. */
function streamsOf(stack: Stack, tables: readonly LocalTable[]): ReadonlyMap<string, string> {
  const streamArns = stack
    .ofType('AWS::Lambda::EventSourceMapping')
    .map(({ properties }) => properties.text('EventSourceArn'));
  const pairs = streamArns.flatMap((arn) => {
    const table = tables.find((one) => arn.startsWith(`${one.arn}/stream/`));
    return table?.engineStreamArn === undefined ? [] : [[arn, table.engineStreamArn] as const];
  });
  return new Map(pairs);
}

function hashKeyOf(properties: Properties): string {
  const hash = properties.objects('KeySchema').find((key) => key.text('KeyType') === 'HASH');
  return hash?.text('AttributeName') ?? '';
}

function topicsOf(stack: Stack): readonly Topic[] {
  return stack.ofType('AWS::SNS::Topic').map(({ ref, properties }) => ({
    arn: ref,
    signatureVersion: properties.optionalText('SignatureVersion') === '2' ? '2' : '1',
  }));
}

function subscriptionsOf(stack: Stack): readonly SubscriptionInput[] {
  return stack.ofType('AWS::SNS::Subscription').map(({ ref, properties }) => ({
    arn: ref,
    topicArn: properties.text('TopicArn'),
    protocol: properties.text('Protocol'),
    endpoint: properties.text('Endpoint'),
    deliveryPolicy: properties.values['DeliveryPolicy'],
    redrivePolicy: properties.values['RedrivePolicy'],
    filterPolicy: properties.values['FilterPolicy'],
    rawMessageDelivery: properties.optionalText('RawMessageDelivery'),
  }));
}
