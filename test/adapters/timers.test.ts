import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schedulerTimers } from '../../lib/adapters/timers.ts';
import type { Timers } from '../../lib/app/deps.ts';
import { withCorrelation } from '../../lib/telemetry/correlation.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import type { Role } from '../../local/aws/roles.ts';
import { Scheduler } from '../../local/aws/scheduler.ts';
import type { AwsAnswer, AwsCall } from '../../local/parts.ts';
import { createQueues } from '../../local/queues.ts';
import {
  allow,
  clientOf,
  openEndpoint,
  permissionsOf,
  place,
  RecordedFunctions,
  StillClock,
} from '../local/aws-world.ts';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:OnTimer';
const failureQueueArn = 'arn:aws:sqs:us-east-1:123456789012:Failures';
const schedules = 'arn:aws:scheduler:us-east-1:123456789012:schedule/timers/*';
const role: Role = {
  arn: 'arn:aws:iam::123456789012:role/TimerRole',
  name: 'TimerRole',
  trust: [{ Effect: 'Allow', Principal: { Service: 'scheduler.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  statements: [allow('lambda:InvokeFunction', functionArn), allow('sqs:SendMessage', failureQueueArn)],
};
const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);

/** The scheduler, in which something can happen just before a call is answered. */
class InterruptedScheduler extends Scheduler {
  before: Partial<Record<string, () => unknown>> = {};

  override async handle(call: AwsCall): Promise<AwsAnswer> {
    await this.before[call.action]?.();
    return super.handle(call);
  }
}

let functions: RecordedFunctions;
let scheduler: InterruptedScheduler;
let endpoint: AwsEndpoint;
let timers: Timers;

beforeEach(async () => {
  const clock = new StillClock();
  functions = new RecordedFunctions();
  const actions = ['CreateSchedule', 'DeleteSchedule', 'UpdateSchedule'].map((name) => `scheduler:${name}`);
  const permissions = permissionsOf(
    { OnEvent: [allow(actions, schedules), allow('iam:PassRole', role.arn)] },
    [role],
  );
  const queues = createQueues(clock, [{ arn: failureQueueArn }]);
  scheduler = new InterruptedScheduler({ place, clock, groups: ['timers'], permissions, functions, queues });
  endpoint = await openEndpoint([scheduler], permissions);
  timers = schedulerTimers(
    { group: 'timers', functionArn, roleArn: role.arn, failureQueueArn },
    clientOf(endpoint, 'OnEvent'),
  );
});
afterEach(() => endpoint.close());

const held = () => scheduler.list().map((timer) => [timer.name, timer.at]);

describe('a timer', () => {
  it('is held under its booking, kind and version, and tells them to whom it wakes, once', async () => {
    await timers.set('bkg_one', 2, { kind: 'close', at: at('16:15:00') });
    expect(held()).toEqual([['bkg_one.close.v2', '2026-11-23T16:15:00.000Z']]);
    await scheduler.runDue(at('16:15:00'));
    expect(functions.invoked).toEqual([
      { name: functionArn, event: { kind: 'close', bookingId: 'bkg_one', version: 2 } },
    ]);
    expect(held()).toEqual([]);
  });

  it('tells what it goes back to, where a run has set it', async () => {
    await withCorrelation({ id: 'timer', cause: 'request' }, () =>
      timers.set('bkg_one', 2, { kind: 'close', at: at('16:15:00') }),
    );
    await scheduler.runDue(at('16:15:00'));
    expect(functions.invoked.map(({ event }) => event)).toEqual([
      { kind: 'close', bookingId: 'bkg_one', version: 2, cause: 'request' },
    ]);
  });

  it('that is set again stays one, and fires at the time that was told last, earlier or later', async () => {
    for (const time of ['16:15:00', '16:15:00', '16:10:00', '16:40:00']) {
      await timers.set('bkg_one', 1, { kind: 'close', at: at(time) });
      expect(held()).toEqual([['bkg_one.close.v1', `2026-11-23T${time}.000Z`]]);
    }
    await scheduler.runDue(at('16:40:00'));
    expect(functions.invoked).toHaveLength(1);
  });

  it('that fires while it is being moved is no error, and is not set anew', async () => {
    await timers.set('bkg_one', 1, { kind: 'close', at: at('16:15:00') });
    scheduler.before = { UpdateSchedule: () => scheduler.runDue(at('16:15:00')) };
    await timers.set('bkg_one', 1, { kind: 'close', at: at('16:40:00') });
    expect(functions.invoked).toHaveLength(1);
    expect(held()).toEqual([]);
  });

  it('that the scheduler fails to move is an error', async () => {
    await timers.set('bkg_one', 1, { kind: 'close', at: at('16:15:00') });
    scheduler.before = { UpdateSchedule: () => Promise.reject(new Error('broken')) };
    const moved = timers.set('bkg_one', 1, { kind: 'close', at: at('16:40:00') });
    await expect(moved).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    expect(held()).toEqual([['bkg_one.close.v1', '2026-11-23T16:15:00.000Z']]);
  });

  it('is cleared alone, and clearing it again is no error', async () => {
    await timers.set('bkg_one', 1, { kind: 'close', at: at('16:15:00') });
    await timers.set('bkg_one', 1, { kind: 'finish', at: at('17:00:00') });
    await timers.clear('bkg_one', 1, 'close');
    await timers.clear('bkg_one', 1, 'close');
    expect(held()).toEqual([['bkg_one.finish.v1', '2026-11-23T17:00:00.000Z']]);
  });
});
