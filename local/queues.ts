import type { Clock } from './parts.ts';

/** A message that lies in a local queue. */
export interface QueuedMessage {
  readonly id: string;
  /** The queue's name. */
  readonly queue: string;
  /** When it was sent, RFC 3339 UTC. */
  readonly at: string;
  readonly body: unknown;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The queues of the template. They only collect: nothing locally reads them but the console. */
export interface Queues {
  /** Puts a message into the queue with this ARN. Throws if the template has no such queue. */
  send(arn: string, body: unknown, attributes?: Readonly<Record<string, string>>): QueuedMessage;
  /** All messages, oldest first; of one queue if a name is given. */
  list(name?: string): readonly QueuedMessage[];
}

/** Makes the queue store; `arns` are the queues that exist. */
export function createQueues(clock: Clock, arns: readonly string[]): Queues {
  const messages: QueuedMessage[] = [];
  const known = new Set(arns);
  return {
    send(arn, body, attributes = {}) {
      if (!known.has(arn)) throw new Error(`there is no queue ${arn} in the template`);
      const queue = arn.slice(arn.lastIndexOf(':') + 1);
      const message = {
        id: crypto.randomUUID(),
        queue,
        at: new Date(clock.now()).toISOString(),
        body,
        attributes,
      };
      messages.push(message);
      return message;
    },
    list: (name) => messages.filter(({ queue }) => name === undefined || queue === name),
  };
}
