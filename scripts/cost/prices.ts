/** What one unit of something costs, and where AWS says so. */
export interface Price {
  /** US dollars. */
  readonly each: number;
  /** What one unit is. */
  readonly unit: string;
  readonly page: string;
}

/**
 * When the pages were last read into this file. AWS changes prices without notice: compare before you rely on a sum,
 * and for another region than us-east-1.
 */
export const pricesAsOf = '2025-11';

const million = 1e-6;
const page = (name: string): string => `https://aws.amazon.com/${name}/pricing/`;

/** List prices in us-east-1, first tiers, before tax. */
export const prices = {
  writeUnit: { each: 0.625 * million, unit: 'write request unit', page: page('dynamodb') },
  readUnit: { each: 0.125 * million, unit: 'read request unit', page: page('dynamodb') },
  tableGigabyte: { each: 0.25, unit: 'GB of table a month', page: page('dynamodb') },
  recoveryGigabyte: { each: 0.2, unit: 'GB of point-in-time recovery a month', page: page('dynamodb') },
  // On Graviton, as our functions are.
  gigabyteSecond: { each: 13.3334 * million, unit: 'GB-second', page: page('lambda') },
  invocation: { each: 0.2 * million, unit: 'invocation', page: page('lambda') },
  httpRequest: { each: 1 * million, unit: 'HTTP API request', page: page('api-gateway') },
  schedule: { each: 1 * million, unit: 'schedule fired', page: page('eventbridge') },
  busEvent: { each: 1 * million, unit: 'event of ours', page: page('eventbridge') },
  mail: { each: 0.1 / 1000, unit: 'mail', page: page('ses') },
  mailGigabyte: { each: 0.12, unit: 'GB of mail', page: page('ses') },
  // Toll-free, with the dearest of the large carriers' fees, which come on top and change: look yours up.
  textOut: { each: 0.00581 + 0.003, unit: 'part of a text out', page: page('end-user-messaging') },
  textIn: { each: 0.0075, unit: 'part of a text in', page: page('end-user-messaging') },
  notice: { each: 0.5 * million, unit: 'message to a topic', page: page('sns') },
  noticeByHttp: { each: 0.6 * million, unit: 'delivery over HTTP', page: page('sns') },
  queueRequest: { each: 0.4 * million, unit: 'queue request', page: page('sqs') },
  secret: { each: 0.4, unit: 'secret a month', page: page('secrets-manager') },
  secretRead: { each: 5 * million, unit: 'secret read', page: page('secrets-manager') },
  logGigabyte: { each: 0.5, unit: 'GB of log taken in', page: page('cloudwatch') },
  metricHour: { each: 0.3 / 730, unit: 'metric, for an hour', page: page('cloudwatch') },
  alarmMetric: { each: 0.1, unit: 'metric that an alarm looks at, a month', page: page('cloudwatch') },
  dashboard: { each: 3, unit: 'dashboard a month', page: page('cloudwatch') },
  activeUser: { each: 0.0055, unit: 'person who signs in, a month', page: page('cognito') },
  gigabyteOut: {
    each: 0.09,
    unit: 'GB to the internet',
    page: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

/** What is free each month in every account, without an end. What is free in a first year only is not here. */
export const freeForever: Readonly<Partial<Record<PriceName, number>>> = {
  tableGigabyte: 25,
  gigabyteSecond: 400_000,
  invocation: 1_000_000,
  schedule: 14_000_000,
  notice: 1_000_000,
  noticeByHttp: 100_000,
  queueRequest: 1_000_000,
  logGigabyte: 5,
  metricHour: 10 * 730,
  alarmMetric: 10,
  dashboard: 3,
  activeUser: 10_000,
  gigabyteOut: 100,
};
