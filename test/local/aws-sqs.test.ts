import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Sqs } from '../../local/aws/sqs.ts';
import { createQueues, type Queues } from '../../local/queues.ts';
import { allow, clientOf, openEndpoint, permissionsOf, place, StillClock } from './aws-world.ts';

const arn = 'arn:aws:sqs:us-east-1:123456789012:failures';
const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/failures';
const permissions = permissionsOf({ Sender: [allow('sqs:SendMessage', arn)] });

let clock: StillClock;
let queues: Queues;
let endpoint: AwsEndpoint;
let client: SQSClient;

beforeEach(async () => {
  clock = new StillClock();
  queues = createQueues(clock, [{ arn, retentionSeconds: 14 * 24 * 3600, visibilitySeconds: 60 }]);
  endpoint = await openEndpoint([new Sqs({ place, queues })], permissions);
  client = new SQSClient(clientOf(endpoint));
});

afterEach(async () => {
  client.destroy();
  await endpoint.close();
});

const receive = async (more: object = {}) =>
  (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ??
  [];
const counts = async () =>
  (await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes;

describe('a queue', () => {
  it('is found by its name, and one that is not there says so', async () => {
    expect(await client.send(new GetQueueUrlCommand({ QueueName: 'failures' }))).toMatchObject({ QueueUrl });
    await expect(client.send(new GetQueueUrlCommand({ QueueName: 'others' }))).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
    });
  });

  it('gives what services left in it as JSON, with its attributes and when it was sent', async () => {
    queues.send(arn, { kind: 'close' }, { ERROR_CODE: 'NO_PERMISSIONS' });
    const [message] = await receive({ MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] });
    expect(JSON.parse(message?.Body ?? '')).toEqual({ kind: 'close' });
    expect(message?.MessageAttributes).toMatchObject({ ERROR_CODE: { StringValue: 'NO_PERMISSIONS' } });
    expect(message?.Attributes).toMatchObject({
      SentTimestamp: String(clock.instant),
      ApproximateReceiveCount: '1',
    });
  });

  it('hides a message from others for as long as its receiver asks, or as the queue says', async () => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    expect(await receive({ VisibilityTimeout: 10 })).toHaveLength(1);
    expect(await receive()).toHaveLength(0);
    expect(await counts()).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
    clock.instant += 10_000;
    expect(await receive()).toMatchObject([{ Body: 'one' }]);
    clock.instant += 59_000;
    expect(await receive()).toHaveLength(0);
    clock.instant += 1000;
    expect(await receive()).toHaveLength(1);
  });

  it('gives a message back at once when its receiver lets go of it', async () => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    const [message] = await receive();
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    expect(await receive()).toHaveLength(1);
  });

  it('deletes by the latest receipt only, one message or ten', async () => {
    for (const MessageBody of ['one', 'two', 'three'])
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const [stale] = await receive({ MaxNumberOfMessages: 1 });
    clock.instant += 60_000;
    const [one, ...others] = await receive();
    const drop = (ReceiptHandle: string | undefined) =>
      client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await drop(stale?.ReceiptHandle);
    expect(queues.list()).toHaveLength(3);
    await drop(one?.ReceiptHandle);
    const Entries = others.map(({ ReceiptHandle }, index) => ({ Id: `m${index}`, ReceiptHandle }));
    const { Successful } = await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    expect(Successful).toHaveLength(2);
    expect(queues.list()).toEqual([]);
  });

  it('keeps a message for its 14 days and no longer', async () => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'old' }));
    clock.instant += 14 * 24 * 3600_000 - 1;
    expect(queues.list('failures')).toHaveLength(1);
    clock.instant += 1;
    expect(queues.list('failures')).toEqual([]);
    expect(await receive()).toEqual([]);
  });

  it('is open to a function that may send to it for sending only', async () => {
    const sender = new SQSClient(clientOf(endpoint, 'Sender'));
    await sender.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    await expect(sender.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toThrow('sqs:ReceiveMessage');
    sender.destroy();
  });
});
