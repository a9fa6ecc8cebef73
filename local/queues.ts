import { randomUUID } from 'node:crypto';
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

/** A message as a consumer gets it. */
export interface ReceivedMessage extends QueuedMessage {
  /** With which this receiver, and no later one, deletes it. */
  readonly receipt: string;
  /** How often it was received, this time included. */
  readonly receives: number;
  /** When it was first received, RFC 3339 UTC. */
  readonly firstAt: string;
}

/** How many messages may be received, and how many a consumer has under way. */
export interface QueueCounts {
  readonly visible: number;
  readonly hidden: number;
}

/** A queue of the template. */
export interface QueueInput {
  readonly arn: string;
  /** For how long a message is kept; 4 days unless given, as SQS does. */
  readonly retentionSeconds?: number;
  /** For how long a received message is hidden from others; 30 seconds unless given, as SQS does. */
  readonly visibilitySeconds?: number;
}

/** The queues of the template. Time is the dial's: what is older than its queue keeps is gone. */
export interface Queues {
  /** Puts a message into the queue with this ARN. Throws if the template has no such queue. */
  send(arn: string, body: unknown, attributes?: Readonly<Record<string, string>>): QueuedMessage;
  /** All messages, oldest first, those under way included; of one queue if a name is given. */
  list(name?: string): readonly QueuedMessage[];
  /** The queue of a name, or undefined if there is none. */
  queue(name: string): Required<QueueInput> | undefined;
  /** The oldest messages that nobody has under way, which are hidden from now on for this long. */
  receive(name: string, most: number, visibilitySeconds?: number): readonly ReceivedMessage[];
  /** Deletes a message. A receipt that is no longer the latest deletes nothing, as in SQS. */
  delete(name: string, receipt: string): void;
  /** Hides a message for this long from now; 0 gives it back at once. Tells whether the receipt is one of a message. */
  hide(name: string, receipt: string, seconds: number): boolean;
  counts(name: string): QueueCounts;
}

interface Kept {
  readonly message: QueuedMessage;
  readonly sent: number;
  hiddenUntil: number;
  receipt: string | undefined;
  receives: number;
  firstAt: number | undefined;
}

const standard = { retentionSeconds: 4 * 24 * 3600, visibilitySeconds: 30 };

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** Makes the queues that exist. */
export function createQueues(clock: Clock, queues: readonly QueueInput[]): Queues {
  const known = new Map(queues.map((queue) => [nameOf(queue.arn), { ...standard, ...queue }]));
  let kept: Kept[] = [];

  const of = (name: string): Kept[] => {
    const now = clock.now();
    kept = kept.filter(({ message, sent }) => sent + retention(message.queue) > now);
    return kept.filter(({ message }) => message.queue === name);
  };
  const retention = (name: string): number => (known.get(name) ?? standard).retentionSeconds * 1000;
  const held = (name: string, receipt: string): Kept | undefined =>
    of(name).find((one) => one.receipt === receipt);

  return {
    send(arn, body, attributes = {}) {
      const queue = nameOf(arn);
      if (known.get(queue)?.arn !== arn) throw new Error(`there is no queue ${arn} in the template`);
      const sent = clock.now();
      const message = { id: randomUUID(), queue, at: iso(sent), body, attributes };
      kept.push({ message, sent, hiddenUntil: 0, receipt: undefined, receives: 0, firstAt: undefined });
      return message;
    },
    list(name) {
      const all = name === undefined ? [...known.keys()].flatMap(of) : of(name);
      return all.toSorted((a, b) => a.sent - b.sent).map(({ message }) => message);
    },
    queue: (name) => known.get(name),
    receive(name, most, visibilitySeconds = known.get(name)?.visibilitySeconds ?? 30) {
      const now = clock.now();
      const free = of(name).filter(({ hiddenUntil }) => hiddenUntil <= now);
      return free.slice(0, most).map((one) => take(one, now, visibilitySeconds));
    },
    delete(name, receipt) {
      const gone = held(name, receipt);
      kept = kept.filter((one) => one !== gone);
    },
    hide(name, receipt, seconds) {
      const one = held(name, receipt);
      if (one !== undefined) one.hiddenUntil = clock.now() + seconds * 1000;
      return one !== undefined;
    },
    counts(name) {
      const now = clock.now();
      const all = of(name);
      const visible = all.filter(({ hiddenUntil }) => hiddenUntil <= now).length;
      return { visible, hidden: all.length - visible };
    },
  };
}

function take(one: Kept, now: number, visibilitySeconds: number): ReceivedMessage {
  const receipt = randomUUID();
  one.receipt = receipt;
  one.receives += 1;
  one.hiddenUntil = now + visibilitySeconds * 1000;
  one.firstAt ??= now;
  return { ...one.message, receipt, receives: one.receives, firstAt: iso(one.firstAt) };
}

const iso = (instant: number): string => new Date(instant).toISOString();
