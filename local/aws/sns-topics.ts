import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './arn.ts';
import { type SigningCertificate, signEnvelope } from './sns-certificate.ts';
import { Deliveries, type DeliveryInput } from './sns-delivery.ts';
import {
  readSubscription,
  type Subscription,
  type SubscriptionInput,
  type Topic,
} from './sns-subscription.ts';
import { AwsError } from './wire.ts';

/** What is published to a topic. `at` is the envelope's Timestamp in milliseconds, now unless given. */
export interface Publication {
  readonly topicArn: string;
  readonly message: string;
  readonly subject?: string;
  readonly attributes?: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
  readonly at?: number;
  /** Milliseconds of the dial between publication and delivery. */
  readonly delay?: number;
}

export interface TopicsInput extends DeliveryInput {
  readonly place: Place;
  readonly topics: readonly Topic[];
  readonly subscriptions: readonly SubscriptionInput[];
  readonly certificate: SigningCertificate;
}

/** How often an endpoint is asked to confirm while the site comes up: every 200 ms for 20 seconds. */
const confirmation = { attempts: 100, wait: 200 };

/** The topics, their subscriptions, and the signed envelopes that go out to them. */
export class Topics {
  readonly deliveries: Deliveries;
  readonly #input: TopicsInput;
  readonly #topics: ReadonlyMap<string, Topic>;
  readonly #subscriptions: Subscription[];

  constructor(input: TopicsInput) {
    this.#input = input;
    this.deliveries = new Deliveries(input);
    this.#topics = new Map(input.topics.map((topic) => [topic.arn, topic]));
    this.#subscriptions = input.subscriptions.map((given) => {
      this.topic(given.topicArn);
      return readSubscription(given, given.arn ?? newArn(given.topicArn), newToken());
    });
  }

  /** Throws SNS's NotFound when there is no such topic. */
  topic(arn: string): Topic {
    const topic = this.#topics.get(arn);
    if (topic === undefined) throw new AwsError('NotFound', 'Topic does not exist', 404);
    return topic;
  }

  of(topicArn: string): readonly Subscription[] {
    return this.#subscriptions.filter((subscription) => subscription.topicArn === topicArn);
  }

  /** Publishes: gives the message's id at once, and a promise of every subscription's first attempt. */
  publish(publication: Publication): { readonly messageId: string; readonly attempted: Promise<unknown> } {
    const messageId = randomUUID();
    const subscribed = this.of(this.topic(publication.topicArn).arn).filter(({ confirmed }) => confirmed);
    const attempts = subscribed.map((subscription) => {
      const envelope = this.#notification(publication, messageId, subscription);
      return this.deliveries.deliver({ subscription, envelope }, publication.delay);
    });
    return { messageId, attempted: Promise.all(attempts) };
  }

  /** Adds a subscription; a URL's gets its SubscriptionConfirmation in the background. */
  subscribe(given: SubscriptionInput): Subscription {
    this.topic(given.topicArn);
    const same = this.of(given.topicArn).find(
      ({ protocol, endpoint }) => protocol === given.protocol && endpoint === given.endpoint,
    );
    const subscription = same ?? readSubscription(given, newArn(given.topicArn), newToken());
    if (same === undefined) this.#subscriptions.push(subscription);
    if (!subscription.confirmed) {
      this.#askToConfirm(subscription).catch((error: unknown) => this.#input.onError?.(error));
    }
    return subscription;
  }

  /** Removes a subscription; one that isn't there is none of SNS's concern. */
  unsubscribe(arn: string): void {
    const index = this.#subscriptions.findIndex((subscription) => subscription.arn === arn);
    if (index >= 0) this.#subscriptions.splice(index, 1);
  }

  /** Confirms the subscription with this token. Throws SNS's InvalidParameter for a token it never gave. */
  confirm(topicArn: string, token: string): Subscription {
    const subscription = this.of(this.topic(topicArn).arn).find((candidate) => candidate.token === token);
    if (subscription === undefined) throw new AwsError('InvalidParameter', 'Invalid parameter: Token');
    subscription.confirmed = true;
    return subscription;
  }

  /** Asks every URL to confirm, and resolves once all have. Rejects, naming the URL, when one doesn't. */
  async confirmAll(signal?: AbortSignal): Promise<void> {
    const open = this.#subscriptions.filter(({ confirmed }) => !confirmed);
    await Promise.all(open.map((subscription) => this.#askToConfirm(subscription, signal)));
  }

  async #askToConfirm(subscription: Subscription, signal?: AbortSignal): Promise<void> {
    for (let attempt = 0; attempt < confirmation.attempts; attempt += 1) {
      if (subscription.confirmed) return;
      const envelope = this.#confirmation(subscription);
      const outcome = await this.deliveries.post({ subscription, envelope });
      if (outcome === 'delivered' && subscription.confirmed) return;
      if (outcome === 'refused')
        throw new Error(`${subscription.endpoint} refused to confirm its SNS subscription`);
      await pause(confirmation.wait, undefined, signal === undefined ? {} : { signal });
    }
    throw new Error(`${subscription.endpoint} did not confirm its SNS subscription`);
  }

  #confirmation(subscription: Subscription): Readonly<Record<string, unknown>> {
    const { topicArn, token } = subscription;
    const question = new URLSearchParams({ Action: 'ConfirmSubscription', TopicArn: topicArn, Token: token });
    return this.#signed(topicArn, {
      Type: 'SubscriptionConfirmation',
      MessageId: randomUUID(),
      Token: token,
      TopicArn: topicArn,
      Message:
        `You have chosen to subscribe to the topic ${topicArn}.\n` +
        'To confirm the subscription, visit the SubscribeURL included in this message.',
      SubscribeURL: `${this.#address()}?${question.toString()}`,
      Timestamp: new Date(this.#input.clock.now()).toISOString(),
    });
  }

  #notification(
    publication: Publication,
    messageId: string,
    { arn }: Subscription,
  ): Readonly<Record<string, unknown>> {
    const { topicArn, subject, message, attributes, at } = publication;
    const question = new URLSearchParams({ Action: 'Unsubscribe', SubscriptionArn: arn });
    const signed = this.#signed(topicArn, {
      Type: 'Notification',
      MessageId: messageId,
      TopicArn: topicArn,
      ...(subject === undefined ? {} : { Subject: subject }),
      Message: message,
      Timestamp: new Date(at ?? this.#input.clock.now()).toISOString(),
    });
    const unsubscribe = { ...signed, UnsubscribeURL: `${this.#address()}?${question.toString()}` };
    return attributes === undefined ? unsubscribe : { ...unsubscribe, MessageAttributes: attributes };
  }

  #signed(topicArn: string, envelope: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const version = this.topic(topicArn).signatureVersion ?? '1';
    const { key, url } = this.#input.certificate;
    const signature = signEnvelope(envelope, version, key);
    return { ...envelope, SignatureVersion: version, Signature: signature, SigningCertURL: url };
  }

  #address(): string {
    return `https://sns.${this.#input.place.region}.amazonaws.com/`;
  }
}

const newArn = (topicArn: string): string => `${topicArn}:${randomUUID()}`;
const newToken = (): string => randomBytes(144).toString('hex');
