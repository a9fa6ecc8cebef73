import { createVerify, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CheckIfPhoneNumberIsOptedOutCommand,
  ConfirmSubscriptionCommand,
  ListPhoneNumbersOptedOutCommand,
  ListSubscriptionsByTopicCommand,
  OptInPhoneNumberCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Sns } from '../../local/aws/sns.ts';
import { makeSigningCertificate } from '../../local/aws/sns-certificate.ts';
import { retryDelays, type SubscriptionInput } from '../../local/aws/sns-subscription.ts';
import { Carrier } from '../../local/carrier/carrier.ts';
import { createQueues, type Queues } from '../../local/queues.ts';
import {
  allow,
  clientOf,
  openEndpoint,
  permissionsOf,
  place,
  RecordedFunctions,
  StillClock,
} from './aws-world.ts';

const texts = 'arn:aws:sns:us-east-1:123456789012:Texts';
const old = 'arn:aws:sns:us-east-1:123456789012:Old';
const queue = 'arn:aws:sqs:us-east-1:123456789012:Failures';
const target = 'arn:aws:lambda:us-east-1:123456789012:function:OnFeedback';
const phone = '+12025550123';
const certificate = await makeSigningCertificate(place);

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly envelope: Readonly<Record<string, string>>;
}

/** An endpoint that answers what it is told and, unless told not to, confirms as the webhook does. */
class Webhook {
  readonly received: Received[] = [];
  statuses: number[] = [];
  confirms = true;
  confirmWith: (envelope: Received['envelope']) => Promise<unknown> = async () => undefined;
  url = '';
  #server: Server | undefined;

