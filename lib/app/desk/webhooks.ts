import { type Actor, nameOf, requireStaff } from '../../domain/people/actor.ts';
import type { PublicType } from '../../domain/public-event.ts';
import { TEST_TYPE } from '../../domain/public-event.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Delivery, newDelivery, onceMore } from '../../domain/webhooks/delivery.ts';
import {
  disabled,
  type Endpoint,
  enabled,
  type WebhookEvent,
  withSecret,
} from '../../domain/webhooks/endpoint.ts';
import { Stale } from '../deps.ts';
import { inParallel } from '../import/in-parallel.ts';
import type { Page, PageWish } from '../people-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import type { BadAddress, WebhookDeps } from '../webhook-deps.ts';

/** More would make every event slow and dear. */
const MOST_ENDPOINTS = 20;
/** How many deliveries one press puts back at most. */
const MOST_REPLAYED = 200;

export interface EndpointWish {
  readonly url: string;
  readonly description: string;
  readonly types: readonly PublicType[];
}

/** All endpoints, by when they were added. Throws `not-allowed`. */
export async function listEndpoints(deps: WebhookDeps, actor: Actor): Promise<readonly Endpoint[]> {
  requireStaff(actor);
  const endpoints = await deps.webhooks.endpoints();
  return endpoints.toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Throws `not-allowed` and `not-found`. */
export async function endpointNamed(deps: WebhookDeps, actor: Actor, id: string): Promise<Endpoint> {
  requireStaff(actor);
  const endpoint = await deps.webhooks.endpoint(id);
  if (endpoint === undefined) throw new Refusal('not-found', 'There is no such webhook.');
  return endpoint;
}

/**
 * Adds an endpoint. Its secret is to be shown by `showSecret`. Throws `not-allowed`, and `invalid-input` for an address
 * that nothing may be posted to, that there is already, or that is one too many; `facts.why` says which.
 */
export async function addEndpoint(deps: WebhookDeps, actor: Actor, wish: EndpointWish): Promise<Endpoint> {
  requireStaff(actor);
  const why = await deps.whyNotPost(wish.url);
  if (why !== undefined) throw badUrl(why);
  const { href: url } = new URL(wish.url);
  const known = await deps.webhooks.endpoints();
  const id = deps.endpointIdOf(url);
  if (known.some((one) => one.id === id)) throw badUrl('known');
  if (known.length >= MOST_ENDPOINTS) throw badUrl('too-many');
  const at = deps.now();
  const by = nameOf(actor);
  const { description, types } = wish;
  const after: Endpoint = {
    ...{ id, url, description, types: [...new Set(types)], secret: deps.newSecret(), revealed: false },
    ...{ state: 'enabled', revision: 1, createdAt: at, createdBy: by },
  };
  try {
    await deps.webhooks.commitEndpoint({
      before: undefined,
      after,
      event: { type: 'webhook-added', at, by },
    });
  } catch (error) {
    throw error instanceof Stale ? badUrl('known') : error;
  }
  return after;
}

/** Posts it nothing any more; again changes nothing. What is on its way to it ends. Throws as `change`. */
export function disableEndpoint(deps: WebhookDeps, actor: Actor, id: string): Promise<Endpoint> {
  return change(deps, actor, id, (endpoint, { at, by }) =>
    endpoint.state === 'disabled'
      ? undefined
      : {
          after: disabled(endpoint, { at, because: 'staff', by }),
          event: { type: 'webhook-disabled', at, by, because: 'staff' },
        },
  );
}

/** Posts it what happens from now on; again changes nothing. Throws as `change`. */
export function enableEndpoint(deps: WebhookDeps, actor: Actor, id: string): Promise<Endpoint> {
  return change(deps, actor, id, (endpoint, { at, by }) =>
    endpoint.state === 'enabled'
      ? undefined
      : { after: enabled(endpoint), event: { type: 'webhook-enabled', at, by } },
  );
}

/**
 * Another secret; the one before signs as well for another day. `seen` is the endpoint's revision as it was looked at:
 * where it has changed since, nothing is done. Throws as `change`.
 */
export function replaceSecret(
  deps: WebhookDeps,
  actor: Actor,
  id: string,
  seen: number | undefined,
): Promise<Endpoint> {
  return change(deps, actor, id, (endpoint, { at, by }) => {
    if (seen !== undefined && seen !== endpoint.revision) throw changedMeanwhile();
    return {
      after: withSecret(endpoint, deps.newSecret(), at),
      event: { type: 'webhook-secret-replaced', at, by },
    };
  });
}

/** The secret, once: undefined where it was shown before. Throws as `change`. */
export async function showSecret(deps: WebhookDeps, actor: Actor, id: string): Promise<string | undefined> {
  let secret: string | undefined;
  await change(deps, actor, id, (endpoint, { at, by }) => {
    secret = endpoint.revealed ? undefined : endpoint.secret;
    if (endpoint.revealed) return undefined;
    return { after: { ...endpoint, revealed: true }, event: { type: 'webhook-secret-shown', at, by } };
  });
  return secret;
}

/** The deliveries to an endpoint, the latest first. Throws `not-allowed`, `not-found` and `invalid-input`. */
export async function deliveriesTo(
  deps: WebhookDeps,
  actor: Actor,
  id: string,
  page: PageWish,
): Promise<Page<Delivery>> {
  await endpointNamed(deps, actor, id);
  return deps.webhooks.deliveriesOf(id, page);
}

/** Sends an event of nothing that happened, also to an endpoint that is disabled. Throws as `change`. */
export async function sendTest(deps: WebhookDeps, actor: Actor, endpointId: string): Promise<Delivery> {
  await endpointNamed(deps, actor, endpointId);
  const now = deps.now();
  const at = new Date(now).toISOString();
  const event = { id: deps.newTestId(), version: 1, type: TEST_TYPE, at, sequence: 1 } as const;
  const delivery: Delivery = { ...newDelivery(endpointId, event, now), wanted: true };
  await deps.webhooks.addDelivery(delivery);
  await want(deps, actor, endpointId, [event.id]);
  return delivery;
}

/** Delivers one event once more, whatever became of it. Throws as `change`. */
export async function replayDelivery(
  deps: WebhookDeps,
  actor: Actor,
  endpointId: string,
  eventId: string,
): Promise<Delivery> {
  await endpointNamed(deps, actor, endpointId);
  const delivery = await deps.webhooks.delivery({ endpointId, eventId });
  if (delivery === undefined) throw new Refusal('not-found', 'There is no such delivery.');
  const again = onceMore(delivery, deps.now());
  await deps.webhooks.putBack(again, deps.now());
  await want(deps, actor, endpointId, [eventId]);
  return again;
}

export interface Replayed {
  readonly count: number;
  /** Whether there are more: ask again for those. */
  readonly more: boolean;
}

/** Delivers once more what failed for good and was made at or after an instant (ms). Throws as `change`. */
export async function replayFailed(
  deps: WebhookDeps,
  actor: Actor,
  endpointId: string,
  from: number,
): Promise<Replayed> {
  await endpointNamed(deps, actor, endpointId);
  const failed: Delivery[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: 100, from, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = await deps.webhooks.deliveriesOf(endpointId, page);
    failed.push(...items.filter(({ state }) => state === 'failed'));
    cursor = next;
  } while (cursor !== undefined && failed.length <= MOST_REPLAYED);
  const now = deps.now();
  const put = failed.slice(0, MOST_REPLAYED);
  await inParallel(put, 10, (delivery) => deps.webhooks.putBack(onceMore(delivery, now), now));
  if (put.length > 0)
    await want(
      deps,
      actor,
      endpointId,
      put.map(({ eventId }) => eventId),
    );
  return { count: put.length, more: failed.length > put.length };
}

/** Written with the endpoint, as what our staff do is: the stream carries it on to where it is delivered. */
async function want(deps: WebhookDeps, actor: Actor, id: string, events: readonly string[]): Promise<void> {
  await change(deps, actor, id, (endpoint, { at, by }) => ({
    after: endpoint,
    event: { type: 'deliveries-wanted', at, by, events },
  }));
}

interface Changed {
  readonly after: Endpoint;
  readonly event: WebhookEvent;
}

/** Throws `not-allowed`, `not-found` and `busy`. */
async function change(
  deps: WebhookDeps,
  actor: Actor,
  id: string,
  decide: (endpoint: Endpoint, who: { readonly at: number; readonly by: string }) => Changed | undefined,
): Promise<Endpoint> {
  return untilCommitted(deps, async () => {
    const before = await endpointNamed(deps, actor, id);
    const decided = decide(before, { at: deps.now(), by: nameOf(actor) });
    if (decided === undefined) return before;
    const after = { ...decided.after, revision: before.revision + 1 };
    await deps.webhooks.commitEndpoint({ before, after, event: decided.event });
    return after;
  });
}

const wrong: Readonly<Record<BadAddress | 'known' | 'too-many', string>> = {
  'not-an-address': 'must be the address of a page, without a name, a password or a fragment',
  'not-https': 'must begin with https://',
  'not-found': 'must name a host that can be found',
  'not-public': 'must lead to an address on the public internet',
  known: 'is a webhook already',
  'too-many': `would be one more than ${MOST_ENDPOINTS}`,
};

function badUrl(why: keyof typeof wrong): Refusal {
  const message = wrong[why];
  return new Refusal('invalid-input', `url ${message}.`, { errors: [{ field: 'url', message }], why });
}

function changedMeanwhile(): Refusal {
  return new Refusal('changed-meanwhile', 'The webhook was changed since it was looked at.');
}
