import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

export interface TimersProps {
  readonly stage: Stage;
  /** The function that timers call. */
  readonly target: ShowupFunction;
}

/** The timers of all bookings: one schedule group, and the role with which its schedules call their function. */
export class Timers extends Construct {
  private readonly group: ScheduleGroup;
  private readonly role: Role;
  private readonly undelivered: FailureQueue;
  private readonly target: ShowupFunction;

  constructor(scope: Construct, id: string, { stage, target }: TimersProps) {
    super(scope, id);
    this.target = target;
    this.group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: `showup-${stage.name}-timers`,
      // In every stage: a group that is kept keeps its schedules, and they would call a function that is gone.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.undelivered = new FailureQueue(this, 'Undelivered', { stage, name: 'timers-undelivered' });
    this.role = this.callerOf(target);
    // Scheduler invokes asynchronously and counts that as done: what the function fails at ends here.
    target.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new FailureQueue(this, 'Failures', { stage, name: 'timers-failed' }).destination,
    });
  }

  /** Lets the function set and clear timers, and tells it what every timer is made with. */
  letSet(setter: ShowupFunction): void {
    const group = this.group.scheduleGroupName;
    const schedules = `arn:${Aws.PARTITION}:scheduler:${Aws.REGION}:${Aws.ACCOUNT_ID}:schedule/${group}/*`;
    setter.allowAll(
      ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule', 'scheduler:UpdateSchedule'],
      schedules,
      'Each booking has timers of its own, named by its id. They are all in the group of this stack, and nothing else is.',
    );
    setter.allow(['iam:PassRole'], [this.role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
    setter.addEnvironment('SCHEDULE_GROUP', group);
    setter.addEnvironment('TIMER_TARGET_ARN', this.target.functionArn);
    setter.addEnvironment('TIMER_ROLE_ARN', this.role.roleArn);
    setter.addEnvironment('TIMER_FAILURE_QUEUE_ARN', this.undelivered.queueArn);
  }

  private callerOf(target: ShowupFunction): Role {
    const role = new Role(this, 'Role', {
      description: 'With which the timers of bookings call their function',
      // Scheduler names the group, never the single schedule.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.group.scheduleGroupArn },
        },
      }),
    });
    const allow = (action: string, resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    allow('lambda:InvokeFunction', target.functionArn);
    allow('sqs:SendMessage', this.undelivered.queueArn);
    return role;
  }
}
