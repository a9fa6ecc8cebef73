import type { Statement } from './aws/policy.ts';
import { letsService } from './aws/resource-policy.ts';
import { account } from './template/resource-identity.ts';
import type { Stack } from './template/stack.ts';

/** The service that hands texts from phones, and receipts of those to them, to topics. */
const smsService = 'sms-voice.amazonaws.com';

/** Whether a topic's policy lets the SMS service publish to it on behalf of one of our resources. */
export function letsSmsServicePublish(stack: Stack, topicArn: string, sourceArn: string): boolean {
  return letsServicePublish(stack, smsService, topicArn, sourceArn);
}

/** The service that tells of mails. */
export const mailService = 'ses.amazonaws.com';

/** Whether a topic's policy lets a service publish to it on behalf of one of our resources. */
export function letsServicePublish(
  stack: Stack,
  service: string,
  topicArn: string,
  sourceArn: string,
): boolean {
  const context = {
    'aws:SourceAccount': account,
    'aws:SourceArn': sourceArn,
    'aws:SecureTransport': 'true',
  };
  return letsService(policyOf(stack, topicArn), service, {
    action: 'sns:Publish',
    resource: topicArn,
    context,
  });
}

/** All statements on a topic. */
function policyOf(stack: Stack, topicArn: string): readonly Statement[] {
  return stack
    .ofType('AWS::SNS::TopicPolicy')
    .filter(({ properties }) => properties.texts('Topics').includes(topicArn))
    .flatMap(({ properties }) => properties.object('PolicyDocument').objects('Statement'))
    .map(({ values }) => values as unknown as Statement);
}
