import { type FailedMessage, NotDone, type Redrive } from './redrive.ts';

/** An event that a function could not do: Lambda leaves it with an account of the failure around it. */
const failedEvents = (name: string, about: (event: unknown) => string): Redrive => ({
  about: (message) => about(payloadOf(message)),
  work: async (tools, message) => void (await tools.invoke(name, payloadOf(message))),
});

/** An event that never reached its function: the scheduler and the bus leave it as it is. */
const undeliveredEvents = (name: string, about: (event: unknown) => string): Redrive => ({
  about: (message) => about(bodyOf(message)),
  work: async (tools, message) => void (await tools.invoke(name, bodyOf(message))),
});

/** One sweep does what all those that are missing would have done. */
const sweep: Redrive = {
  once: true,
  about: () => 'sweep',
  work: async (tools) => void (await tools.invoke('sweep', { source: 'showup.redrive' })),
};

/** What SNS could not post to us. It is brought as it came: its signature still holds, and is checked. */
const undeliveredPosts: Redrive = {
  about: (message) => `message ${textOf(bodyOf(message), 'MessageId')}`,
  work: async (tools, { body }) => void (await tools.invoke('on-text', { redriven: body })),
};

const events: Redrive = {
  about: (message) => {
    const batch = batchOf(message);
    return `${textOf(batch, 'batchSize')} events from ${textOf(batch, 'startSequenceNumber')}`;
  },
  work: (tools, message) => tools.tellEvents(batchOf(message)),
};

const timer = (payload: unknown): string =>
  `${textOf(payload, 'kind')} of ${textOf(payload, 'bookingId')} v${textOf(payload, 'version')}`;

const delivery = (event: unknown): string =>
  `event ${textOf(fieldOf(event, 'detail'), 'id') || textOf(event, 'id') || textOf(event, 'eventId')}`;

/** How each failure queue is worked off, by its name after `showup-<stage>-`. A test holds it to the template. */
export const redrives: Readonly<Record<string, Redrive>> = {
  'events-failed': events,
  'timers-undelivered': undeliveredEvents('on-timer', timer),
  'timers-failed': failedEvents('on-timer', timer),
  'sweeps-undelivered': sweep,
  'sweeps-failed': sweep,
  'texts-undelivered': undeliveredPosts,
  'text-receipts-undelivered': undeliveredPosts,
  'mail-feedback-undelivered': undeliveredPosts,
  'deliveries-undelivered': undeliveredEvents('deliver', delivery),
  'deliveries-failed': failedEvents('deliver', delivery),
};

function payloadOf(message: FailedMessage): unknown {
  return fieldOf(bodyOf(message), 'requestPayload') ?? refuse('holds no event');
}

function batchOf(message: FailedMessage): Readonly<Record<string, unknown>> {
  const batch = fieldOf(bodyOf(message), 'DDBStreamBatchInfo');
  return typeof batch === 'object' && batch !== null ? { ...batch } : refuse('points at no events');
}

function bodyOf({ body }: FailedMessage): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return refuse('is no JSON');
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function textOf(value: unknown, name: string): string {
  const field = fieldOf(value, name);
  return typeof field === 'string' || typeof field === 'number' ? String(field) : '';
}

function refuse(what: string): never {
  throw new NotDone(`the message ${what}`);
}
