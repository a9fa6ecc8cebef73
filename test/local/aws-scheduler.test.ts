import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import type { Role } from '../../local/aws/roles.ts';
import { Scheduler } from '../../local/aws/scheduler.ts';
import { createQueues, type Queues } from '../../local/queues.ts';
import {
  allow,
  clientOf,
  openEndpoint,
  permissionsOf,
  place,
  RecordedFunctions,
  StillClock,
} from './aws-world.ts';

const target = 'arn:aws:lambda:us-east-1:123456789012:function:OnTimer';
const queue = 'arn:aws:sqs:us-east-1:123456789012:Failures';
const role: Role = {
  arn: 'arn:aws:iam::123456789012:role/TimerRole',
  name: 'TimerRole',
  trust: [
    {
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: {
          'aws:SourceAccount': '123456789012',
          'aws:SourceArn': 'arn:aws:scheduler:us-east-1:123456789012:schedule-group/timers',
        },
      },
    },
  ],
  statements: [allow('lambda:InvokeFunction', target), allow('sqs:SendMessage', queue)],
};
const schedules = 'arn:aws:scheduler:us-east-1:123456789012:schedule/timers/*';
const mayPass = {
  ...allow('iam:PassRole', role.arn),
  Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
};

const input = (over: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput => ({
  Name: 'bkg_1.remind.v1',
  GroupName: 'timers',
  ScheduleExpression: 'at(2026-11-23T16:00:00)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: { Arn: target, RoleArn: role.arn, Input: '{"kind":"remind"}', DeadLetterConfig: { Arn: queue } },
  ...over,
});

let clock: StillClock;
let functions: RecordedFunctions;
let queues: Queues;
let scheduler: Scheduler;
let endpoint: AwsEndpoint;
let client: SchedulerClient;

beforeEach(async () => {
  clock = new StillClock();
  functions = new RecordedFunctions();
  queues = createQueues(clock, [{ arn: queue }]);
  const permissions = permissionsOf(
    {
      OnEvent: [allow('scheduler:*', schedules), mayPass],
      NoPass: [allow(['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'], schedules)],
    },
    [role, { ...role, arn: `${role.arn}2`, statements: [] }],
  );
  scheduler = new Scheduler({ place, clock, groups: ['timers', 'others'], permissions, functions, queues });
  endpoint = await openEndpoint([scheduler], permissions);
  client = new SchedulerClient(clientOf(endpoint, 'OnEvent'));
});

afterEach(async () => {
  client.destroy();
  await endpoint.close();
});

const create = (over: Partial<CreateScheduleCommandInput> = {}) =>
  client.send(new CreateScheduleCommand(input(over)));

describe('the scheduler', () => {
  it('fires what is due, earliest first, and deletes it as asked', async () => {
    await create({ Name: 'late', ScheduleExpression: 'at(2026-11-23T16:05:00)' });
    await create({ Name: 'early', Target: { Arn: target, RoleArn: role.arn, Input: '{"n":1}' } });
    await create({ Name: 'tomorrow', ScheduleExpression: 'at(2026-11-24T16:00:00)' });
    expect(scheduler.nextDue()).toBe(Date.parse('2026-11-23T16:00:00Z'));
    expect(scheduler.list().map(({ name }) => name)).toEqual(['early', 'late', 'tomorrow']);
    await scheduler.runDue(Date.parse('2026-11-23T16:04:59Z'));
    expect(functions.invoked).toEqual([{ name: target, event: { n: 1 } }]);
    await scheduler.runDue(Date.parse('2026-11-23T16:05:00Z'));
    expect(functions.invoked).toHaveLength(2);
    expect(scheduler.list()).toEqual([
      { name: 'tomorrow', at: '2026-11-24T16:00:00.000Z', payload: { kind: 'remind' } },
    ]);
  });

  it('reads the wall clock of the zone that the schedule names', async () => {
    await create({
      ScheduleExpression: 'at(2026-07-01T09:00:00)',
      ScheduleExpressionTimezone: 'America/New_York',
    });
    expect(scheduler.list()[0]?.at).toBe('2026-07-01T13:00:00.000Z');
  });

  it('accepts a time that has passed, and fires it at once', async () => {
    await create({ ScheduleExpression: 'at(2020-01-01T00:00:00)' });
    await scheduler.runDue(clock.now());
    expect(functions.invoked).toHaveLength(1);
  });

  it('refuses a second schedule of the same name, but takes a repeat under the same token', async () => {
    await create({ ClientToken: 'once' });
    const again = await create({ ClientToken: 'once' });
    expect(again.ScheduleArn).toBe(
      'arn:aws:scheduler:us-east-1:123456789012:schedule/timers/bkg_1.remind.v1',
    );
    await expect(create({ ClientToken: 'twice' })).rejects.toMatchObject({
      name: 'ConflictException',
      message: 'Schedule bkg_1.remind.v1 already exists.',
    });
    const changed = create({ ClientToken: 'once', ScheduleExpression: 'at(2027-01-01T00:00:00)' });
    await expect(changed).rejects.toMatchObject({ name: 'ConflictException' });
  });

  it('gives, replaces and deletes a schedule', async () => {
    await create();
    await client.send(new UpdateScheduleCommand(input({ ScheduleExpression: 'at(2026-11-25T08:00:00)' })));
    const named = { Name: 'bkg_1.remind.v1', GroupName: 'timers' };
    const got = await client.send(new GetScheduleCommand(named));
    expect(got).toMatchObject({
      ...named,
      ScheduleExpression: 'at(2026-11-25T08:00:00)',
      ActionAfterCompletion: 'DELETE',
      Target: { Arn: target, Input: '{"kind":"remind"}' },
      CreationDate: new Date(clock.now()),
    });
    await client.send(new DeleteScheduleCommand(named));
    await expect(client.send(new GetScheduleCommand(named))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(client.send(new DeleteScheduleCommand(named))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    expect(scheduler.nextDue()).toBeUndefined();
  });

  it('replaces a schedule as a whole, and fires it at its new time only', async () => {
    await create({ Description: 'The first', ScheduleExpressionTimezone: 'America/New_York' });
    const { CreationDate } = await client.send(
      new GetScheduleCommand({ Name: 'bkg_1.remind.v1', GroupName: 'timers' }),
    );
    clock.instant += 60_000;
    const Target = { Arn: target, RoleArn: role.arn, Input: '{"n":2}' };
    const { ActionAfterCompletion: _kept, ...without } = input({
      ScheduleExpression: 'at(2026-11-23T18:00:00)',
      Target,
    });
    await client.send(new UpdateScheduleCommand(without));
    const got = await client.send(new GetScheduleCommand({ Name: 'bkg_1.remind.v1', GroupName: 'timers' }));
    expect(got).toMatchObject({
      CreationDate,
      LastModificationDate: new Date(clock.now()),
      ScheduleExpressionTimezone: 'UTC',
      ActionAfterCompletion: 'NONE',
    });
    expect(got.Description).toBeUndefined();
    expect(got.Target?.DeadLetterConfig).toBeUndefined();
    await scheduler.runDue(Date.parse('2026-11-23T17:59:59Z'));
    expect(functions.invoked).toEqual([]);
    await scheduler.runDue(Date.parse('2026-11-23T18:00:00Z'));
    expect(functions.invoked).toEqual([{ name: target, event: { n: 2 } }]);
  });

  it('replaces nothing that is not there, and needs the right to pass the role on for a replacement too', async () => {
    const update = new UpdateScheduleCommand(input());
    await expect(client.send(update)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
    expect(scheduler.list()).toEqual([]);
    await create();
    const noPass = new SchedulerClient(clientOf(endpoint, 'NoPass'));
    await expect(noPass.send(update)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`iam:PassRole on resource: ${role.arn}`),
    });
    noPass.destroy();
  });

  it('lists page by page, by group and prefix', async () => {
    for (const Name of ['a.1', 'a.2', 'a.3', 'b.1']) await create({ Name });
    const operator = new SchedulerClient(clientOf(endpoint));
    const asked = { GroupName: 'timers', NamePrefix: 'a.', MaxResults: 2 };
    const first = await operator.send(new ListSchedulesCommand(asked));
    expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['a.1', 'a.2']);
    const rest = await operator.send(new ListSchedulesCommand({ ...asked, NextToken: first.NextToken }));
    expect(rest.Schedules?.map(({ Name }) => Name)).toEqual(['a.3']);
    expect(rest.NextToken).toBeUndefined();
    operator.destroy();
  });

  it.each([
    [{ Name: 'no spaces' }, /'name'/],
    [{ Name: 'x'.repeat(65) }, /'name'.*length/],
    [{ ScheduleExpression: 'at(2026-02-30T10:00:00)' }, /Invalid Schedule Expression/],
    [{ ScheduleExpression: 'tomorrow' }, /Invalid Schedule Expression tomorrow/],
    [{ ScheduleExpressionTimezone: 'Mars/Olympus' }, /Mars\/Olympus/],
    [{ FlexibleTimeWindow: { Mode: undefined } }, /'flexibleTimeWindow.mode'/],
    [{ ActionAfterCompletion: 'KEEP' as 'NONE' }, /'actionAfterCompletion'/],
    [{ Target: { Arn: target, RoleArn: role.arn, Input: '{' } }, /Input/],
    [
      { Target: { Arn: target, RoleArn: role.arn, RetryPolicy: { MaximumRetryAttempts: 186 } } },
      /maximumRetryAttempts/,
    ],
    [{ Target: { Arn: target, RoleArn: role.arn, DeadLetterConfig: { Arn: target } } }, /deadLetterConfig/],
  ])('refuses a malformed schedule and names the member (%#)', async (over, message) => {
    await expect(create(over)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
    expect(scheduler.list()).toEqual([]);
  });

  it('refuses a group that the template does not have', async () => {
    const operator = new SchedulerClient(clientOf(endpoint));
    const creation = operator.send(new CreateScheduleCommand(input({ GroupName: 'nowhere' })));
    await expect(creation).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    operator.destroy();
  });

  it('needs the right to pass the role on, and to schedule in that very group', async () => {
    const noPass = new SchedulerClient(clientOf(endpoint, 'NoPass'));
    await expect(noPass.send(new CreateScheduleCommand(input()))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
      message: expect.stringContaining(`iam:PassRole on resource: ${role.arn}`),
    });
    noPass.destroy();
    await expect(create({ GroupName: 'others' })).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('refuses a role that does not trust the scheduler for this group', async () => {
    const operator = new SchedulerClient(clientOf(endpoint));
    const creation = operator.send(new CreateScheduleCommand(input({ GroupName: 'others' })));
    await expect(creation).rejects.toThrow('must allow AWS EventBridge Scheduler to assume the role');
    operator.destroy();
  });

  it('puts what it could not deliver into the failure queue', async () => {
    await create();
    functions.fail = true;
    await scheduler.runDue(scheduler.nextDue() ?? 0);
    expect(queues.list('Failures')).toMatchObject([
      { body: { kind: 'remind' }, attributes: { ERROR_MESSAGE: `${target} can't be reached` } },
    ]);
  });

  it('fires under the role of the schedule, and delivers nothing that the role may not invoke', async () => {
    const operator = new SchedulerClient(clientOf(endpoint));
    const Target = { Arn: target, RoleArn: `${role.arn}2`, Input: '{}' };
    await operator.send(new CreateScheduleCommand(input({ Target })));
    await scheduler.runDue(scheduler.nextDue() ?? 0);
    expect(functions.invoked).toEqual([]);
    operator.destroy();
  });

  it('can fire a timer early and keeps it, for duplicates', async () => {
    await create();
    await scheduler.fire('bkg_1.remind.v1');
    await scheduler.fire('bkg_1.remind.v1');
    expect(functions.invoked).toHaveLength(2);
    expect(scheduler.list()).toHaveLength(1);
    await expect(scheduler.fire('nobody')).rejects.toThrow('"nobody"');
  });
});
