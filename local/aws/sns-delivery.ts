import type { Clock, Functions, Part } from '../parts.ts';
import type { Queues } from '../queues.ts';
import type { Subscription } from './sns-subscription.ts';

/** An envelope on its way to one subscription. */
export interface Delivery {
  readonly subscription: Subscription;
  readonly envelope: Readonly<Record<string, unknown>>;
}

export interface DeliveryInput {
  readonly clock: Clock;
  readonly functions: Pick<Functions, 'invokeAsync'>;
  readonly queues: Pick<Queues, 'send'>;
  /** Told of a message that was given up and went to no queue. */
  readonly onError?: (error: unknown) => void;
}

interface Waiting extends Delivery {
  readonly due: number;
  readonly attempt: number;
}

type Outcome = 'delivered' | 'refused' | 'failed';

/** SNS gives an endpoint 15 seconds to answer. */
const answerWithin = 15_000;

/** Delivers envelopes and, as the subscription's policy has it, tries again: the waits are on the dial. */
export class Deliveries implements Part {
  readonly #input: DeliveryInput;
  #waiting: Waiting[] = [];
  readonly #running = new Set<Promise<void>>();
  #begun = 0;

  constructor(input: DeliveryInput) {
    this.#input = input;
  }

  /** Delivers now, or after `delay` milliseconds of the dial; resolves after the first attempt if that is now. */
  async deliver(delivery: Delivery, delay = 0): Promise<void> {
    if (delay > 0) this.#wait({ ...delivery, due: this.#input.clock.now() + delay, attempt: 0 });
    else await this.#track(this.#attempt(delivery, 0));
  }

  nextDue(): number | undefined {
    const dues = this.#waiting.map((waiting) => waiting.due);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  async runDue(now: number): Promise<void> {
    const due = this.#waiting.filter((waiting) => waiting.due <= now).sort((a, b) => a.due - b.due);
    this.#waiting = this.#waiting.filter((waiting) => waiting.due > now);
    for (const waiting of due) await this.#track(this.#attempt(waiting, waiting.attempt));
  }

  /** Resolves once no delivery is under way. One that waits for its retry isn't: {@link nextDue} tells of it. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  begun(): number {
    return this.#begun;
  }

  /** Posts an envelope to a subscription's URL and says how the endpoint took it. */
  async post({ subscription, envelope }: Delivery): Promise<Outcome> {
    try {
      const response = await fetch(subscription.endpoint, {
        method: 'POST',
        headers: headersOf(envelope, subscription),
        body: JSON.stringify(envelope, null, 2),
        redirect: 'manual',
        signal: AbortSignal.timeout(answerWithin),
      });
      await response.arrayBuffer();
      if (response.ok) return 'delivered';
      return response.status >= 400 && response.status < 500 && response.status !== 429
        ? 'refused'
        : 'failed';
    } catch {
      return 'failed';
    }
  }

  #wait(waiting: Waiting): void {
    this.#waiting.push(waiting);
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#begun += 1;
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }

  async #attempt(delivery: Delivery, attempt: number): Promise<void> {
    const outcome = await this.#send(delivery);
    if (outcome === 'delivered') return;
    const delay = delivery.subscription.retries[attempt];
    // An endpoint that refuses a message will refuse it again: SNS doesn't retry client errors.
    if (outcome === 'refused' || delay === undefined) return this.#giveUp(delivery);
    if (delay === 0) return await this.#attempt(delivery, attempt + 1);
    this.#wait({ ...delivery, due: this.#input.clock.now() + delay, attempt: attempt + 1 });
  }

  async #send(delivery: Delivery): Promise<Outcome> {
    const { subscription, envelope } = delivery;
    try {
      if (subscription.protocol === 'lambda') {
        await this.#input.functions.invokeAsync(subscription.endpoint, lambdaEvent(delivery));
        return 'delivered';
      }
      if (subscription.protocol === 'sqs') {
        this.#input.queues.send(subscription.endpoint, envelope);
        return 'delivered';
      }
    } catch {
      return 'refused';
    }
    return await this.post(delivery);
  }

  #giveUp({ subscription, envelope }: Delivery): void {
    const { deadLetterArn, endpoint } = subscription;
    try {
      if (deadLetterArn === undefined) {
        throw new Error(`${endpoint} did not take SNS message ${String(envelope['MessageId'])}`);
      }
      this.#input.queues.send(deadLetterArn, envelope, { SUBSCRIPTION_ARN: subscription.arn });
    } catch (error) {
      this.#input.onError?.(error);
    }
  }
}

function headersOf(envelope: Delivery['envelope'], subscription: Subscription): Record<string, string> {
  const headers = {
    'content-type': 'text/plain; charset=UTF-8',
    'user-agent': 'Amazon Simple Notification Service Agent',
    'x-amz-sns-message-type': String(envelope['Type']),
    'x-amz-sns-message-id': String(envelope['MessageId']),
    'x-amz-sns-topic-arn': subscription.topicArn,
  };
  if (envelope['Type'] !== 'Notification') return headers;
  return { ...headers, 'x-amz-sns-subscription-arn': subscription.arn };
}

function lambdaEvent({ subscription, envelope }: Delivery): unknown {
  const { SigningCertURL, UnsubscribeURL, ...rest } = envelope;
  // In a function's event these two are spelled differently from the posted envelope.
  const sns = { ...rest, SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL };
  return {
    Records: [
      { EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: subscription.arn, Sns: sns },
    ],
  };
}
