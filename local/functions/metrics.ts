/** What CloudWatch would know of one metric: its values, in sum and at their ends. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** Metrics that functions write into their log, in CloudWatch's embedded metric format. */
export interface MetricStore {
  /** Takes a line of a log; those that hold no metrics are nothing to it. */
  take(line: string): void;
  list(): readonly Metric[];
}

export function createMetricStore(): MetricStore {
  const metrics = new Map<string, Metric>();
  return {
    take(line) {
      for (const read of metricsIn(line)) {
        const key = JSON.stringify([read.namespace, read.name, read.dimensions]);
        const known = metrics.get(key);
        metrics.set(key, known === undefined ? read : together(known, read));
      }
    },
    list: () => [...metrics.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function together(one: Metric, other: Metric): Metric {
  return {
    ...one,
    count: one.count + other.count,
    sum: one.sum + other.sum,
    min: Math.min(one.min, other.min),
    max: Math.max(one.max, other.max),
  };
}

function metricsIn(line: string): Metric[] {
  if (!line.startsWith('{"_aws"')) return [];
  const fields = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const { CloudWatchMetrics } = fields['_aws'] as { readonly CloudWatchMetrics: readonly Directive[] };
  return CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.flatMap(({ Name, Unit }) => {
        const dimensions = Object.fromEntries(names.map((name) => [name, String(fields[name])]));
        const values = [fields[Name]].flat().filter((value) => typeof value === 'number');
        if (values.length === 0) return [];
        return [
          { namespace: Namespace, name: Name, dimensions, unit: Unit ?? 'None', ...statisticsOf(values) },
        ];
      }),
    ),
  );
}

interface Directive {
  readonly Namespace: string;
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string; readonly Unit?: string }[];
}

function statisticsOf(values: readonly number[]) {
  return {
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    min: Math.min(...values),
    max: Math.max(...values),
  };
}
