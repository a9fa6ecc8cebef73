import { createHash } from 'node:crypto';
import { TemplateError } from './template.ts';

/** Where the local cloud pretends to be. */
export const region = 'us-east-1';
export const account = '000000000000';
export const partition = 'aws';
export const urlSuffix = 'amazonaws.com';

/** What a resource answers to: `Ref`, its ARN if it has one, and what else `Fn::GetAtt` may ask. */
export interface Identity {
  readonly ref: string;
  readonly arn?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What an identity is made of. `name` resolves the property that names the resource, else gives its logical id. */
export interface Naming {
  readonly logicalId: string;
  readonly site: string;
  name(property: string): string;
  property(property: string): string;
}

type IdentityOf = (naming: Naming) => Identity;

const arn = (service: string, rest: string, regional = true): string =>
  `arn:${partition}:${service}:${regional ? region : ''}:${account}:${rest}`;

/** A short stable token in the alphabet that AWS uses for ids, so that two resources never share one. */
const token = (logicalId: string, length: number): string =>
  createHash('sha256').update(logicalId).digest('hex').slice(0, length);

/** The stream's label is fixed: the engine's own is only known once the table exists, and nothing may depend on it. */
const streamLabel = '2026-01-01T00:00:00.000';

const table: IdentityOf = (of) => {
  const name = of.name('TableName');
  const itself = arn('dynamodb', `table/${name}`);
  return {
    ref: name,
    arn: itself,
    attributes: { StreamArn: `${itself}/stream/${streamLabel}`, TableId: token(name, 32) },
  };
};

const onlyNamed =
  (property: string): IdentityOf =>
  (of) => ({ ref: of.name(property) });

const anonymous: IdentityOf = (of) => ({ ref: of.logicalId, attributes: { Id: of.logicalId } });

const queue: IdentityOf = (of) => {
  const name = of.name('QueueName');
  const url = `https://sqs.${region}.${urlSuffix}/${account}/${name}`;
  return { ref: url, arn: arn('sqs', name), attributes: { QueueName: name, QueueUrl: url } };
};

const topic: IdentityOf = (of) => {
  const name = of.name('TopicName');
  const itself = arn('sns', name);
  return { ref: itself, arn: itself, attributes: { TopicName: name, TopicArn: itself } };
};

const subscription: IdentityOf = (of) => {
  const itself = `${of.property('TopicArn')}:${token(of.logicalId, 8)}-0000-4000-8000-${token(of.logicalId, 12)}`;
  return { ref: itself, arn: itself };
};

const secret: IdentityOf = (of) => {
  const itself = arn('secretsmanager', `secret:${of.name('Name')}-${token(of.logicalId, 6)}`);
  return { ref: itself, arn: itself, attributes: { Id: itself } };
};

const api: IdentityOf = (of) => {
  const id = token(of.logicalId, 10);
  return { ref: id, attributes: { ApiId: id, ApiEndpoint: of.site } };
};

/** Its id must look like one of Cognito's, or verifiers of its tokens refuse it. */
const userPool: IdentityOf = (of) => {
  const id = `${region}_${token(of.logicalId, 9)}`;
  const provider = `cognito-idp.${region}.${urlSuffix}/${id}`;
  return {
    ref: id,
    arn: arn('cognito-idp', `userpool/${id}`),
    attributes: { UserPoolId: id, ProviderName: provider, ProviderURL: provider },
  };
};

const userPoolClient: IdentityOf = (of) => {
  const id = token(of.logicalId, 26);
  return { ref: id, attributes: { ClientId: id } };
};

const named =
  (service: string, property: string, prefix: string, regional = true): IdentityOf =>
  (of) => {
    const name = of.name(property);
    return { ref: name, arn: arn(service, `${prefix}${name}`, regional) };
  };

const domainName: IdentityOf = (of) => {
  const name = of.name('DomainName');
  const target = `d-${token(of.logicalId, 10)}.execute-api.${region}.${urlSuffix}`;
  return {
    ref: name,
    attributes: { RegionalDomainName: target, RegionalHostedZoneId: `Z${token(of.logicalId, 12)}` },
  };
};

const emailIdentity: IdentityOf = (of) => {
  const name = of.name('EmailIdentity');
  const keys = [1, 2, 3].flatMap((number) => {
    const key = token(`${of.logicalId}${number}`, 32);
    return [
      [`DkimDNSTokenName${number}`, `${key}._domainkey.${name}`],
      [`DkimDNSTokenValue${number}`, `${key}.dkim.amazonses.com`],
    ];
  });
  return { ref: name, attributes: Object.fromEntries(keys) };
};

const logGroup: IdentityOf = (of) => {
  const name = of.name('LogGroupName');
  return { ref: name, arn: `${arn('logs', `log-group:${name}`)}:*` };
};

const role: IdentityOf = (of) => {
  const name = of.name('RoleName');
  return {
    ref: name,
    arn: arn('iam', `role/${name}`, false),
    attributes: { RoleId: `AROA${token(name, 16).toUpperCase()}` },
  };
};

/** A number that is in no country's plan, and so nobody's. */
const phoneNumber: IdentityOf = (of) => {
  const id = `phone-${token(of.logicalId, 32)}`;
  return {
    ref: id,
    arn: arn('sms-voice', `phone-number/${id}`),
    attributes: { PhoneNumberId: id, PhoneNumber: '+15550100' },
  };
};

const protectConfiguration: IdentityOf = (of) => {
  const id = `protect-${token(of.logicalId, 32)}`;
  return {
    ref: id,
    arn: arn('sms-voice', `protect-configuration/${id}`),
    attributes: { ProtectConfigurationId: id },
  };
};

/** In front of the API in the cloud; here only its name and its secret matter, see local/http/front-door.ts. */
const distribution: IdentityOf = (of) => {
  const id = `E${token(of.logicalId, 13).toUpperCase()}`;
  return {
    ref: id,
    arn: arn('cloudfront', `distribution/${id}`, false),
    attributes: { Id: id, DomainName: `d${token(of.logicalId, 13)}.cloudfront.net` },
  };
};

const edgeFunction: IdentityOf = (of) => {
  const itself = arn('cloudfront', `function/${of.name('Name')}`, false);
  return { ref: itself, arn: itself, attributes: { FunctionARN: itself } };
};

const webAcl: IdentityOf = (of) => {
  const name = of.name('Name');
  const itself = arn('wafv2', `global/webacl/${name}/${token(of.logicalId, 32)}`);
  return { ref: itself, arn: itself };
};

const identities: Readonly<Record<string, IdentityOf>> = {
  'AWS::ApiGatewayV2::Api': api,
  'AWS::ApiGatewayV2::DomainName': domainName,
  'AWS::ApiGatewayV2::Integration': anonymous,
  'AWS::ApiGatewayV2::Route': anonymous,
  'AWS::ApiGatewayV2::Stage': onlyNamed('StageName'),
  'AWS::Cognito::UserPool': userPool,
  'AWS::Cognito::UserPoolClient': userPoolClient,
  'AWS::Cognito::UserPoolGroup': onlyNamed('GroupName'),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': named('events', 'Name', 'event-bus/'),
  'AWS::Events::Rule': named('events', 'Name', 'rule/'),
  'AWS::IAM::Role': role,
  'AWS::Lambda::EventSourceMapping': anonymous,
  'AWS::Lambda::Function': named('lambda', 'FunctionName', 'function:'),
  'AWS::Logs::LogGroup': logGroup,
  'AWS::SES::ConfigurationSet': onlyNamed('Name'),
  'AWS::SES::EmailIdentity': emailIdentity,
  'AWS::SMSVOICE::PhoneNumber': phoneNumber,
  'AWS::SMSVOICE::ProtectConfiguration': protectConfiguration,
  'AWS::SMSVOICE::ConfigurationSet': named('sms-voice', 'ConfigurationSetName', 'configuration-set/'),
  'AWS::SNS::Subscription': subscription,
  'AWS::SNS::Topic': topic,
  'AWS::SQS::Queue': queue,
  'AWS::Scheduler::ScheduleGroup': named('scheduler', 'Name', 'schedule-group/'),
  'AWS::SecretsManager::Secret': secret,
  // Nothing refers to these, or only by their id, and nothing of them runs locally.
  'AWS::ApiGatewayV2::ApiMapping': anonymous,
  'AWS::CDK::Metadata': anonymous,
  'AWS::CertificateManager::Certificate': anonymous,
  'AWS::CloudFront::CachePolicy': anonymous,
  'AWS::CloudFront::Distribution': distribution,
  'AWS::CloudFront::Function': edgeFunction,
  'AWS::CloudWatch::Alarm': named('cloudwatch', 'AlarmName', 'alarm:'),
  'AWS::CloudWatch::CompositeAlarm': named('cloudwatch', 'AlarmName', 'alarm:'),
  'AWS::CloudWatch::Dashboard': onlyNamed('DashboardName'),
  'AWS::IAM::ManagedPolicy': anonymous,
  'AWS::IAM::Policy': anonymous,
  'AWS::Lambda::EventInvokeConfig': anonymous,
  'AWS::Lambda::Permission': anonymous,
  'AWS::Logs::Delivery': anonymous,
  'AWS::Logs::DeliveryDestination': named('logs', 'Name', 'delivery-destination:'),
  'AWS::Logs::DeliverySource': named('logs', 'Name', 'delivery-source:'),
  'AWS::Logs::MetricFilter': anonymous,
  'AWS::Logs::ResourcePolicy': anonymous,
  'AWS::Route53::RecordSet': anonymous,
  'AWS::SES::ConfigurationSetEventDestination': anonymous,
  'AWS::SNS::TopicPolicy': anonymous,
  'AWS::SQS::QueuePolicy': anonymous,
  'AWS::SecretsManager::ResourcePolicy': anonymous,
  'AWS::WAFv2::LoggingConfiguration': anonymous,
  'AWS::WAFv2::WebACL': webAcl,
  'AWS::SecretsManager::RotationSchedule': anonymous,
};

/** What `Ref` and `Fn::GetAtt` give for a resource. Throws a TemplateError for a type the local cloud doesn't know. */
export function identityOf(type: string, naming: Naming): Identity {
  const make = identities[type];
  if (!make) {
    throw new TemplateError(`${naming.logicalId}: the local cloud does not know the resource type ${type}`);
  }
  return make(naming);
}

/** Gives an attribute of a resource, or throws a TemplateError naming both. */
export function attributeOf(logicalId: string, type: string, identity: Identity, attribute: string): string {
  const value = identity.attributes?.[attribute] ?? (attribute === 'Arn' ? identity.arn : undefined);
  if (value === undefined) {
    throw new TemplateError(
      `${logicalId}.${attribute}: the local cloud does not know this attribute of ${type}`,
    );
  }
  return value;
}
