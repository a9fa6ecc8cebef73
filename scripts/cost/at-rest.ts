import type { UsageReport } from '../../local/usage/usage.ts';
import type { Item } from './bill.ts';
import { times } from './bill.ts';
import type { FunctionSize } from './billed-time.ts';
import { hoursAMonth, itemsOf } from './items.ts';

/** Of a template: resources by their type and properties. */
export interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
}

/** A month of 30.4 days holds so many sweeps, one every 5 minutes. */
export const sweepsAMonth = 12 * hoursAMonth;

/** What the table weighs after 10,000 bookings or so: the smallest amount that is worth a line. */
const tableGigabytes = 0.1;

/** What the stack costs a month when nobody books: what stands in the template, and the sweep. */
export function atRest(
  template: Template,
  sweep: { readonly usage: UsageReport; readonly runs: number; readonly functions: readonly FunctionSize[] },
): readonly Item[] {
  const resources = Object.values(template.Resources);
  const count = (type: string): number => resources.filter(({ Type }) => Type === type).length;
  const sweeping = itemsOf(sweep.usage, sweep.functions);
  const metrics = Object.keys(sweep.usage['metrics.hours'] ?? {}).length;
  return [
    { service: 'CloudWatch', price: 'alarmMetric', units: alarmMetrics(template) },
    { service: 'CloudWatch', price: 'dashboard', units: count('AWS::CloudWatch::Dashboard') },
    { service: 'CloudWatch', price: 'metricHour', units: metrics * hoursAMonth },
    { service: 'Secrets Manager', price: 'secret', units: count('AWS::SecretsManager::Secret') },
    { service: 'DynamoDB', price: 'tableGigabyte', units: tableGigabytes },
    { service: 'DynamoDB', price: 'recoveryGigabyte', units: tableGigabytes },
    ...times(sweeping, sweepsAMonth / Math.max(1, sweep.runs)),
  ];
}

/** An alarm is paid by the metrics that it looks at: one, or those of its formula. */
export function alarmMetrics({ Resources }: Template): number {
  const alarms = Object.values(Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  return alarms.reduce((sum, { Properties = {} }) => {
    const parts = Properties['Metrics'];
    if (!Array.isArray(parts)) return sum + 1;
    return sum + parts.filter((part: { MetricStat?: unknown }) => part.MetricStat !== undefined).length;
  }, 0);
}
