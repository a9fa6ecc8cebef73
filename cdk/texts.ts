import { Aws, Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BackoffFunction, Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import type { ShowupFunction } from './function.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';

export interface TextsProps {
  readonly stage: Stage;
  readonly site: Site;
}

/** Replies by text: the topic that the two-way SMS service publishes them to, and its delivery to our webhook. */
export class Texts extends Construct {
  /**
   * Not encrypted with a KMS key: the SMS service can't use the one that SNS has, and a key of ours would only
   * guard the moments that a reply waits here for its delivery, which is over TLS.
   */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage, site }: TextsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'In', {
      topicName: `showup-${stage.name}-texts-in`,
      enforceSSL: true,
      signatureVersion: '2',
    });
    this.topic.addToResourcePolicy(this.publishBySmsService());
    const webhook = new Subscription(this, 'Webhook', {
      topic: this.topic,
      protocol: SubscriptionProtocol.HTTPS,
      endpoint: `${site.url}/webhooks/sns`,
      deadLetterQueue: new FailureQueue(this, 'Undelivered', { stage, name: 'texts-undelivered' }),
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

  /** Lets the function confirm the subscription of the webhook, and tells it whose messages to believe. */
  letReceive(receiver: ShowupFunction): void {
    receiver.addEnvironment('TEXTS_TOPIC_ARN', this.topic.topicArn);
    receiver.allow(['sns:ConfirmSubscription'], [this.topic.topicArn]);
  }

  private publishBySmsService(): PolicyStatement {
    return new PolicyStatement({
      principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [this.topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:sms-voice:${Aws.REGION}:${Aws.ACCOUNT_ID}:*` },
      },
    });
  }
}

/**
 * Lets the function text people. A telephone number has no ARN, so the permission has to be on everything;
 * what has an ARN, topics and app endpoints, is taken out again.
 */
export function letText(sender: ShowupFunction): void {
  sender.allow(['sns:Publish'], ['*']);
  sender.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['sns:Publish'],
      resources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
    }),
  );
}
