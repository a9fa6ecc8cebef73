import { randomUUID } from 'node:crypto';
import type { AwsAnswer, AwsCall, AwsService, Clock, Functions, Need } from '../parts.ts';
import type { Queues } from '../queues.ts';
import type { EventBus } from '../rules/bus-rules.ts';
import { deliverToTarget } from '../rules/delivery.ts';
import { arnOf, type Place } from './arn.ts';
import { AwsError } from './wire.ts';

export interface EventBridgeInput {
  readonly place: Place;
  readonly clock: Clock;
  readonly functions: Pick<Functions, 'invokeAsync'>;
  readonly queues: Pick<Queues, 'send'>;
  readonly buses: readonly EventBus[];
  /** Told of an event that reached neither its target nor a queue. */
  report(line: string): void;
}

/** An event that was put on a bus. */
export interface PutEvent {
  readonly id: string;
  /** When it was put, RFC 3339 UTC. */
  readonly at: string;
  readonly bus: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
}

interface Entry {
  readonly EventBusName?: string;
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  /** Seconds since the epoch. */
  readonly Time?: number;
  readonly Resources?: readonly string[];
}

const MOST_ENTRIES = 10;
const MOST_BYTES = 1_048_576;

/** EventBridge's buses: PutEvents over its JSON protocol, and the rules that hand events to functions. */
export class EventBridge implements AwsService {
  readonly service = 'events';
  readonly #input: EventBridgeInput;
  readonly #put: PutEvent[] = [];

  constructor(input: EventBridgeInput) {
    this.#input = input;
  }

  actionOf(request: { headers: Readonly<Record<string, string>> }): string | undefined {
    return request.headers['x-amz-target'] === 'AWSEvents.PutEvents' ? 'PutEvents' : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    return entriesOf(call).map(({ EventBusName: name = 'default', Source: source = '' }) => ({
      action: 'events:PutEvents',
      resource: arnOf(this.#input.place, 'events', `event-bus/${nameOf(name)}`),
      context: { 'events:source': source },
    }));
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const entries = entriesOf(call);
    if (entries.length === 0 || entries.length > MOST_ENTRIES || call.body.length > MOST_BYTES) {
      throw new AwsError(
        'ValidationException',
        `Entries must be 1 to ${MOST_ENTRIES}, of ${MOST_BYTES} bytes`,
      );
    }
    const answers = entries.map((entry) => this.#take(entry));
    const failed = answers.filter((answer) => 'ErrorCode' in answer).length;
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
      body: JSON.stringify({ FailedEntryCount: failed, Entries: answers }),
    };
  }

  /** All that was put, oldest first. */
  list(): readonly PutEvent[] {
    return this.#put;
  }

  /** An entry that is malformed fails alone: the others of the call are taken. */
  #take({ EventBusName = 'default', Source, DetailType, Detail, Time, Resources = [] }: Entry) {
    const name = nameOf(EventBusName);
    const bus = this.#input.buses.find((one) => one.name === name);
    if (bus === undefined) return failure('ResourceNotFoundException', `Event bus ${name} does not exist.`);
    if (!Source || !DetailType) return failure('InvalidArgument', 'Source and DetailType are required.');
    const detail = objectOf(Detail);
    if (detail === undefined) return failure('MalformedDetail', 'Detail is malformed.');
    const id = randomUUID();
    const now = this.#input.clock.now();
    const at = new Date(now).toISOString();
    this.#put.push({ id, at, bus: name, source: Source, detailType: DetailType, detail });
    const { account, region } = this.#input.place;
    const time = new Date(Time === undefined ? now : Time * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    this.#handOn(bus, {
      ...{ version: '0', id, 'detail-type': DetailType, source: Source, account, time, region },
      ...{ resources: Resources, detail },
    });
    return { EventId: id };
  }

  /** Who put it doesn't wait for that. */
  #handOn(bus: EventBus, event: object): void {
    for (const rule of bus.rules.filter(({ matches }) => matches(event))) {
      for (const target of rule.targets) {
        const sent = target.input === undefined ? event : target.input;
        void deliverToTarget(rule.arn, target, sent, this.#input);
      }
    }
  }
}

function entriesOf({ body }: AwsCall): readonly Entry[] {
  const { Entries = [] } = JSON.parse(body.toString('utf8')) as { readonly Entries?: readonly Entry[] };
  return Entries;
}

/** A bus goes by its name or its ARN. */
const nameOf = (bus: string): string => bus.slice(bus.lastIndexOf('/') + 1);

const failure = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

function objectOf(text: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
