import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeReceiptDeps, required } from '../lib/adapters/deps.ts';
import { fetchText } from '../lib/adapters/fetch-text.ts';
import { confirmSubscription } from '../lib/adapters/subscription.ts';
import { receiveReceipt } from '../lib/app/receive-receipt.ts';
import { receiveText } from '../lib/app/receive-text.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswers } from '../lib/http/problem-answers.ts';
import { bodyOf, refuseField } from '../lib/http/read.ts';
import { readEnvelope, readInboundText, type SnsEnvelope, type SnsTrust } from '../lib/http/sns-envelope.ts';
import { readTextReceipt } from '../lib/http/text-receipt.ts';

const deps = makeReceiptDeps(process.env, settings);
const region = required(process.env, 'AWS_REGION');
const textsTopic = required(process.env, 'TEXTS_TOPIC_ARN');
/** Where the service that texts sends receipts; SNS sends none. */
const receiptsTopic = process.env['RECEIPTS_TOPIC_ARN'];

const trust: SnsTrust = {
  region,
  topicArns: receiptsTopic === undefined ? [textsTopic] : [textsTopic, receiptsTopic],
  // The same setting that tells the SDK where the service is; in AWS there is none.
  endpoint:
    process.env['AWS_ENDPOINT_URL_SNS'] ??
    process.env['AWS_ENDPOINT_URL'] ??
    `https://sns.${region}.amazonaws.com`,
  fetchText,
  now: deps.now,
};

/** Posts of SNS: texts in, receipts of texts out, and the confirmation of the subscriptions. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(problemAnswers(required(process.env, 'SITE_URL')))
  .handler(async (event) => {
    await receive(await readEnvelope(bodyOf(event), trust));
    return toResult({ status: 200, body: { received: true } });
  });

async function receive(envelope: SnsEnvelope): Promise<void> {
  switch (envelope.Type) {
    case 'Notification':
      return envelope.TopicArn === textsTopic
        ? receiveText(deps, readInboundText(envelope))
        : takeReceipt(envelope);
    case 'SubscriptionConfirmation':
      return confirmSubscription(envelope.TopicArn, envelope.Token ?? refuseField('Token', 'is required'));
    case 'UnsubscribeConfirmation':
      console.warn({ message: 'a topic was unsubscribed', topicArn: envelope.TopicArn });
  }
}

async function takeReceipt(envelope: SnsEnvelope): Promise<void> {
  const receipt = readTextReceipt(envelope);
  if (receipt !== undefined) await receiveReceipt(deps, receipt);
}
