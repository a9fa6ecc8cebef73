import type { PublicEvent } from '../public-event.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long after a try that failed the next one comes (ms), by how many there were; the last for all that follow. */
const waits: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
];
/** A try that fails so long after the first is the last (ms). */
const GIVEN_UP_MS = 5 * DAY_MS;
/** How many answers are kept: the last. */
const KEPT_ANSWERS = 5;
/** How long a delivery is kept (ms). */
export const KEPT_MS = 30 * DAY_MS;

export const deliveryStates = ['pending', 'delivered', 'failed', 'withheld'] as const;

/** What names a delivery. */
export interface DeliveryId {
  readonly endpointId: string;
  readonly eventId: string;
}

/** One event on its way to one endpoint. */
export interface Delivery extends DeliveryId {
  /** The event without who somebody is: that is put in when it is sent, and not at all once they are erased. */
  readonly event: PublicEvent;
  /** `withheld` where who it is about has been erased meanwhile. */
  readonly state: (typeof deliveryStates)[number];
  readonly createdAt: number;
  /** When these tries began (ms): at first, or when our staff wanted it once more. */
  readonly since: number;
  /** How often it was tried since then. */
  readonly tries: number;
  /** When the next try is due (ms); absent where none is. */
  readonly dueAt?: number;
  /** The last answers, the latest last. */
  readonly answers: readonly Answer[];
  /** Set where our staff want it: it is tried although its endpoint is disabled. */
  readonly wanted?: true;
}

/** What became of a try. */
export interface Answer {
  readonly at: number;
  /** How long it took (ms). */
  readonly took: number;
  /** HTTP status; absent where nothing was answered. */
  readonly status?: number;
  /** The beginning of what was answered, or why nothing was. */
  readonly said: string;
}

export function newDelivery(endpointId: string, event: PublicEvent, now: number): Delivery {
  const begun = { createdAt: now, since: now, tries: 0, dueAt: now, answers: [] };
  return { endpointId, eventId: event.id, event, state: 'pending', ...begun };
}

/** Standard Webhooks: any status from 200 to 299 is a success, and every other, a redirect too, is none. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** The delivery after a try at it. `again` is whether its endpoint is to be tried once more after a failure. */
export function afterTry(delivery: Delivery, answer: Answer, again: boolean): Delivery {
  const { dueAt: _, wanted: __, ...rest } = delivery;
  const tries = delivery.tries + 1;
  const tried = { ...rest, tries, answers: [...delivery.answers, answer].slice(-KEPT_ANSWERS) };
  if (isSuccess(answer)) return { ...tried, state: 'delivered' };
  if (!again || answer.at - delivery.since >= GIVEN_UP_MS) return { ...tried, state: 'failed' };
  const wait = waits[Math.min(tries, waits.length) - 1] ?? 0;
  return { ...tried, state: 'pending', dueAt: answer.at + answer.took + wait };
}

/** It is not to be tried any more. */
export function ended({ dueAt: _, ...delivery }: Delivery, state: 'failed' | 'withheld'): Delivery {
  return { ...delivery, state };
}

/** The same, to be tried from the beginning, because our staff want it. */
export function onceMore(delivery: Delivery, now: number): Delivery {
  return { ...delivery, state: 'pending', since: now, tries: 0, dueAt: now, wanted: true };
}
