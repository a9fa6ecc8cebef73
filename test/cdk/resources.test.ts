import { describe, expect, test } from 'vitest';
import { functionNames } from '../../cdk/function-names.ts';
import { stageNamed } from '../../cdk/stage.ts';
import { ofType, only, short, templateOf } from './template.ts';

const dev = templateOf('dev');
const prod = templateOf('prod');

describe('functions', () => {
  const functions = Object.values(ofType(dev, 'AWS::Lambda::Function'));

  test('all run on Node 24 and arm64, and log JSON', () => {
    expect(functions).toHaveLength(functionNames.length);
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        LoggingConfig: { LogFormat: 'JSON' },
      });
    }
  });

  test('each is told what it needs to know and nothing more', () => {
    const links = ['LINK_SECRET_ARN', 'SITE_URL', 'TABLE_NAME'];
    const people = [...links, 'USER_POOL_CLIENT_ID', 'USER_POOL_ID'];
    expect(
      Object.fromEntries(functions.map(({ Properties }) => [Properties['FunctionName'], told(Properties)])),
    ).toEqual({
      'showup-dev-api': ['ATTENDANCE_SECRET_ARN', ...links],
      'showup-dev-pages': people,
      'showup-dev-portal': people,
      'showup-dev-desk': people,
      'showup-dev-on-text': ['MAIL_TOPIC_ARN', 'SITE_URL', 'TABLE_NAME', 'TEXTS_TOPIC_ARN'],
      'showup-dev-on-event': [
        ...people,
        'BUS_NAME',
        'MAIL_CONFIGURATION_SET',
        'SCHEDULE_GROUP',
        'TIMER_FAILURE_QUEUE_ARN',
        'TIMER_ROLE_ARN',
        'TIMER_TARGET_ARN',
      ].toSorted(),
      'showup-dev-on-timer': ['TABLE_NAME'],
      'showup-dev-rotate': [],
      'showup-dev-sweep': ['BUS_NAME', 'MAIL_CONFIGURATION_SET', 'SITE_URL', 'TABLE_NAME'],
      'showup-dev-deliver': [
        'SCHEDULE_GROUP',
        'TABLE_NAME',
        'TIMER_FAILURE_QUEUE_ARN',
        'TIMER_ROLE_ARN',
        'TIMER_TARGET_ARN',
      ],
    });
  });

  test('a sweep is over before the next one begins, and an answer comes before the API gives up', () => {
    const timeout = (name: string) =>
      Number(functions.find(({ Properties }) => Properties['FunctionName'] === name)?.Properties['Timeout']);
    expect(timeout('showup-dev-sweep')).toBeLessThan(5 * 60);
    expect(timeout('showup-dev-api')).toBeLessThan(30);
    expect(timeout('showup-dev-on-text')).toBeLessThan(15);
  });

  test('every log has its end: a week in dev, three months in production', () => {
    for (const [template, days] of [
      [dev, 7],
      [prod, 90],
    ] as const) {
      const logs = Object.values(ofType(template, 'AWS::Logs::LogGroup'));
      // One for each function, and that of the site.
      expect(logs).toHaveLength(functionNames.length + 1);
      for (const { Properties } of logs) expect(Properties['RetentionInDays']).toBe(days);
    }
  });
});

describe('the table', () => {
  test('is on demand, can be restored to any second, forgets what has expired and streams new rows', () => {
    expect(only(dev, 'AWS::DynamoDB::Table').Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  test('finds what is due, what waits for a decision, and the bookings of a number, a person, a company and a consultant by time, and people and companies by name, in an index of keys each', () => {
    const { Properties } = only(dev, 'AWS::DynamoDB::Table');
    const index = (IndexName: string, hash: string, range: string) => ({
      IndexName,
      KeySchema: [
        { AttributeName: hash, KeyType: 'HASH' },
        { AttributeName: range, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    });
    expect(Properties['GlobalSecondaryIndexes']).toEqual([
      index('due', 'duePk', 'dueAt'),
      index('queue', 'queue', 'queuedAt'),
      index('mobile', 'mobile', 'start'),
      index('person', 'person', 'start'),
      index('company', 'companyId', 'start'),
      index('consultant', 'consultantId', 'start'),
      index('booking', 'bookingPk', 'id'),
      index('directory', 'directory', 'sortName'),
    ]);
    for (const AttributeName of ['dueAt', 'queuedAt', 'start']) {
      expect(Properties['AttributeDefinitions']).toContainEqual({ AttributeName, AttributeType: 'N' });
    }
  });

  test('and the secrets outlive the stack in production, and only there', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret']) {
      for (const { DeletionPolicy } of Object.values(ofType(dev, type)))
        expect(DeletionPolicy).toBe('Delete');
      for (const { DeletionPolicy } of Object.values(ofType(prod, type)))
        expect(DeletionPolicy).toBe('Retain');
    }
    expect(only(dev, 'AWS::DynamoDB::Table').Properties['DeletionProtectionEnabled']).toBe(false);
    expect(only(prod, 'AWS::DynamoDB::Table').Properties['DeletionProtectionEnabled']).toBe(true);
  });
});

test('the keys of the links and of the meetings’ provider are made by Secrets Manager: 64 letters and digits that nobody wrote down', () => {
  const secrets = Object.values(ofType(dev, 'AWS::SecretsManager::Secret'));
  const made = { PasswordLength: 64, ExcludePunctuation: true };
  expect(secrets.map(({ Properties }) => Properties['GenerateSecretString'])).toEqual([made, made]);
  expect(dev.toJSON().Outputs).toHaveProperty('AttendanceSecretArn');
});

test('mail is sent as the domain of the brand’s address, over TLS or not at all', () => {
  expect(only(dev, 'AWS::SES::EmailIdentity').Properties['EmailIdentity']).toBe('example.com');
  expect(only(dev, 'AWS::SES::ConfigurationSet').Properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    ReputationOptions: { ReputationMetricsEnabled: true },
  });
});

test('what came back or was called spam is not sent again, and we are told of all that becomes of mails', () => {
  expect(only(dev, 'AWS::SES::ConfigurationSet').Properties).toMatchObject({
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  });
  expect(short(only(dev, 'AWS::SES::ConfigurationSetEventDestination').Properties)).toMatchObject({
    ConfigurationSetName: 'MailConfigurationSet',
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['delivery', 'bounce', 'complaint', 'deliveryDelay', 'reject', 'renderingFailure'],
      SnsDestination: { TopicARN: 'MailFeedbackTopic' },
    },
  });
});

test('there is no custom resource: everything is deployed by CloudFormation itself', () => {
  const types = Object.values<{ Type: string }>(dev.toJSON().Resources).map(({ Type }) => Type);
  expect(
    types.filter((type) => !type.startsWith('AWS::') || type === 'AWS::CloudFormation::CustomResource'),
  ).toEqual([]);
});

test('a stage that does not exist is refused by name', () => {
  expect(() => stageNamed('qa')).toThrow('stage: "qa" is not one of dev, prod');
});

function told(properties: Readonly<Record<string, unknown>>): readonly string[] {
  const { Variables } = properties['Environment'] as { Variables: Record<string, unknown> };
  // All of them count by their stage.
  expect(Variables['STAGE']).toBe('dev');
  return Object.keys(Variables)
    .filter((name) => name !== 'STAGE')
    .toSorted();
}
