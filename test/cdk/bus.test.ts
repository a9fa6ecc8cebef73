import { describe, expect, test } from 'vitest';
import { publicSource, webhooksSource } from '../../cdk/bus.ts';
import { PUBLIC_SOURCE, WEBHOOKS_SOURCE } from '../../lib/adapters/bus.ts';
import { permissionsIn } from './permissions-in.ts';
import { ofType, only, short, templateOf } from './template.ts';

const template = templateOf('dev');

describe('the bus', () => {
  test('is named by the stage', () => {
    expect(only(template, 'AWS::Events::EventBus').Properties).toMatchObject({ Name: 'showup-dev' });
    expect(only(templateOf('prod'), 'AWS::Events::EventBus').Properties).toMatchObject({
      Name: 'showup-prod',
    });
  });

  test('takes events of just those sources under which they are put on it', () => {
    expect([publicSource, webhooksSource]).toEqual([PUBLIC_SOURCE, WEBHOOKS_SOURCE]);
  });

  test('takes events of the reactions, and of the sweep what our own deliveries hear, and nobody else’s', () => {
    const allowed = ofType(template, 'AWS::IAM::Policy');
    const putting = Object.entries(allowed).flatMap(([, { Properties }]) => {
      const { Statement } = Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
      return Statement.filter(({ Action }) => Action === 'events:PutEvents').map(({ Condition }) => [
        short((Properties['Roles'] as unknown[])[0]),
        Condition,
      ]);
    });
    expect(Object.fromEntries(putting)).toEqual({
      FunctionsOnEventRole: { StringEquals: { 'events:source': ['showup', 'showup.webhooks'] } },
      FunctionsSweepRole: { StringEquals: { 'events:source': ['showup.webhooks'] } },
    });
  });
});

describe('deliveries to webhooks', () => {
  test('begin with a rule that tries for an hour, and leaves what it could not hand over in a queue', () => {
    const rules = Object.values(ofType(template, 'AWS::Events::Rule'));
    const rule = rules.find(({ Properties }) => Properties['EventPattern'] !== undefined);
    expect(short(rule?.Properties)).toMatchObject({
      EventBusName: 'Bus',
      EventPattern: { source: ['showup', 'showup.webhooks'] },
      Targets: [
        {
          Arn: 'FunctionsDeliver.Arn',
          DeadLetterConfig: { Arn: 'DeliveriesUndelivered.Arn' },
          RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 8 },
        },
      ],
    });
    const { Name } = only(template, 'AWS::Events::EventBus').Properties;
    expect(Name).toBe('showup-dev');
  });

  test('that the function can’t even record are tried twice more, then left in a queue', () => {
    const configs = Object.values(ofType(template, 'AWS::Lambda::EventInvokeConfig'));
    const own = configs.find(({ Properties }) => short(Properties['FunctionName']) === 'FunctionsDeliver');
    expect(short(own?.Properties)).toMatchObject({
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: 'DeliveriesFailures.Arn' } },
    });
    const names = Object.values(ofType(template, 'AWS::SQS::Queue')).map(
      ({ Properties }) => Properties['QueueName'],
    );
    expect(names).toContain('showup-dev-deliveries-failed');
    expect(names).toContain('showup-dev-deliveries-undelivered');
  });

  test('may set schedules in a group of their own, which goes with the stack, and reach nothing else', () => {
    const scheduler = 'arn:AWS::Partition:scheduler:AWS::Region:AWS::AccountId';
    expect(permissionsIn(template, 'FunctionsDeliverRole')).toEqual([
      'Allow dynamodb:GetItem on BookingsTable.Arn',
      'Allow dynamodb:PutItem on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn',
      'Allow dynamodb:UpdateItem on BookingsTable.Arn',
      'Allow iam:PassRole on DeliveriesRole.Arn',
      'Allow logs:CreateLogStream on FunctionsDeliverLog.Arn',
      'Allow logs:PutLogEvents on FunctionsDeliverLog.Arn',
      `Allow scheduler:CreateSchedule on ${scheduler}:schedule/showup-dev-deliveries/*`,
      'Allow sqs:SendMessage on DeliveriesFailures.Arn',
    ]);
    const groups = Object.values(ofType(template, 'AWS::Scheduler::ScheduleGroup'));
    const own = groups.find(({ Properties }) => Properties['Name'] === 'showup-dev-deliveries');
    expect(own?.DeletionPolicy).toBe('Delete');
  });

  test('go to the public internet alone: nothing that is deployed says otherwise', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('LOOPBACK_WEBHOOKS');
  });
});
