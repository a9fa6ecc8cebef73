import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { AlarmSettings } from '../lib/config/deployment.ts';
import { FailureQueue } from './failure-queue.ts';
import type { ShowupFunction } from './function.ts';
import { measured, measuredByAws } from './measured.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';
import type { Spending } from './text-spending.ts';

export interface AlarmsProps {
  readonly stage: Stage;
  readonly settings: AlarmSettings;
  readonly site: Site;
  readonly table: Table;
  readonly reader: ShowupFunction;
  /** What texts have cost in the month, and what they may at most; absent where that is nobody's business here. */
  readonly texts?: Spending | undefined;
}

interface Watch {
  /** The alarm's name after the stage's, and that of its paragraph in docs/runbook.md. */
  readonly name: string;
  readonly what: string;
  readonly metric: IMetric;
  readonly atLeast: number;
  /** For how many periods of 5 minutes on end. */
  readonly periods?: number;
  /** True where silence is trouble too. */
  readonly mustSpeak?: boolean;
}

const MINUTE_MS = 60_000;

/**
 * Alarms: any message in any failure queue of the stack and, on a stage that somebody is woken for, what else can go
 * wrong. Every metric that an alarm looks at costs the same, in sums too, so what AWS has in sum itself (errors and
 * throttles of functions, which are the account's) is taken as it is, and the dashboard shows whose it was.
 */
export class Alarms extends Construct {
  private readonly stage: Stage;
  private readonly topic: Topic | undefined;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.stage = props.stage;
    const everything = props.stage.alarms === 'everything';
    this.topic = everything ? this.topicFor(props.settings) : undefined;
    for (const queue of queuesIn(Stack.of(this))) this.watch(watchOf(queue));
    if (everything) for (const watch of this.everythingElse(props)) this.watch(watch);
  }

  private everythingElse({ stage, site, table, reader, texts }: AlarmsProps): readonly Watch[] {
    return [
      ...(texts === undefined ? [] : [spendingWatch(texts)]),
      {
        name: 'function-errors',
        what: 'A function of this account and region ended with an error',
        metric: measuredByAws('Lambda', 'Errors'),
        atLeast: 3,
      },
      {
        name: 'function-throttles',
        what: 'Calls of functions were turned away: the account has no more of them at once',
        metric: measuredByAws('Lambda', 'Throttles'),
        atLeast: 1,
      },
      {
        name: 'stream-age',
        what: 'Events wait in the stream for their reactions, 15 minutes and more',
        metric: measuredByAws('Lambda', 'IteratorAge', { FunctionName: reader.functionName }, 'Maximum'),
        atLeast: 15 * MINUTE_MS,
      },
      {
        name: 'outbox-age',
        what: 'Reactions end 15 minutes and more after their events: mails and texts are late',
        metric: measured(stage, 'OutboxAge', { statistic: 'Maximum' }),
        atLeast: 15 * MINUTE_MS,
      },
      {
        name: 'timers-overdue',
        what: 'Bookings are overdue though the sweep looks every 5 minutes, or it does not look',
        metric: measured(stage, 'OldestOverdue', { statistic: 'Maximum' }),
        atLeast: 15 * 60,
        periods: 3,
        mustSpeak: true,
      },
      {
        name: 'site-errors',
        what: 'The site answered with errors of ours (5xx)',
        metric: measuredByAws('ApiGateway', '5xx', { ApiId: site.api.apiId }),
        atLeast: 5,
      },
      {
        name: 'mails-failed',
        what: 'SES did not take mails',
        metric: measured(stage, 'MailsFailed'),
        atLeast: 3,
      },
      {
        name: 'mail-bounces',
        what: '4% of mails come back; SES puts an account under review at 5%',
        metric: measuredByAws('SES', 'Reputation.BounceRate', {}, 'Average'),
        atLeast: 0.04,
      },
      {
        name: 'mail-complaints',
        what: '8 in 10,000 mails are called spam; SES puts an account under review at 10',
        metric: measuredByAws('SES', 'Reputation.ComplaintRate', {}, 'Average'),
        atLeast: 0.0008,
      },
      {
        name: 'table-throttles',
        what: 'The table turned reads or writes away',
        metric: throttlesOf(table),
        atLeast: 1,
      },
    ];
  }

  private watch({ name, what, metric, atLeast, periods = 1, mustSpeak = false }: Watch): void {
    const alarm = new Alarm(this, name, {
      alarmName: `showup-${this.stage.name}-${name}`,
      alarmDescription: `${what}. docs/runbook.md#${name}`,
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: mustSpeak ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    if (this.topic === undefined) return;
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }

  /** Not encrypted with a key of ours, which alarms could not use and which would cost more than all alarms. */
  private topicFor({ mail }: AlarmSettings): Topic {
    const topic = new Topic(this, 'Topic', {
      topicName: `showup-${this.stage.name}-alarms`,
      displayName: `Showup (${this.stage.name})`,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    if (mail !== undefined) topic.addSubscription(new EmailSubscription(mail));
    return topic;
  }
}

/** Every failure queue that the stack has so far. */
export function queuesIn(stack: Stack): readonly FailureQueue[] {
  return stack.node.findAll().filter((child) => child instanceof FailureQueue);
}

function spendingWatch({ metric, monthlyLimit }: Spending): Watch {
  return {
    name: 'text-spending',
    what: 'Four fifths of what texts may cost this month are spent: at the limit nobody is texted any more',
    metric,
    atLeast: monthlyLimit * 0.8,
  };
}

function watchOf(queue: FailureQueue): Watch {
  return {
    name: queue.edge,
    what: 'Something was given up on and lies in the queue of this name',
    metric: waitingIn(queue),
    atLeast: 1,
  };
}

/** How many messages lie in a queue. */
export function waitingIn(queue: FailureQueue): Metric {
  return queue.metricApproximateNumberOfMessagesVisible({
    statistic: 'Maximum',
    period: Duration.minutes(5),
  });
}

function throttlesOf({ tableName: TableName }: Table): IMetric {
  return new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    label: 'throttled reads and writes',
    usingMetrics: {
      reads: measuredByAws('DynamoDB', 'ReadThrottleEvents', { TableName }),
      writes: measuredByAws('DynamoDB', 'WriteThrottleEvents', { TableName }),
    },
    period: Duration.minutes(5),
  });
}
