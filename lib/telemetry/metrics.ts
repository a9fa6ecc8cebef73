import { Metrics } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, type MetricName, metricUnits } from './metric-names.ts';

let made: Metrics | undefined;

/** Counts something, or measures it; sent by `sendMetrics`. Nothing is counted outside of a deployed stage, as in scripts. */
export function measure(name: MetricName, value = 1): void {
  metricsOfStage()?.addMetric(name, metricUnits[name], value);
}

/** Sends what was measured since the last time: one line of the log, which CloudWatch takes metrics from. */
export function sendMetrics(): void {
  if (made?.hasStoredMetrics()) made.publishStoredMetrics();
}

function metricsOfStage(): Metrics | undefined {
  const stage = process.env['STAGE'];
  if (stage === undefined) return undefined;
  made ??= metricsFor(stage);
  return made;
}

/** The library's own dimension, the name of a service, would say nothing. */
function metricsFor(stage: string): Metrics {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE });
  metrics.clearDefaultDimensions();
  return metrics.setDefaultDimensions({ stage });
}
