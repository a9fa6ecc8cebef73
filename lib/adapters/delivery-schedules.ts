import { createHash } from 'node:crypto';
import {
  ConflictException,
  CreateScheduleCommand,
  SchedulerClient,
  type SchedulerClientConfig,
} from '@aws-sdk/client-scheduler';
import type { DeliverDeps } from '../app/webhook-deps.ts';
import type { DeliveryId } from '../domain/webhooks/delivery.ts';
import type { TimerTarget } from './timers.ts';

/** What such a schedule tells the function that delivers. */
export interface DueDeliveries {
  readonly deliveries: readonly DeliveryId[];
}

/** One-off schedules that have a delivery tried again. */
export function deliverySchedules(
  target: TimerTarget,
  config: SchedulerClientConfig = {},
): DeliverDeps['tryAt'] {
  const client = new SchedulerClient(config);
  return async (id, at) => {
    const payload: DueDeliveries = { deliveries: [id] };
    // Whole seconds, and never a moment before it is due.
    const second = Math.ceil(at / 1000) * 1000;
    try {
      await client.send(
        new CreateScheduleCommand({
          Name: nameOf(id, second),
          GroupName: target.group,
          ScheduleExpression: `at(${new Date(second).toISOString().slice(0, 19)})`,
          ScheduleExpressionTimezone: 'UTC',
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: {
            Arn: target.functionArn,
            RoleArn: target.roleArn,
            Input: JSON.stringify(payload),
            DeadLetterConfig: { Arn: target.failureQueueArn },
            // The sweep finds what is overdue: an old schedule has nothing to add.
            RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 5 },
          },
        }),
      );
    } catch (error) {
      // It is set for that very second already.
      if (!(error instanceof ConflictException)) throw error;
    }
  };
}

/** At most 64 characters: the event's id is too long for that. */
function nameOf({ endpointId, eventId }: DeliveryId, at: number): string {
  const event = createHash('sha256').update(eventId).digest('base64url').slice(0, 22);
  return `${endpointId}.${event}.${at.toString(36)}`;
}
