import type { Metrics } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, type MetricName, metricUnits } from './metric-names.ts';

const measured: { readonly name: MetricName; readonly value: number }[] = [];
let made: Metrics | undefined;

/** Counts something, or measures it; sent by `sendMetrics`. Nothing is counted outside of a deployed stage, as in scripts. */
export function measure(name: MetricName, value = 1): void {
  if (process.env['STAGE'] !== undefined) measured.push({ name, value });
}

/**
 * Sends what was measured since the last time: one line of the log, which CloudWatch takes metrics from. The library is
 * loaded when there is something: most requests measure nothing.
 */
export async function sendMetrics(): Promise<void> {
  const stage = process.env['STAGE'];
  if (measured.length === 0 || stage === undefined) return;
  made ??= await metricsFor(stage);
  for (const { name, value } of measured.splice(0)) made.addMetric(name, metricUnits[name], value);
  // Another run may have sent them, while the library was loaded.
  if (made.hasStoredMetrics()) made.publishStoredMetrics();
}

/** The library's own dimension, the name of a service, would say nothing. */
async function metricsFor(stage: string): Promise<Metrics> {
  const { Metrics } = await import('@aws-lambda-powertools/metrics');
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE });
  metrics.clearDefaultDimensions();
  return metrics.setDefaultDimensions({ stage });
}
