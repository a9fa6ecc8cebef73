import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Booked, minutesAfter, type Reply, Showup } from './showup.ts';

const start = '2026-12-02T15:00:00Z';
const mobile = '+15550100040';
const topicArn = 'arn:aws:sns:us-east-1:000000000000:texts';

let showup: Showup;
let booking: Booked;
let stranger: Server;
const visits: string[] = [];

beforeAll(async () => {
  showup = await Showup.start();
  booking = await showup.book({ start, mobile, email: 'webhook@example.com' });
  await showup.clockTo(minutesAfter(start, 6));
  stranger = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.end('-----BEGIN CERTIFICATE-----');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  stranger.close();
  await showup.stop();
});

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** An envelope as SNS would post it, signed by somebody else. */
function forged(changes: object = {}): Record<string, unknown> {
  const message = {
    originationNumber: mobile,
    destinationNumber: '+15550100',
    messageKeyword: 'KEYWORD',
    messageBody: '1',
    inboundMessageId: randomUUID(),
  };
  const envelope: Record<string, unknown> = {
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: topicArn,
    Message: JSON.stringify(message),
    Timestamp: minutesAfter(start, 6),
    SignatureVersion: '2',
    SigningCertURL: `https://sns.us-east-1.amazonaws.com/SimpleNotificationService-${'a'.repeat(32)}.pem`,
    ...changes,
  };
  const signed = ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type']
    .map((field) => `${field}\n${String(envelope[field])}\n`)
    .join('');
  return { Signature: createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64'), ...envelope };
}

function deliver(body: unknown): Promise<Reply> {
  return showup.post('/webhooks/sns', body, { 'content-type': 'text/plain; charset=UTF-8' });
}

it.each([
  ['signed by somebody else', () => forged()],
  ['with a certificate of another host', () => forged({ SigningCertURL: strangerUrl() })],
  [
    'with a certificate of another region',
    () => forged({ SigningCertURL: certificateAt('sns.eu-west-1.amazonaws.com') }),
  ],
  [
    'with a certificate on a port',
    () => forged({ SigningCertURL: certificateAt('sns.us-east-1.amazonaws.com:444') }),
  ],
  [
    'with a user before the host',
    () => forged({ SigningCertURL: certificateAt('sns.us-east-1.amazonaws.com@evil.example') }),
  ],
  ['for a topic that is not ours', () => forged({ TopicArn: `${topicArn}-of-others` })],
  ['with an old kind of signature', () => forged({ SignatureVersion: '1' })],
  ['from yesterday', () => forged({ Timestamp: minutesAfter(start, -24 * 60) })],
  ['from next week', () => forged({ Timestamp: minutesAfter(start, 7 * 24 * 60) })],
  ['without a signature', () => ({ ...forged(), Signature: undefined })],
  ['of a type that does not exist', () => forged({ Type: 'Surprise' })],
  [
    'asking to confirm a subscription elsewhere',
    () => forged({ Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: strangerUrl() }),
  ],
  ['that is not JSON', () => 'Notification'],
  ['that is empty', () => ''],
  ['that is huge', () => forged({ Message: 'x'.repeat(300_000) })],
])('a post %s is refused for good, and changes nothing', async (_, body) => {
  const reply = await deliver(body());
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  await showup.settle();
  expect(await showup.booking(booking.token)).not.toHaveProperty('checkIn.answeredAt');
  expect(await showup.texts(mobile)).toHaveLength(1);
});

it('no address that a message names is ever visited', () => {
  expect(visits).toEqual([]);
});

function certificateAt(host: string): string {
  return `https://${host}/SimpleNotificationService-${'a'.repeat(32)}.pem`;
}

function strangerUrl(): string {
  const { port } = stranger.address() as AddressInfo;
  return `http://127.0.0.1:${port}/SimpleNotificationService-${'a'.repeat(32)}.pem`;
}
