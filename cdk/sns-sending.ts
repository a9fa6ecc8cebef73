import { Aws } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ShowupFunction } from './function.ts';

/**
 * Lets the function text people by SNS, and opt them in again. A telephone number has no ARN, so the permission has to
 * be on everything; what has an ARN, topics and app endpoints, is taken out again.
 */
export function letSendBySns(sender: ShowupFunction): void {
  sender.allowAll(
    ['sns:Publish', 'sns:OptInPhoneNumber'],
    '*',
    'A telephone number has no ARN. What has one, topics and app endpoints, is denied.',
  );
  sender.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['sns:Publish'],
      resources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
    }),
  );
}
