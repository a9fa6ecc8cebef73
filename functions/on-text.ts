import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import settings from '#config';
import { makeReceiptDeps, required } from '../lib/adapters/deps.ts';
import { fetchText } from '../lib/adapters/fetch-text.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswers } from '../lib/http/problem-answers.ts';
import { bodyOf, refuseField } from '../lib/http/read.ts';
import { readEnvelope, readInboundText, type SnsEnvelope, type SnsTrust } from '../lib/http/sns-envelope.ts';
import { withCorrelation } from '../lib/telemetry/correlation.ts';
import { log } from '../lib/telemetry/log.ts';
import { observedEvents, observedRequests } from '../lib/telemetry/observed.ts';
import { later } from './requests/later.ts';
import { isRedriven, type Redriven, redrivenFor } from './requests/redriven.ts';

const deps = makeReceiptDeps(process.env, settings);
const region = required(process.env, 'AWS_REGION');
const textsTopic = required(process.env, 'TEXTS_TOPIC_ARN');
/** Where SES tells of our mails. */
const mailTopic = required(process.env, 'MAIL_TOPIC_ARN');
/** Where the service that texts sends receipts; SNS sends none. */
const receiptsTopic = process.env['RECEIPTS_TOPIC_ARN'];

const trust: SnsTrust = {
  region,
  topicArns: [textsTopic, mailTopic, ...(receiptsTopic === undefined ? [] : [receiptsTopic])],
  // The same setting that tells the SDK where the service is; in AWS there is none.
  endpoint:
    process.env['AWS_ENDPOINT_URL_SNS'] ??
    process.env['AWS_ENDPOINT_URL'] ??
    `https://sns.${region}.amazonaws.com`,
  fetchText,
  now: deps.now,
};

// A post is of one kind, most of them about mails: each loads what its kind takes.
const { receiveText } = later(() => import('../lib/app/receive-text.ts'), 'receiveText');
const { readMailReport } = later(() => import('../lib/http/mail-report.ts'), 'readMailReport');
const { receiveMailReport } = later(() => import('../lib/app/receive-mail-report.ts'), 'receiveMailReport');
const { readTextReceipt } = later(() => import('../lib/http/text-receipt.ts'), 'readTextReceipt');
const { receiveReceipt } = later(() => import('../lib/app/receive-receipt.ts'), 'receiveReceipt');
const { confirmSubscription } = later(() => import('../lib/adapters/subscription.ts'), 'confirmSubscription');

/** Posts of SNS: texts in, what became of texts and mails out, and the confirmation of the subscriptions. */
const posts = observedRequests(
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(problemAnswers(required(process.env, 'SITE_URL')))
    .handler(async (event) => {
      await receive(await readEnvelope(bodyOf(event), trust));
      return toResult({ status: 200, body: { received: true } });
    }),
);

/** A post that waited in a failure queue: signed as it was, and as old as that queue keeps it. */
const redriven = observedEvents<Redriven, void>(async ({ redriven: post }) =>
  receive(await readEnvelope(post, { ...trust, oldestMs: redrivenFor })),
);

/** Requests come by way of the API. What waited is brought by an operator, who may invoke the function itself. */
export const handler = (event: APIGatewayProxyEventV2 | Redriven, context: Context): Promise<unknown> =>
  isRedriven(event) ? redriven(event, context) : posts(event, context);

async function receive(envelope: SnsEnvelope): Promise<void> {
  switch (envelope.Type) {
    case 'Notification':
      return takeFrom(envelope.TopicArn, envelope);
    case 'SubscriptionConfirmation':
      return confirmSubscription(envelope.TopicArn, envelope.Token ?? refuseField('Token', 'is required'));
    case 'UnsubscribeConfirmation':
      log.warn('a topic was unsubscribed', { topicArn: envelope.TopicArn });
  }
}

/** Each topic tells of one thing. */
function takeFrom(topic: string, envelope: SnsEnvelope): Promise<void> {
  if (topic === textsTopic) return takeText(envelope);
  return topic === mailTopic ? takeMailReport(envelope) : takeReceipt(envelope);
}

async function takeMailReport(envelope: SnsEnvelope): Promise<void> {
  const report = await readMailReport(envelope);
  if (report === undefined) return;
  const { mailId, status, effect } = report;
  const ours = await receiveMailReport(deps, report);
  if (ours) log.warn('a mail to ourselves did not arrive', { mailId, status, ...effect });
}

/** Brought again, it is still the same text: what it leads to goes by the carrier's id of it. */
async function takeText(envelope: SnsEnvelope): Promise<void> {
  const text = readInboundText(envelope);
  await withCorrelation({ id: text.messageId }, async () => {
    log.info('text received', { messageId: text.messageId });
    await receiveText(deps, text);
  });
}

async function takeReceipt(envelope: SnsEnvelope): Promise<void> {
  const receipt = await readTextReceipt(envelope);
  if (receipt !== undefined) await receiveReceipt(deps, receipt);
}