  async open(): Promise<void> {
    this.#server = createServer((request, response) => {
      this.#receive(request).then(
        () => response.writeHead(this.statuses.shift() ?? 200).end(),
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/webhooks/sns`;
  }

  async #receive(request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const envelope = JSON.parse(Buffer.concat(chunks).toString()) as Received['envelope'];
    this.received.push({ headers: request.headers, envelope });
    if (envelope['Type'] === 'SubscriptionConfirmation' && this.confirms) await this.confirmWith(envelope);
  }

  notifications(): Received[] {
    return this.received.filter(({ envelope }) => envelope['Type'] === 'Notification');
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}

let clock: StillClock;
let functions: RecordedFunctions;
let queues: Queues;
let webhook: Webhook;
let carrier: Carrier;
let sns: Sns;
let endpoint: AwsEndpoint;
let client: SNSClient;
let errors: unknown[];

const open = async (over: Partial<SubscriptionInput> = {}): Promise<void> => {
  webhook = new Webhook();
  await webhook.open();
  clock = new StillClock();
  functions = new RecordedFunctions();
  queues = createQueues(clock, [{ arn: queue }]);
  errors = [];
  carrier = new Carrier(clock);
  sns = new Sns({
    place,
    clock,
    carrier,
    functions,
    queues,
    certificate,
    topics: [{ arn: texts, signatureVersion: '2' }, { arn: old }],
    subscriptions: [
      { topicArn: texts, protocol: 'https', endpoint: webhook.url, ...over },
      { topicArn: old, protocol: 'lambda', endpoint: target },
    ],
    onError: (error) => errors.push(error),
  });
  const permissions = permissionsOf({
    Webhook: [allow('sns:ConfirmSubscription', [texts, old])],
    Texter: [allow('sns:Publish')],
  });
  endpoint = await openEndpoint([sns], permissions, [certificate.document]);
  client = new SNSClient(clientOf(endpoint, 'Texter'));
  webhook.confirmWith = async ({ TopicArn, Token }) => {
    const confirming = new SNSClient(clientOf(endpoint, 'Webhook'));
    await confirming.send(new ConfirmSubscriptionCommand({ TopicArn, Token }));
    confirming.destroy();
  };
};

beforeEach(() => open());
afterEach(() => close());

async function close(): Promise<void> {
  client.destroy();
  await endpoint.close();
  await webhook.close();
}

const inbound = { topicArn: texts, from: phone, to: '+18005550100', body: '1' };

/** Verifies as AWS documents it: the certificate from its address, then the fields in order. */
async function verify(
  envelope: Received['envelope'],
  fields: readonly string[],
  algorithm: string,
): Promise<boolean> {
  const { pathname } = new URL(envelope['SigningCertURL'] ?? '');
  const pem = await (await fetch(endpoint.url + pathname)).text();
  const verifier = createVerify(algorithm);
  for (const field of fields) verifier.update(`${field}\n${envelope[field]}\n`);
  return verifier.verify(new X509Certificate(pem).publicKey, envelope['Signature'] ?? '', 'base64');
}

describe('a URL subscription', () => {
  it('gets nothing until it has confirmed with its own token', async () => {
    webhook.confirms = false;
    const confirmed = sns.confirmSubscriptions();
    await sns.publishInbound(inbound);
    expect(webhook.notifications()).toEqual([]);
    const wrong = new ConfirmSubscriptionCommand({ TopicArn: texts, Token: 'guessed' });
    await expect(new SNSClient(clientOf(endpoint, 'Webhook')).send(wrong)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    webhook.confirms = true;
    await confirmed;
    await sns.publishInbound(inbound);
    expect(webhook.notifications()).toHaveLength(1);
  });

  it('gets a signed confirmation with the headers that SNS sends', async () => {
    await sns.confirmSubscriptions();
    const [first] = webhook.received;
    expect(first?.headers).toMatchObject({
      'content-type': 'text/plain; charset=UTF-8',
      'x-amz-sns-message-type': 'SubscriptionConfirmation',
      'x-amz-sns-topic-arn': texts,
      'x-amz-sns-message-id': first?.envelope['MessageId'],
    });
    const fields = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
    expect(await verify(first?.envelope ?? {}, fields, 'RSA-SHA256')).toBe(true);
  });

  it('is asked again when it was not up yet', async () => {
    webhook.statuses = [503, 500];
    webhook.confirms = false;
    const confirmed = sns.confirmSubscriptions();
    await expect.poll(() => webhook.received.length).toBeGreaterThan(2);
    webhook.confirms = true;
    await confirmed;
    expect(webhook.received.at(-1)?.envelope['Token']).toBe(webhook.received[0]?.envelope['Token']);
  });

  it('that refuses to confirm is an error that names its address', async () => {
    webhook.confirms = false;
    webhook.statuses = [403];
    await expect(sns.confirmSubscriptions()).rejects.toThrow('/webhooks/sns refused to confirm');
  });

  it('is listed as pending until then, and can be left', async () => {
    const operator = new SNSClient(clientOf(endpoint));
    const list = async () =>
      (await operator.send(new ListSubscriptionsByTopicCommand({ TopicArn: texts }))).Subscriptions ?? [];
    expect((await list()).map(({ SubscriptionArn }) => SubscriptionArn)).toEqual(['PendingConfirmation']);
    await sns.confirmSubscriptions();
    const [subscription] = await list();
    expect(subscription?.SubscriptionArn).toMatch(`${texts}:`);
    await operator.send(new UnsubscribeCommand({ SubscriptionArn: subscription?.SubscriptionArn }));
    expect(await list()).toEqual([]);
    operator.destroy();
  });

  it.each([
    [{ filterPolicy: { kind: ['text'] } }, 'FilterPolicy'],
    [{ rawMessageDelivery: true }, 'RawMessageDelivery'],
    [{ protocol: 'email' }, 'email'],
    [{ topicArn: 'arn:aws:sns:us-east-1:123456789012:Nowhere' }, 'Topic does not exist'],
  ])('that asks for more than is carried out here is refused at the start (%#)', (over, message) => {
    const given = { topicArn: texts, protocol: 'https', endpoint: webhook.url, ...over };
    const input = {
      place,
      clock,
      carrier,
      functions,
      queues,
      certificate,
      topics: [{ arn: texts }],
      subscriptions: [given],
    };
    expect(() => new Sns(input)).toThrow(message);
  });
});

describe('a text from a phone', () => {
  it('reaches the topic as a signed notification, in the words of two-way messaging', async () => {
    await sns.confirmSubscriptions();
    const { MessageId: asked } = await client.send(
      new PublishCommand({ PhoneNumber: phone, Message: 'Coming?' }),
    );
    const sent = await sns.publishInbound(inbound);
    const [{ envelope, headers } = { envelope: {}, headers: {} }] = webhook.notifications();
    expect(envelope).toMatchObject({ Type: 'Notification', TopicArn: texts, SignatureVersion: '2' });
    expect(envelope['Timestamp']).toBe('2026-11-23T15:00:00.000Z');
    expect(envelope['SigningCertURL']).toMatch(
      /^https:\/\/sns\.us-east-1\.amazonaws\.com\/SimpleNotificationService-[0-9a-f]{32}\.pem$/,
    );
    expect(headers['x-amz-sns-subscription-arn']).toMatch(`${texts}:`);
    expect(JSON.parse(envelope['Message'] ?? '')).toEqual({
      originationNumber: phone,
      destinationNumber: '+18005550100',
      messageKeyword: 'KEYWORD_123456789012',
      messageBody: '1',
      inboundMessageId: sent.id,
      previousPublishedMessageId: asked,
    });
    const fields = ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type'];
    expect(await verify(envelope, fields, 'RSA-SHA256')).toBe(true);
    expect(await verify({ ...envelope, Message: '2' }, fields, 'RSA-SHA256')).toBe(false);
  });

  it('keeps the time at which it was sent, however late it arrives', async () => {
    await sns.confirmSubscriptions();
    const at = Date.parse('2026-11-23T14:58:00Z');
    await sns.publishInbound({ ...inbound, at, delayDelivery: 70_000, messageId: 'same' });
    expect(webhook.notifications()).toEqual([]);
    expect(sns.nextDue()).toBe(clock.now() + 70_000);
    clock.instant += 70_000;
    await sns.runDue(clock.now());
    const [received] = webhook.notifications();
    expect(received?.envelope['Timestamp']).toBe('2026-11-23T14:58:00.000Z');
    expect(JSON.parse(received?.envelope['Message'] ?? '')).toMatchObject({ inboundMessageId: 'same' });
  });

  it('with a word that carriers take as an opt-out stops what we send, until the phone opts in', async () => {
    const operator = new SNSClient(clientOf(endpoint));
    const isOut = async () =>
      (await operator.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber: phone }))).isOptedOut;
    expect(await isOut()).toBe(false);
    await sns.publishInbound({ ...inbound, body: ' stop ' });
    expect(await isOut()).toBe(true);
    expect((await operator.send(new ListPhoneNumbersOptedOutCommand({}))).phoneNumbers).toEqual([phone]);
    await client.send(new PublishCommand({ PhoneNumber: phone, Message: 'Still there?' }));
    expect(carrier.conversation(phone).map(({ body }) => body)).toEqual([' stop ']);
    await operator.send(new OptInPhoneNumberCommand({ phoneNumber: phone }));
    await client.send(new PublishCommand({ PhoneNumber: phone, Message: 'Welcome back' }));
    expect(carrier.conversation(phone).at(-1)?.body).toBe('Welcome back');
    operator.destroy();
  });

  it('opts the phone in again by START, as often as its owner likes', async () => {
    for (const body of ['STOP', 'start', 'Stop', ' UNSTOP ']) await sns.publishInbound({ ...inbound, body });
    await client.send(new PublishCommand({ PhoneNumber: phone, Message: 'Welcome back' }));
    expect(carrier.conversation(phone).at(-1)?.body).toBe('Welcome back');
  });

  it('that stopped us lets us opt the phone in once in 30 days', async () => {
    const operator = new SNSClient(clientOf(endpoint));
    const optIn = () => operator.send(new OptInPhoneNumberCommand({ phoneNumber: phone }));
    await optIn();
    await sns.publishInbound({ ...inbound, body: 'STOP' });
    await optIn();
    await sns.publishInbound({ ...inbound, body: 'STOP' });
    clock.instant += 30 * 86_400_000 - 1;
    await expect(optIn()).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Invalid parameter: Cannot opt in right now, latest opt in is too recent',
    });
    expect(carrier.optOuts.has(phone)).toBe(true);
    clock.instant += 1;
    await optIn();
    expect(carrier.optOuts.has(phone)).toBe(false);
    operator.destroy();
  });
});

describe('a delivery that fails', () => {
  const policy = {
    healthyRetryPolicy: { numRetries: 4, numNoDelayRetries: 2, minDelayTarget: 10, maxDelayTarget: 30 },
  };
  const withQueue = { deliveryPolicy: policy, redrivePolicy: { deadLetterTargetArn: queue } };
  const reopen = async (): Promise<void> => {
    await close();
    await open(withQueue);
    await sns.confirmSubscriptions();
  };

  it('is tried again at once and then after waits on the dial, until it succeeds', async () => {
    await reopen();
    webhook.statuses = [500, 502, 503, 429];
    await sns.publishInbound(inbound);
    expect(webhook.notifications()).toHaveLength(3);
    expect(sns.nextDue()).toBe(clock.now() + 10_000);
    await sns.runDue(clock.now() + 10_000);
    await sns.runDue(Number.MAX_SAFE_INTEGER);
    const ids = webhook.notifications().map(({ envelope }) => envelope['MessageId']);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(1);
    expect(sns.nextDue()).toBeUndefined();
    expect(queues.list()).toEqual([]);
  });

  it('goes to the failure queue when the retries are used up', async () => {
    await reopen();
    webhook.statuses = [500, 500, 500, 500, 500];
    await sns.publishInbound(inbound);
    while (sns.nextDue() !== undefined) await sns.runDue(sns.nextDue() ?? 0);
    expect(webhook.notifications()).toHaveLength(5);
    expect(queues.list('Failures')).toMatchObject([{ body: { Type: 'Notification' } }]);
  });

  it('is not tried again when the endpoint refused it', async () => {
    await reopen();
    webhook.statuses = [403];
    await sns.publishInbound(inbound);
    expect(webhook.notifications()).toHaveLength(1);
    expect(sns.nextDue()).toBeUndefined();
    expect(queues.list()).toHaveLength(1);
  });

  it('is an error for the operator where there is no queue', async () => {
    await sns.confirmSubscriptions();
    webhook.statuses = [400];
    await sns.publishInbound(inbound);
    expect(errors).toHaveLength(1);
  });

  it("waits by AWS's default policy: three retries, 20 seconds apart", () => {
    expect(retryDelays(undefined)).toEqual([20_000, 20_000, 20_000]);
    expect(retryDelays(policy.healthyRetryPolicy)).toEqual([0, 0, 10_000, 30_000]);
    const growing = {
      numRetries: 4,
      minDelayTarget: 1,
      maxDelayTarget: 1000,
      backoffFunction: 'exponential',
    };
    expect(retryDelays(growing)).toEqual([1000, 10_000, 100_000, 1_000_000]);
  });
});

describe('publishing', () => {
  it('keeps a text with what was asked of the carrier', async () => {
    const MessageAttributes = {
      'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
      'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: '0.05' },
    };
    const Message = 'Are you coming? Reply 1 & we wait — é';
    const { MessageId } = await client.send(
      new PublishCommand({ PhoneNumber: phone, Message, MessageAttributes }),
    );
    expect(carrier.conversation(phone)).toEqual([
      {
        id: MessageId,
        at: '2026-11-23T15:00:00.000Z',
        direction: 'out',
        phone,
        body: Message,
        attributes: { 'AWS.SNS.SMS.SMSType': 'Transactional', 'AWS.SNS.SMS.MaxPrice': '0.05' },
        fate: 'delivered',
      },
    ]);
  });

  it.each([
    [{ PhoneNumber: '555-0123', Message: 'x' }, 'PhoneNumber'],
    [{ PhoneNumber: phone, Message: '' }, 'Empty message'],
    [{ PhoneNumber: phone, Message: 'x'.repeat(1601) }, 'Message too long'],
    [
      {
        PhoneNumber: phone,
        Message: 'x',
        MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Loud' } },
      },
      'AWS.SNS.SMS.SMSType',
    ],
    [{ Message: 'x' }, 'TopicArn'],
  ])('refuses what SNS would refuse (%#)', async (input, message) => {
    await expect(client.send(new PublishCommand(input))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
    expect(carrier.everything()).toEqual([]);
  });

  it('to a number that SNS takes for none is refused', async () => {
    carrier.setState(phone, 'refused');
    await expect(client.send(new PublishCommand({ PhoneNumber: phone, Message: 'x' }))).rejects.toMatchObject(
      {
        name: 'InvalidParameterException',
        message: `Invalid parameter: PhoneNumber Reason: ${phone} is not valid to publish to`,
      },
    );
    expect(carrier.everything()).toEqual([]);
  });

  it('to a landline looks as if all were well', async () => {
    carrier.setState(phone, 'landline');
    const { MessageId } = await client.send(new PublishCommand({ PhoneNumber: phone, Message: 'x' }));
    expect(carrier.conversation(phone)).toEqual([]);
    expect(carrier.everything(phone)).toMatchObject([{ id: MessageId, fate: 'invalid' }]);
  });

  it('to a phone that is off waits four hours for it', async () => {
    carrier.setState(phone, 'off');
    await client.send(new PublishCommand({ PhoneNumber: phone, Message: 'early' }));
    clock.instant += 60_000;
    await client.send(new PublishCommand({ PhoneNumber: phone, Message: 'late' }));
    expect(carrier.nextDue()).toBe(clock.instant - 60_000 + 4 * 3_600_000);
    await carrier.runDue(carrier.nextDue() ?? 0);
    carrier.setState(phone, 'works');
    expect(carrier.conversation(phone).map(({ body }) => body)).toEqual(['late']);
    expect(carrier.everything(phone).map(({ fate }) => fate)).toEqual(['expired', 'delivered']);
    expect(carrier.nextDue()).toBeUndefined();
  });

  it('to anybody is throttled when there is too much of it, and looks well when the money is spent', async () => {
    const publish = () => client.send(new PublishCommand({ PhoneNumber: phone, Message: 'x' }));
    carrier.trouble = 'throttled';
    await expect(publish()).rejects.toMatchObject({ name: 'ThrottledException' });
    carrier.trouble = 'over-quota';
    const { MessageId } = await publish();
    carrier.trouble = 'none';
    expect(carrier.everything(phone)).toMatchObject([{ id: MessageId, fate: 'over-quota' }]);
    expect(carrier.conversation(phone)).toEqual([]);
  });

  it('invokes a subscribed function, signed by version 1 where the topic does not say 2', async () => {
    await client.send(new PublishCommand({ TopicArn: old, Message: 'bounced', Subject: 'Feedback' }));
    await sns.settled();
    expect(functions.invoked).toHaveLength(1);
    const { name, event } = functions.invoked[0] ?? {};
    expect(name).toBe(target);
    const { Sns: envelope } = (event as { Records: [{ Sns: Received['envelope'] }] }).Records[0];
    expect(envelope).toMatchObject({ Message: 'bounced', Subject: 'Feedback', SignatureVersion: '1' });
    const renamed = { ...envelope, SigningCertURL: envelope['SigningCertUrl'] ?? '' };
    const fields = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
    expect(await verify(renamed, fields, 'RSA-SHA1')).toBe(true);
  });

  it('knows no topic beyond the template', async () => {
    const publish = new PublishCommand({ TopicArn: `${texts}2`, Message: 'x' });
    await expect(client.send(publish)).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('takes a new subscription, and asks a URL to confirm it', async () => {
    const operator = new SNSClient(clientOf(endpoint));
    const subscribe = new SubscribeCommand({ TopicArn: old, Protocol: 'http', Endpoint: webhook.url });
    expect((await operator.send(subscribe)).SubscriptionArn).toBe('pending confirmation');
    await expect.poll(() => webhook.received.length).toBe(1);
    const listing = new ListSubscriptionsByTopicCommand({ TopicArn: old });
    const arns = async () => (await operator.send(listing)).Subscriptions?.map((one) => one.SubscriptionArn);
    await expect.poll(arns).not.toContain('PendingConfirmation');
    operator.destroy();
  });

  it("answers a lacking permission with the service's own error", async () => {
    const stranger = new SNSClient(clientOf(endpoint, 'Webhook'));
    await expect(
      stranger.send(new PublishCommand({ PhoneNumber: phone, Message: 'x' })),
    ).rejects.toMatchObject({
      name: 'AuthorizationErrorException',
      $metadata: { httpStatusCode: 403 },
      message: expect.stringContaining(`sns:Publish on resource: ${phone}`),
    });
    stranger.destroy();
  });
});
