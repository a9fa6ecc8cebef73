import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  type SchedulerClientConfig,
  UpdateScheduleCommand,
  type UpdateScheduleCommandInput,
} from '@aws-sdk/client-scheduler';
import type { Timers } from '../app/deps.ts';
import type { Timer, TimerKind } from '../domain/booking/timer.ts';
import { rootId } from '../telemetry/correlation.ts';

export interface TimerTarget {
  /** Schedule group that all timers live in. */
  readonly group: string;
  readonly functionArn: string;
  /** Role that the scheduler calls the function with. */
  readonly roleArn: string;
  readonly failureQueueArn: string;
}

/** What a timer tells the function that it wakes. */
export interface TimerPayload {
  readonly kind: TimerKind;
  readonly bookingId: string;
  readonly version: number;
  /** Id of what the timer goes back to; timers that were set before there were ids have none. */
  readonly cause?: string;
}

/**
 * One-off schedules in UTC. Setting one that is set moves it to the time that is told last; setting one that fires
 * meanwhile, or clearing one that is gone, is no error.
 */
export function schedulerTimers(target: TimerTarget, config: SchedulerClientConfig = {}): Timers {
  const client = new SchedulerClient(config);
  return {
    async set(bookingId, version, timer) {
      const schedule = scheduleOf(target, bookingId, version, timer);
      try {
        await client.send(new CreateScheduleCommand(schedule));
      } catch (error) {
        if (!(error instanceof ConflictException)) throw error;
        await move(client, schedule);
      }
    },
    async clear(bookingId, version, kind) {
      try {
        await client.send(
          new DeleteScheduleCommand({ Name: nameOf({ kind, bookingId, version }), GroupName: target.group }),
        );
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

async function move(client: SchedulerClient, schedule: UpdateScheduleCommandInput): Promise<void> {
  try {
    await client.send(new UpdateScheduleCommand(schedule));
  } catch (error) {
    // It fired since: whoever it woke finds what is due now.
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}

function scheduleOf(
  target: TimerTarget,
  bookingId: string,
  version: number,
  { kind, at }: Timer,
): UpdateScheduleCommandInput {
  const cause = rootId();
  const payload: TimerPayload = { kind, bookingId, version, ...(cause === undefined ? {} : { cause }) };
  return {
    Name: nameOf(payload),
    GroupName: target.group,
    ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: target.functionArn,
      RoleArn: target.roleArn,
      Input: JSON.stringify(payload),
      DeadLetterConfig: { Arn: target.failureQueueArn },
      // The sweep finds what is overdue: an old timer has nothing to add.
      RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 5 },
    },
  };
}

function nameOf({ bookingId, kind, version }: TimerPayload): string {
  return `${bookingId}.${kind}.v${version}`;
}
