import { describe, expect, test } from 'vitest';
import { ofType, only, type Resource, short, templateOf } from './template.ts';

const template = templateOf('dev');

describe('the stream of events', () => {
  test('only new event rows reach the reactions, from the first one on', () => {
    const { Properties } = only(template, 'AWS::Lambda::EventSourceMapping');
    expect(short(Properties['FunctionName'])).toBe('FunctionsOnEvent');
    expect(short(Properties['EventSourceArn'])).toBe('BookingsTable.StreamArn');
    expect(Properties['StartingPosition']).toBe('TRIM_HORIZON');
    const { Filters } = Properties['FilterCriteria'] as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['event'] } } } },
    ]);
  });

  test('a record that fails is found, tried a bounded number of times and left in a queue', () => {
    const { Properties } = only(template, 'AWS::Lambda::EventSourceMapping');
    expect(short(Properties)).toMatchObject({
      BatchSize: 25,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 8,
      MaximumRecordAgeInSeconds: 3600,
      ParallelizationFactor: 4,
      DestinationConfig: { OnFailure: { Destination: 'EventsFailures.Arn' } },
    });
  });
});

describe('timers', () => {
  test('the schedule groups go with the stack, in production too: a group that stays keeps its schedules', () => {
    for (const stage of [template, templateOf('prod')]) {
      for (const { DeletionPolicy } of Object.values(ofType(stage, 'AWS::Scheduler::ScheduleGroup')))
        expect(DeletionPolicy).toBe('Delete');
    }
  });

  test('only Scheduler may take the role of timers, for our group and our account', () => {
    const roles = Object.entries(ofType(template, 'AWS::IAM::Role'));
    const trust = roles.find(([id]) => id.startsWith('TimersRole'))?.[1].Properties[
      'AssumeRolePolicyDocument'
    ];
    expect(short(trust)).toMatchObject({
      Statement: [
        {
          Action: 'sts:AssumeRole',
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: {
            StringEquals: {
              'aws:SourceAccount': 'AWS::AccountId',
              'aws:SourceArn': 'TimersGroup.Arn',
            },
          },
        },
      ],
    });
  });

  test('a timer calls one function and leaves what it could not deliver in one queue', () => {
    const policies = Object.entries(ofType(template, 'AWS::IAM::Policy'));
    const policy = policies.find(([id]) => id.startsWith('TimersRole'))?.[1].Properties['PolicyDocument'];
    expect(short(policy)).toMatchObject({
      Statement: [
        { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: 'FunctionsOnTimer.Arn' },
        { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'TimersUndelivered.Arn' },
      ],
    });
  });

  test('a timer’s function is tried twice more, within the hour', () => {
    const configs = Object.values(ofType(template, 'AWS::Lambda::EventInvokeConfig'));
    expect(configs.map(({ Properties }) => short(Properties))).toContainEqual({
      FunctionName: 'FunctionsOnTimer',
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: 'TimersFailures.Arn' } },
    });
  });
});

/** The other rule is the bus's: bus.test.ts. */
const sweeping = ruleWith('ScheduleExpression');

function ruleWith(property: string): Resource {
  const rules = Object.values(ofType(template, 'AWS::Events::Rule'));
  const [found] = rules.filter(({ Properties }) => Properties[property] !== undefined);
  if (found === undefined) throw new Error(`no rule has a ${property}`);
  return found;
}

test('lost timers are looked for every 5 minutes', () => {
  const { Properties } = sweeping;
  expect(Properties['ScheduleExpression']).toBe('rate(5 minutes)');
  expect(short(Properties['Targets'])).toMatchObject([
    { Arn: 'FunctionsSweep.Arn', DeadLetterConfig: { Arn: 'SweepsUndelivered.Arn' } },
  ]);
});

describe('what is given up on', () => {
  const leftBy = new Map([
    ['the stream', short(only(template, 'AWS::Lambda::EventSourceMapping').Properties['DestinationConfig'])],
    ...Object.values(ofType(template, 'AWS::Lambda::EventInvokeConfig')).map(
      ({ Properties }) =>
        [String(short(Properties['FunctionName'])), short(Properties['DestinationConfig'])] as const,
    ),
    ['the rule', short((sweeping.Properties['Targets'] as unknown[])[0])],
    ...Object.values(ofType(template, 'AWS::SNS::Subscription')).map(
      ({ Properties }) =>
        [String(short(Properties['TopicArn'])), short(Properties['RedrivePolicy'])] as const,
    ),
  ]);

  test('every edge that nobody waits for leaves it in a queue of its own', () => {
    expect(Object.fromEntries(leftBy)).toMatchObject({
      'the stream': { OnFailure: { Destination: 'EventsFailures.Arn' } },
      FunctionsOnTimer: { OnFailure: { Destination: 'TimersFailures.Arn' } },
      FunctionsSweep: { OnFailure: { Destination: 'SweepsFailures.Arn' } },
      FunctionsDeliver: { OnFailure: { Destination: 'DeliveriesFailures.Arn' } },
      'the rule': { DeadLetterConfig: { Arn: 'SweepsUndelivered.Arn' } },
      TextsIn: { deadLetterTargetArn: 'TextsUndelivered.Arn' },
      MailFeedbackTopic: { deadLetterTargetArn: 'MailFeedbackUndelivered.Arn' },
    });
    // Those of timers and of deliveries are told to whoever makes a schedule: the rule of the bus has the latter, too.
    const setter = Object.entries(ofType(template, 'AWS::Lambda::Function')).find(([id]) =>
      id.startsWith('FunctionsOnEvent'),
    );
    expect(short(setter?.[1].Properties['Environment'])).toMatchObject({
      Variables: { TIMER_FAILURE_QUEUE_ARN: 'TimersUndelivered.Arn' },
    });
    expect(Object.keys(ofType(template, 'AWS::SQS::Queue'))).toHaveLength(9);
  });

  test('the queues are encrypted, closed to plain HTTP and keep a message for 14 days', () => {
    const queues = Object.values(ofType(template, 'AWS::SQS::Queue'));
    const guarded = Object.values(ofType(template, 'AWS::SQS::QueuePolicy'));
    for (const { Properties } of queues) {
      expect(Properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 14 * 24 * 3600,
      });
    }
    expect(guarded).toHaveLength(queues.length);
    for (const { Properties } of guarded) {
      expect(Properties['PolicyDocument']).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      });
    }
  });
});
