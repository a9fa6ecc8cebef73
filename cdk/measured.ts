import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC_NAMESPACE, type MetricName } from '../lib/telemetry/metric-names.ts';
import type { Stage } from './stage.ts';

/** What the functions of a stage measure under a name, as lib/telemetry writes it. */
export function measured(
  stage: Stage,
  metricName: MetricName,
  { statistic = 'Sum', period = Duration.minutes(5) } = {},
): Metric {
  const dimensionsMap = { stage: stage.name };
  return new Metric({ namespace: METRIC_NAMESPACE, metricName, dimensionsMap, statistic, period });
}

/** What AWS itself measures. */
export function measuredByAws(
  service: string,
  metricName: string,
  dimensionsMap: Readonly<Record<string, string>> = {},
  statistic = 'Sum',
): Metric {
  return new Metric({
    namespace: `AWS/${service}`,
    metricName,
    dimensionsMap,
    statistic,
    period: Duration.minutes(5),
  });
}
