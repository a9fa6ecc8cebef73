import { Duration } from 'aws-cdk-lib';
import { BackoffFunction, Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import type { ShowupFunction } from './function.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';

export interface DeliveryProps {
  readonly stage: Stage;
  readonly site: Site;
  /** What the queue is called that holds what could not be delivered. */
  readonly failures: string;
}

/**
 * A topic that another service of AWS publishes to. Not encrypted with a KMS key: such services can't use the one that
 * SNS has, and a key of ours would only guard the moments that a message waits here for its delivery, which is over TLS.
 */
export class ServiceTopic extends Topic {
  constructor(scope: Construct, id: string, topicName: string) {
    super(scope, id, { topicName, enforceSSL: true, signatureVersion: '2' });
  }

  /** Delivers what is published to our webhook, as resources of the scope. */
  deliver(scope: Construct, { stage, site, failures }: DeliveryProps): void {
    const webhook = new Subscription(scope, 'Webhook', {
      topic: this,
      protocol: SubscriptionProtocol.HTTPS,
      endpoint: `${site.endpoint}/webhooks/sns`,
      deadLetterQueue: new FailureQueue(scope, 'Undelivered', { stage, name: failures }),
      // Tries for the better part of an hour, SNS allows no longer: a late reply still counts by its stamp, a lost one would be a no-show.
      deliveryPolicy: {
        healthyRetryPolicy: {
          numRetries: 40,
          numNoDelayRetries: 1,
          minDelayTarget: Duration.seconds(5),
          maxDelayTarget: Duration.minutes(5),
          backoffFunction: BackoffFunction.EXPONENTIAL,
        },
      },
    });
    // SNS asks for confirmation at once. Without these it would meet a 404 and the subscription would stay unconfirmed.
    webhook.node.addDependency(...site.answering('receiveText'));
  }

  /** Lets the function confirm the subscription of the webhook, and tells it under this name whose messages to believe. */
  letReceive(receiver: ShowupFunction, name: string): void {
    receiver.addEnvironment(name, this.topicArn);
    receiver.allow(['sns:ConfirmSubscription'], [this.topicArn]);
  }
}
