/** A topic of the template. SNS signs with version 1 unless the topic's attribute says 2. */
export interface Topic {
  readonly arn: string;
  readonly signatureVersion?: '1' | '2';
}

/** A subscription of the template. `endpoint` is a URL, a function's ARN or a queue's ARN. */
export interface SubscriptionInput {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly arn?: string;
  /** CloudFormation's DeliveryPolicy: `healthyRetryPolicy` and its fields. */
  readonly deliveryPolicy?: unknown;
  /** CloudFormation's RedrivePolicy: `deadLetterTargetArn`. */
  readonly redrivePolicy?: unknown;
  /** These change what is delivered and aren't carried out locally: their presence is an error. */
  readonly filterPolicy?: unknown;
  readonly rawMessageDelivery?: string | boolean | undefined;
}

/** A subscription as the topic keeps it. */
export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: 'http' | 'https' | 'lambda' | 'sqs';
  readonly endpoint: string;
  readonly token: string;
  /** Milliseconds to wait before each retry. */
  readonly retries: readonly number[];
  readonly deadLetterArn: string | undefined;
  confirmed: boolean;
}

const protocols = new Set(['http', 'https', 'lambda', 'sqs']);

export const isProtocol = (protocol: string): protocol is Subscription['protocol'] => protocols.has(protocol);

/** Throws, naming the subscription, when it asks for what the local cloud doesn't carry out. */
export function readSubscription(input: SubscriptionInput, arn: string, token: string): Subscription {
  const { protocol, topicArn, endpoint } = input;
  const where = `Subscription of ${endpoint} to ${topicArn}`;
  if (!isProtocol(protocol)) throw new Error(`${where}: the protocol ${protocol} isn't carried out locally`);
  if (input.filterPolicy !== undefined) throw new Error(`${where}: FilterPolicy isn't carried out locally`);
  if (![undefined, false, 'false'].includes(input.rawMessageDelivery)) {
    throw new Error(`${where}: RawMessageDelivery isn't carried out locally`);
  }
  return {
    arn,
    topicArn,
    protocol,
    endpoint,
    token,
    retries: retryDelays(field(input.deliveryPolicy, 'healthyRetryPolicy')),
    deadLetterArn: field(input.redrivePolicy, 'deadLetterTargetArn') as string | undefined,
    // A function or queue in the same account needs no confirmation.
    confirmed: protocol === 'lambda' || protocol === 'sqs',
  };
}

/**
 * The waits before each retry, in milliseconds, of SNS's HTTP retry policy: at once, then at the least delay,
 * then backing off, then at the greatest delay. AWS's default is three retries, 20 seconds apart.
 */
export function retryDelays(policy: unknown): number[] {
  const number = (name: string, otherwise: number): number => Number(field(policy, name) ?? otherwise);
  const least = number('minDelayTarget', 20);
  const most = number('maxDelayTarget', 20);
  const total = number('numRetries', 3);
  const atOnce = number('numNoDelayRetries', 0);
  const atLeast = number('numMinDelayRetries', 0);
  const atMost = number('numMaxDelayRetries', 0);
  const backoff = Math.max(0, total - atOnce - atLeast - atMost);
  const curve = curves[field(policy, 'backoffFunction') as string] ?? linear;
  const grown = (step: number): number => Math.round(curve(least, most, step / Math.max(1, backoff - 1)));
  const seconds = [
    ...repeat(0, atOnce),
    ...repeat(least, atLeast),
    ...Array.from({ length: backoff }, (_, step) => grown(step)),
    ...repeat(most, atMost),
  ];
  return seconds.slice(0, total).map((delay) => delay * 1000);
}

/** How a delay grows from the least to the greatest, over 0 to 1 of the way. AWS draws these, without formulas. */
type Curve = (least: number, most: number, way: number) => number;
const linear: Curve = (least, most, way) => least + (most - least) * way;
const curves: Readonly<Record<string, Curve>> = {
  linear,
  arithmetic: (least, most, way) => least + (most - least) * way ** 2,
  geometric: (least, most, way) => least * (most / least) ** way,
  exponential: (least, most, way) => least * (most / least) ** way,
};

const repeat = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

function field(object: unknown, name: string): unknown {
  if (typeof object === 'string') return field(JSON.parse(object), name);
  return typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined;
}
