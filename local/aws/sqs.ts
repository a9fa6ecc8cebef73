import { createHash, randomUUID } from 'node:crypto';
import type { AwsAnswer, AwsCall, AwsService, Need } from '../parts.ts';
import type { Queues, ReceivedMessage } from '../queues.ts';
import { arnOf, type Place } from './arn.ts';
import { AwsError } from './wire.ts';

export interface SqsInput {
  readonly place: Place;
  readonly queues: Queues;
}

interface Entry {
  readonly Id?: string;
  readonly ReceiptHandle?: string;
  readonly VisibilityTimeout?: number;
}

interface Request extends Entry {
  readonly QueueName?: string;
  readonly QueueUrl?: string;
  readonly AttributeNames?: readonly string[];
  readonly MessageBody?: string;
  readonly MessageAttributes?: Readonly<Record<string, { readonly StringValue?: string }>>;
  readonly MaxNumberOfMessages?: number;
  readonly Entries?: readonly Entry[];
}

type Operation = (request: Request, queue: string) => unknown;

/** The permission that a batch needs is that of its single call. */
const permissionOf = (action: string): string => `sqs:${action.replace(/Batch$/, '')}`;

/**
 * SQS over its JSON protocol, for whoever works failure queues off: the queues of the template, by the address that
 * each has in the cloud. Long polling answers at once, for nothing is written here while somebody waits.
 */
export class Sqs implements AwsService {
  readonly service = 'sqs';
  readonly #input: SqsInput;
  readonly #operations: Readonly<Record<string, Operation>> = {
    GetQueueUrl: (_, queue) => ({ QueueUrl: this.#urlOf(queue) }),
    GetQueueAttributes: (request, queue) => this.#attributes(request, queue),
    SendMessage: (request, queue) => this.#send(request, queue),
    ReceiveMessage: (request, queue) => this.#receive(request, queue),
    DeleteMessage: (request, queue) => this.#input.queues.delete(queue, receiptOf(request)),
    DeleteMessageBatch: (request, queue) =>
      eachOf(request, (entry) => this.#input.queues.delete(queue, receiptOf(entry))),
    ChangeMessageVisibility: (request, queue) => this.#hide(request, queue),
    ChangeMessageVisibilityBatch: (request, queue) => eachOf(request, (entry) => this.#hide(entry, queue)),
  };

  constructor(input: SqsInput) {
    this.#input = input;
  }

  actionOf(request: { headers: Readonly<Record<string, string>> }): string | undefined {
    const action = /^AmazonSQS\.(\w+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1] ?? '';
    return Object.hasOwn(this.#operations, action) ? action : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    const resource = arnOf(this.#input.place, 'sqs', nameOf(requestOf(call)));
    return [{ action: permissionOf(call.action), resource }];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const request = requestOf(call);
    const queue = nameOf(request);
    if (this.#input.queues.queue(queue) === undefined) {
      throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    }
    const answer = this.#operations[call.action]?.(request, queue) ?? {};
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
      body: JSON.stringify(answer),
    };
  }

  #attributes({ AttributeNames: asked = [] }: Request, name: string): unknown {
    const { arn, retentionSeconds, visibilitySeconds } = this.#input.queues.queue(name) ?? {};
    const { visible, hidden } = this.#input.queues.counts(name);
    const all = {
      ApproximateNumberOfMessages: visible,
      ApproximateNumberOfMessagesNotVisible: hidden,
      ApproximateNumberOfMessagesDelayed: 0,
      MessageRetentionPeriod: retentionSeconds,
      QueueArn: arn,
      VisibilityTimeout: visibilitySeconds,
    };
    const shown = Object.entries(all).filter(([key]) => asked.includes('All') || asked.includes(key));
    return { Attributes: Object.fromEntries(shown.map(([key, value]) => [key, String(value)])) };
  }

  #send({ MessageBody: body, MessageAttributes: given = {} }: Request, name: string): unknown {
    if (body === undefined || body === '') {
      throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.');
    }
    const attributes = Object.entries(given).map(
      ([key, { StringValue }]) => [key, StringValue ?? ''] as const,
    );
    const arn = this.#input.queues.queue(name)?.arn ?? '';
    const { id } = this.#input.queues.send(arn, body, Object.fromEntries(attributes));
    return { MessageId: id, MD5OfMessageBody: md5(body) };
  }

  #receive({ MaxNumberOfMessages: most = 1, VisibilityTimeout }: Request, name: string): unknown {
    if (most < 1 || most > 10) {
      throw new AwsError(
        'InvalidParameterValue',
        `Value ${most} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`,
      );
    }
    const received = this.#input.queues.receive(name, most, VisibilityTimeout);
    return received.length === 0 ? {} : { Messages: received.map(shown) };
  }

  #hide(entry: Entry, queue: string): void {
    if (this.#input.queues.hide(queue, receiptOf(entry), entry.VisibilityTimeout ?? 0)) return;
    throw new AwsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
  }

  #urlOf(name: string): string {
    const { region, account } = this.#input.place;
    return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
  }
}

function shown({ id, body, attributes, at, firstAt, receives, receipt }: ReceivedMessage): unknown {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  const named = Object.entries(attributes).map(([name, StringValue]) => {
    return [name, { DataType: 'String', StringValue }] as const;
  });
  return {
    MessageId: id,
    ReceiptHandle: receipt,
    Body: text,
    MD5OfBody: md5(text),
    Attributes: {
      SentTimestamp: String(Date.parse(at)),
      ApproximateFirstReceiveTimestamp: String(Date.parse(firstAt)),
      ApproximateReceiveCount: String(receives),
    },
    ...(named.length === 0 ? {} : { MessageAttributes: Object.fromEntries(named) }),
  };
}

/** A batch succeeds as a whole; each of its entries succeeds or fails by itself. */
function eachOf({ Entries = [] }: Request, run: (entry: Entry) => void): unknown {
  const [done, failed]: [unknown[], unknown[]] = [[], []];
  for (const entry of Entries) {
    try {
      run(entry);
      done.push({ Id: entry.Id });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful: done, Failed: failed };
}

function receiptOf({ ReceiptHandle: receipt }: Entry): string {
  if (receipt !== undefined && receipt !== '') return receipt;
  throw new AwsError('MissingParameter', 'The request must contain the parameter ReceiptHandle.');
}

const nameOf = ({ QueueName, QueueUrl = '' }: Request): string =>
  QueueName ?? QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);

function requestOf(call: AwsCall): Request {
  try {
    return JSON.parse(call.body.toString('utf8')) as Request;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
