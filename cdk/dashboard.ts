import { Duration, Stack } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../lib/telemetry/metric-names.ts';
import { queuesIn, waitingIn } from './alarms.ts';
import { ShowupFunction } from './function.ts';
import { measured, measuredByAws } from './measured.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';

export interface OverviewProps {
  readonly stage: Stage;
  readonly site: Site;
  readonly reader: ShowupFunction;
}

const DAY = Duration.days(1);

/** The one dashboard: what a manager of support looks at above, what whoever operates it does below. */
export class Overview extends Construct {
  private readonly props: OverviewProps;

  constructor(scope: Construct, id: string, props: OverviewProps) {
    super(scope, id);
    this.props = props;
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: `showup-${props.stage.name}`,
      defaultInterval: Duration.days(14),
      periodOverride: PeriodOverride.INHERIT,
    });
    dashboard.addWidgets(heading('Sessions', 'What became of bookings, a day each'));
    dashboard.addWidgets(...this.ofTheManager());
    dashboard.addWidgets(heading('Operation', 'docs/runbook.md has a paragraph for each alarm'));
    dashboard.addWidgets(...this.ofTheOperator());
  }

  private ofTheManager(): IWidget[] {
    return [
      graph('Bookings', this.daily('Booked', 'Moved', 'Cancelled', 'Joined')),
      graph('No-shows', [...this.daily('Completed', 'NoShows'), this.noShowRate()]),
      graph(
        'Check-ins and texts',
        this.daily('CheckInsAsked', 'CheckInsAnswered', 'TextsSent', 'TextsRefused'),
      ),
      new SingleValueWidget({
        title: 'Minutes of consultants given back in time for others',
        metrics: this.daily('MinutesSaved'),
        setPeriodToTimeRange: true,
        width: 6,
        height: 6,
      }),
    ];
  }

  private ofTheOperator(): IWidget[] {
    const { site, reader } = this.props;
    const functions = Stack.of(this)
      .node.findAll()
      .filter((child) => child instanceof ShowupFunction);
    const ofApi = { ApiId: site.api.apiId };
    return [
      graph(
        'Given up on (failure queues)',
        queuesIn(Stack.of(this)).map((queue) => waitingIn(queue).with({ label: queue.edge })),
      ),
      graph(
        'Errors of functions',
        functions.map((each) =>
          measuredByAws('Lambda', 'Errors', nameOf(each)).with({ label: each.node.id }),
        ),
      ),
      graph('Failures by edge', [
        ...this.now('ReactionsFailed', 'TimersFailed', 'MailsFailed', 'TextsFailed', 'WebhooksFailed'),
      ]),
      graph('Late', [
        measuredByAws('Lambda', 'IteratorAge', nameOf(reader), 'Maximum'),
        ...this.now('OutboxAge', 'OldestOverdue', 'TimersOverdue'),
      ]),
      graph('Requests', [
        measuredByAws('ApiGateway', 'Count', ofApi),
        measuredByAws('ApiGateway', '4xx', ofApi),
        measuredByAws('ApiGateway', '5xx', ofApi),
      ]),
      graph('Slowest 5% of answers', [measuredByAws('ApiGateway', 'Latency', ofApi, 'p95')]),
      graph('Refusals that tell of trouble', this.now('RefusedBusy', 'RefusedSlotUnavailable')),
      new LogQueryWidget({
        title: 'Refusals by code',
        logGroupNames: functions.map(({ logGroup }) => logGroup.logGroupName),
        view: LogQueryVisualizationType.TABLE,
        queryLines: [
          'filter message.message = "refused"',
          'stats count(*) as times by message.code',
          'sort times desc',
        ],
        width: 6,
        height: 6,
      }),
    ];
  }

  private daily(...names: readonly MetricName[]): IMetric[] {
    return names.map((name) => measured(this.props.stage, name, { period: DAY }));
  }

  private now(...names: readonly MetricName[]): IMetric[] {
    const lateness: readonly MetricName[] = ['OutboxAge', 'OldestOverdue', 'TimersOverdue'];
    return names.map((name) =>
      measured(this.props.stage, name, { statistic: lateness.includes(name) ? 'Maximum' : 'Sum' }),
    );
  }

  /** Of the sessions that ended: those that nobody came to, in percent. */
  private noShowRate(): IMetric {
    const [missed, held] = this.daily('NoShows', 'Completed') as [IMetric, IMetric];
    return new MathExpression({
      expression: '100 * FILL(missed, 0) / (FILL(missed, 0) + FILL(held, 0))',
      label: 'no-show rate, %',
      usingMetrics: { missed, held },
      period: DAY,
    });
  }
}

function nameOf({ functionName }: ShowupFunction): { readonly FunctionName: string } {
  return { FunctionName: functionName };
}

function heading(title: string, text: string): IWidget {
  return new TextWidget({ markdown: `## ${title}\n${text}`, width: 24, height: 2 });
}

function graph(title: string, left: readonly IMetric[]): IWidget {
  return new GraphWidget({ title, left: [...left], width: 6, height: 6 });
}
