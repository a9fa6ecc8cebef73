import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

const rate = Duration.minutes(5);

export interface SweepsProps {
  readonly stage: Stage;
  readonly sweep: ShowupFunction;
}

/** Runs the sweep every 5 minutes. A sweep that fails isn't tried again: the next one does its work. */
export class Sweeps extends Construct {
  constructor(scope: Construct, id: string, { stage, sweep }: SweepsProps) {
    super(scope, id);
    sweep.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: rate,
      onFailure: new FailureQueue(this, 'Failures', { stage, name: 'sweeps-failed' }).destination,
    });
    const target = new LambdaFunction(sweep, {
      retryAttempts: 1,
      maxEventAge: rate,
      deadLetterQueue: new FailureQueue(this, 'Undelivered', { stage, name: 'sweeps-undelivered' }),
    });
    new Rule(this, 'Rule', {
      description: 'Looks for bookings whose timer was lost',
      schedule: Schedule.rate(rate),
      targets: [target],
    });
  }
}
