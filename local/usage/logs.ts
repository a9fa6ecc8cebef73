import type { Clock } from '../parts.ts';
import type { Usage } from './usage.ts';

/** What CloudWatch adds to each line that it takes in, in bytes. */
const perLine = 26;
const hour = 3_600_000;

interface Embedded {
  readonly CloudWatchMetrics: readonly {
    readonly Dimensions: readonly (readonly string[])[];
    readonly Metrics: readonly { readonly Name: string }[];
  }[];
}

/** Makes what meters each line of a function's log. A metric in it is paid for its hour, however often it is sent in it. */
export function lineMeter(usage: Usage, clock: Clock): (logicalId: string, line: string) => void {
  const last = new Map<string, number>();
  return (logicalId, line) => {
    usage.add('logs.bytes', logicalId, Buffer.byteLength(line) + perLine);
    const now = Math.floor(clock.now() / hour);
    for (const metric of metricsIn(line)) {
      const of = `${logicalId} ${metric}`;
      if (last.get(of) !== now) usage.add('metrics.hours', of);
      last.set(of, now);
    }
  };
}

/** Each metric with the values of its dimensions, which make it another one: `Booked stage=dev`. */
function metricsIn(line: string): readonly string[] {
  if (!line.startsWith('{"_aws"')) return [];
  const fields = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const { CloudWatchMetrics } = fields['_aws'] as Embedded;
  return CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => {
      const values = names.map((name) => `${name}=${String(fields[name])}`);
      return Metrics.map(({ Name }) => [Name, ...values].join(' '));
    }),
  );
}
