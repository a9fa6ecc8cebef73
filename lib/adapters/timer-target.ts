import { type Environment, required } from './deps.ts';
import type { TimerTarget } from './timers.ts';

/** What the scheduler calls, by the environment. Throws where that lacks a name. */
export function timerTargetIn(environment: Environment): TimerTarget {
  return {
    group: required(environment, 'SCHEDULE_GROUP'),
    functionArn: required(environment, 'TIMER_TARGET_ARN'),
    roleArn: required(environment, 'TIMER_ROLE_ARN'),
    failureQueueArn: required(environment, 'TIMER_FAILURE_QUEUE_ARN'),
  };
}
