import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type FailedMessage, NotDone, type Redrive, type RedriveTools } from './redrive.ts';

/** What became of a message. */
export interface Outcome {
  readonly id: string;
  readonly about: string;
  /** Why it stays; undefined where its work is done and it is gone. */
  readonly stays: string | undefined;
}

export interface WorkOff {
  readonly sqs: SQSClient;
  readonly tools: RedriveTools;
  readonly dryRun: boolean;
  tell(outcome: Outcome): void;
}

interface Received extends FailedMessage {
  readonly receipt: string;
}

/** Longer than a batch of ten takes at its worst, so that no other run gets one of them meanwhile. */
const hiddenSeconds = 900;

/**
 * Works a queue off, oldest first as far as SQS tells, and gives what became of each message. One is deleted only
 * once its work is done; those that stay are given back at the end, so that they are counted and found again.
 */
export async function workOff(url: string, redrive: Redrive, around: WorkOff): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const kept = new Map<string, string>();
  /** What became of the one message whose work is that of all. */
  let ofAll: Outcome | undefined;
  try {
    for (;;) {
      const messages = await receive(around.sqs, url);
      for (const { id, receipt } of messages) if (kept.has(id)) kept.set(id, receipt);
      const fresh = messages.filter(({ id }) => !kept.has(id));
      if (fresh.length === 0) break;
      for (const message of fresh) {
        const outcome: Outcome =
          ofAll === undefined ? await attempt(message, redrive, around) : { ...ofAll, id: message.id };
        if (outcome.stays === undefined && !around.dryRun) await remove(around.sqs, url, message);
        else kept.set(message.id, message.receipt);
        if (redrive.once) ofAll = outcome;
        outcomes.push(outcome);
        around.tell(outcome);
      }
    }
  } finally {
    for (const receipt of kept.values()) await giveBack(around.sqs, url, receipt);
  }
  return outcomes;
}

async function attempt(message: Received, redrive: Redrive, around: WorkOff): Promise<Outcome> {
  const { id } = message;
  let about = '';
  try {
    about = redrive.about(message);
    if (!around.dryRun) await redrive.work(around.tools, message);
    return { id, about, stays: undefined };
  } catch (error) {
    return { id, about, stays: reasonOf(error) };
  }
}

/** Messages of others may hold addresses and numbers: of their errors, only the name is told. */
function reasonOf(error: unknown): string {
  if (error instanceof NotDone) return error.message;
  return error instanceof Error ? error.name : 'unknown error';
}

/** Waits a moment, in which SQS asks all of its servers. */
async function receive(sqs: SQSClient, QueueUrl: string): Promise<readonly Received[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['SentTimestamp'],
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: 1,
    }),
  );
  return Messages.map(readMessage).toSorted((a, b) => a.sent - b.sent);
}

const readMessage = ({ MessageId = '', Body = '', ReceiptHandle = '', Attributes }: Message): Received => ({
  id: MessageId,
  body: Body,
  receipt: ReceiptHandle,
  sent: Number(Attributes?.SentTimestamp ?? 0),
});

async function remove(sqs: SQSClient, QueueUrl: string, { receipt }: Received): Promise<void> {
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receipt }));
}

async function giveBack(sqs: SQSClient, QueueUrl: string, ReceiptHandle: string): Promise<void> {
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
}
