import { isErased } from '../../domain/people/tombstone.ts';
import { type Identity, ownerOf, type PublicEvent, TEST_TYPE } from '../../domain/public-event.ts';
import {
  type Answer,
  afterTry,
  type DeliveryId,
  ended,
  isSuccess,
  newDelivery,
} from '../../domain/webhooks/delivery.ts';
import { disabled, disabledBy, type Endpoint, liveSecrets } from '../../domain/webhooks/endpoint.ts';
import { Stale } from '../deps.ts';
import { performAll } from '../perform-all.ts';
import { withoutIdentity } from '../publish/telling.ts';
import type { DeliverDeps } from '../webhook-deps.ts';

/**
 * Posts an event to every endpoint that wants it, beside each other, once each: a repeat finds the delivery there.
 * `leaseMs` is how long this run can last. Throws, after trying all, where one could not be recorded.
 */
export async function deliverEvent(deps: DeliverDeps, event: PublicEvent, leaseMs: number): Promise<void> {
  const endpoints = await deps.webhooks.endpoints();
  const wanting = endpoints.filter(
    ({ state, types }) => state === 'enabled' && types.some((type) => type === event.type),
  );
  await performAll(wanting, async (endpoint) => {
    await deps.webhooks.addDelivery(newDelivery(endpoint.id, withoutIdentity(event), deps.now()));
    await tryDelivery(deps, { endpointId: endpoint.id, eventId: event.id }, leaseMs);
  });
}

/** Tries deliveries beside each other, where they are due. As `deliverEvent`. */
export function tryDeliveries(
  deps: DeliverDeps,
  deliveries: readonly DeliveryId[],
  leaseMs: number,
): Promise<void> {
  return performAll(deliveries, (id) => tryDelivery(deps, id, leaseMs));
}

async function tryDelivery(deps: DeliverDeps, id: DeliveryId, leaseMs: number): Promise<void> {
  const leaseUntil = deps.now() + leaseMs;
  const delivery = await deps.webhooks.claim(id, deps.now(), leaseUntil);
  if (delivery === undefined) return;
  const endpoint = await deps.webhooks.endpoint(id.endpointId);
  const isOpen = endpoint !== undefined && (endpoint.state === 'enabled' || delivery.wanted === true);
  if (!isOpen) return deps.webhooks.settle(ended(delivery, 'failed'), leaseUntil);
  const event = await withIdentity(deps, delivery.event);
  if (event === undefined) return deps.webhooks.settle(ended(delivery, 'withheld'), leaseUntil);
  const answer = await post(deps, endpoint, event);
  const because = isSuccess(answer) ? undefined : disabledBy(endpoint, answer.status, deps.now());
  const next = afterTry(delivery, answer, endpoint.state === 'enabled' && because === undefined);
  await deps.webhooks.settle(next, leaseUntil);
  await learn(deps, endpoint, answer, because);
  if (next.dueAt !== undefined) await deps.tryAt(id, next.dueAt);
}

async function post(deps: DeliverDeps, endpoint: Endpoint, event: PublicEvent): Promise<Answer> {
  const at = deps.now();
  const body = JSON.stringify(event);
  const headers = deps.sign({ id: event.id, at, body }, liveSecrets(endpoint, at));
  const answer = await deps.post(endpoint.url, { headers, body });
  return { at, took: Math.max(0, deps.now() - at), ...answer };
}

/** What a try says of its endpoint: that it works, that it fails, or that it is to be left in peace. */
async function learn(
  deps: DeliverDeps,
  endpoint: Endpoint,
  answer: Answer,
  because: 'gone' | 'failing' | undefined,
): Promise<void> {
  const { id, failingSince } = endpoint;
  if (because !== undefined) return disable(deps, id, because);
  if (isSuccess(answer)) {
    if (failingSince !== undefined) await deps.webhooks.noteFailing(id, undefined);
  } else if (failingSince === undefined) await deps.webhooks.noteFailing(id, answer.at);
}

/** The event that is written with it has our staff mailed. */
async function disable(deps: DeliverDeps, id: string, because: 'gone' | 'failing'): Promise<void> {
  const before = await deps.webhooks.endpoint(id);
  if (before === undefined || before.state === 'disabled') return;
  const at = deps.now();
  const after = { ...disabled(before, { at, because }), revision: before.revision + 1 };
  try {
    const event = { type: 'webhook-disabled', at, by: 'showup', because } as const;
    await deps.webhooks.commitEndpoint({ before, after, event });
  } catch (error) {
    // Changed this very moment, by another delivery or our staff: the next failure comes here again.
    if (!(error instanceof Stale)) throw error;
  }
}

/** The event with who it is about, as they are known now; undefined where they have been erased. */
async function withIdentity(deps: DeliverDeps, event: PublicEvent): Promise<PublicEvent | undefined> {
  const { booking, person, type } = event;
  if (type === TEST_TYPE || type === 'booking.attendee-erased' || type === 'person.erased') return event;
  if (booking !== undefined) {
    const found = await deps.table.booking(booking.id);
    if (found === undefined || found.erasedAt !== undefined) return undefined;
    const { name, email } = found.attendee;
    return { ...event, booking: { ...booking, attendee: { name, email } } };
  }
  if (person === undefined) return event;
  const identity = await identityOf(deps, event);
  return identity === undefined ? undefined : { ...event, person: { ...person, ...identity } };
}

/** Events of standing name nobody's account: the record knows the address alone. */
async function identityOf(deps: DeliverDeps, { id }: PublicEvent): Promise<Partial<Identity> | undefined> {
  const owner = ownerOf(id);
  const found = owner.startsWith('std_')
    ? await deps.standings.recordById(owner)
    : await deps.people.person(owner);
  if (found === undefined || isErased(found.email)) return undefined;
  return 'name' in found ? { name: found.name, email: found.email } : { email: found.email };
}
