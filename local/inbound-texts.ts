import { configurationSetsOf } from './configuration-sets.ts';
import { account, partition, region } from './template/resource-identity.ts';
import type { Stack } from './template/stack.ts';
import { letsSmsServicePublish } from './topic-policies.ts';

/** The number that people text locally; of those reserved for fiction. */
const ourNumber = '+12025550100';
const ourNumberArn = `arn:${partition}:sms-voice:${region}:${account}:phone-number/phone-12025550100`;

/**
 * Where texts from phones arrive: the topic that the two-way SMS service may publish to, says the template, and that
 * no configuration set has receipts sent to. The topic is empty if there is none.
 */
export function inboundTextsOf(stack: Stack): { readonly topicArn: string; readonly to: string } {
  const receipts = configurationSetsOf(stack).flatMap(({ destinations }) => destinations);
  const topic = stack
    .ofType('AWS::SNS::Topic')
    .filter(({ ref }) => !receipts.some(({ topicArn }) => topicArn === ref))
    .find(({ ref }) => letsSmsServicePublish(stack, ref, ourNumberArn));
  return { topicArn: topic?.ref ?? '', to: ourNumber };
}
