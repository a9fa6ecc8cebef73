import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { publicSource, webhooksSource } from './bus.ts';
import { FailureQueue } from './failure-queue.ts';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

export interface DeliveriesProps {
  readonly stage: Stage;
  readonly bus: EventBus;
  readonly deliver: ShowupFunction;
}

/** Posts what is on the bus to the webhooks of other systems, and tries again, by schedules, what failed. */
export class Deliveries extends Construct {
  private readonly stage: Stage;
  private readonly group: ScheduleGroup;
  private readonly undelivered: FailureQueue;

  constructor(scope: Construct, id: string, { stage, bus, deliver }: DeliveriesProps) {
    super(scope, id);
    this.stage = stage;
    this.undelivered = new FailureQueue(this, 'Undelivered', { stage, name: 'deliveries-undelivered' });
    this.group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: `showup-${stage.name}-deliveries`,
      // In every stage, as the timers' group: kept schedules would call a function that is gone.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A post that fails is no failure of the function: this is for what it couldn't even record.
    deliver.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new FailureQueue(this, 'Failures', { stage, name: 'deliveries-failed' }).destination,
    });
    new Rule(this, 'Rule', {
      description: 'Posts what happened to the webhooks that want it',
      eventBus: bus,
      eventPattern: { source: [publicSource, webhooksSource] },
      targets: [
        new LambdaFunction(deliver, {
          retryAttempts: 8,
          maxEventAge: Duration.hours(1),
          deadLetterQueue: this.undelivered,
        }),
      ],
    });
    this.letRetry(deliver);
  }

  /** Lets the function have itself called again. */
  private letRetry(deliver: ShowupFunction): void {
    // By its name: told of by reference, the function would wait for itself to be made.
    const target = `arn:${Aws.PARTITION}:lambda:${Aws.REGION}:${Aws.ACCOUNT_ID}:function:showup-${this.stage.name}-deliver`;
    const role = this.callerOf(deliver);
    const group = this.group.scheduleGroupName;
    const schedules = `arn:${Aws.PARTITION}:scheduler:${Aws.REGION}:${Aws.ACCOUNT_ID}:schedule/${group}/*`;
    deliver.allowAll(
      ['scheduler:CreateSchedule'],
      schedules,
      'Each try of a delivery has a schedule of its own. They are all in the group of this stack, and nothing else is.',
    );
    deliver.allow(['iam:PassRole'], [role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
    deliver.addEnvironment('SCHEDULE_GROUP', group);
    deliver.addEnvironment('TIMER_TARGET_ARN', target);
    deliver.addEnvironment('TIMER_ROLE_ARN', role.roleArn);
    deliver.addEnvironment('TIMER_FAILURE_QUEUE_ARN', this.undelivered.queueArn);
  }

  private callerOf(deliver: ShowupFunction): Role {
    const role = new Role(this, 'Role', {
      description: 'With which deliveries that failed are tried again',
      // Scheduler names the group, never the single schedule.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.group.scheduleGroupArn },
        },
      }),
    });
    const allow = (action: string, resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    allow('lambda:InvokeFunction', deliver.functionArn);
    allow('sqs:SendMessage', this.undelivered.queueArn);
    return role;
  }
}
