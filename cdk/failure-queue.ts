import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDestination, IEventSourceDlq, IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Stage } from './stage.ts';

/**
 * Where one edge leaves what it gave up on. `…-undelivered` holds what never reached its function, `…-failed`
 * what the function itself could not do. Kept for 14 days, the longest that a queue keeps.
 */
export class FailureQueue extends Queue {
  /** Its name without the stage's, which its alarm has too. */
  readonly edge: string;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage; readonly name: string }) {
    super(scope, id, {
      queueName: `showup-${props.stage.name}-${props.name}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.edge = props.name;
    acknowledge(
      this,
      'SQS3',
      'It is a dead-letter queue: of a function, a rule, a stream, a schedule or a topic.',
    );
  }

  /**
   * The queue as a function's or a stream source's failure destination. The library's own would also let the
   * function look up the queue's address and attributes, which nothing needs.
   */
  get destination(): IDestination & IEventSourceDlq {
    const config = { destination: this.queueArn };
    const send = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queueArn] });
    return {
      // Called as (scope, function) for a function, as (mapping, function) for a stream source.
      bind: (_: unknown, sender: IFunction) => {
        sender.addToRolePolicy(send);
        return config;
      },
    };
  }
}
