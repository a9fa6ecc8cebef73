import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Timers } from '../app/deps.ts';
import type { TimerKind } from '../domain/booking/timer.ts';

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
}

/** One-off schedules in UTC. Setting one that is set, or clearing one that is gone, is no error. */
export function schedulerTimers(target: TimerTarget): Timers {
  const client = new SchedulerClient({});
  return {
    async set(bookingId, version, { kind, at }) {
      const payload: TimerPayload = { kind, bookingId, version };
      try {
        await client.send(
          new CreateScheduleCommand({
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
          }),
        );
      } catch (error) {
        if (!(error instanceof ConflictException)) throw error;
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

function nameOf({ bookingId, kind, version }: TimerPayload): string {
  return `${bookingId}.${kind}.v${version}`;
}
