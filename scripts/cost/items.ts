import type { Meter, UsageReport } from '../../local/usage/usage.ts';
import type { Item } from './bill.ts';
import { billedTime, type FunctionSize, sum } from './billed-time.ts';
import type { PriceName } from './prices.ts';

/** A line of the API's access log, in bytes: it is written by the gateway, so that it is not metered here. */
const accessLine = 330;
const gigabyte = 1024 ** 3;
export const hoursAMonth = 730;

const webhook = 'POST /webhooks/sns';

/** What was used, in the units that are paid; texts apart, since most of a bill with texts is texts. */
export function itemsOf(
  usage: UsageReport,
  functions: readonly FunctionSize[],
  slower?: number,
): readonly Item[] {
  const total = (meter: Meter): number => sum(Object.values(usage[meter] ?? {}));
  const item = (service: string, price: PriceName, units: number): Item => ({ service, price, units });
  const requests = total('http.requests');
  const deliveries = usage['http.requests']?.[webhook] ?? 0;
  return [
    item('DynamoDB', 'writeUnit', total('table.writeUnits')),
    item('DynamoDB', 'readUnit', total('table.readUnits')),
    ...functions.flatMap((size) => {
      const { runs, gigabyteSeconds } = billedTime(size, usage, slower);
      return [item('Lambda', 'invocation', runs), item('Lambda', 'gigabyteSecond', gigabyteSeconds)];
    }),
    item('API Gateway', 'httpRequest', requests),
    item('Data out', 'gigabyteOut', total('http.bytes') / gigabyte),
    item('EventBridge Scheduler', 'schedule', total('schedules.fired')),
    item('EventBridge', 'busEvent', total('events.published')),
    item('SES', 'mail', total('mails.recipients')),
    item('SES', 'mailGigabyte', total('mails.bytes') / gigabyte),
    item('SNS', 'notice', deliveries),
    item('SNS', 'noticeByHttp', deliveries),
    item('SQS', 'queueRequest', total('queues.sent')),
    item('Secrets Manager', 'secretRead', callsTo(usage, 'secretsmanager:')),
    item('CloudWatch', 'logGigabyte', (total('logs.bytes') + requests * accessLine) / gigabyte),
  ];
}

/**
 * The metrics of a month, from those of so many days. They are paid by the hour in which they are sent, so it matters when
 * people book and hardly how many do: never more than every hour of the month each.
 */
export function metricItems(usage: UsageReport, days: number): readonly Item[] {
  const hours = Object.values(usage['metrics.hours'] ?? {});
  const units = sum(hours.map((measured) => Math.min(hoursAMonth, (measured * hoursAMonth) / (24 * days))));
  return [{ service: 'CloudWatch', price: 'metricHour', units }];
}

/** The texts of a usage. */
export function textItems(usage: UsageReport): readonly Item[] {
  return Object.entries(usage['texts.parts'] ?? {}).map(([of, units]) => ({
    service: 'Texts',
    price: of.startsWith('in ') ? 'textIn' : 'textOut',
    units,
  }));
}

function callsTo(usage: UsageReport, service: string): number {
  const calls = Object.entries(usage.calls ?? {});
  return sum(calls.filter(([of]) => of.includes(` ${service}`)).map(([, count]) => count));
}
