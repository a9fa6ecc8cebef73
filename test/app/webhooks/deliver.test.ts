import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webhookDepsWith } from '../../../lib/adapters/webhook-deps.ts';
import { addEndpoint, disableEndpoint, replayFailed, sendTest } from '../../../lib/app/desk/webhooks.ts';
import { sweepDeliveries } from '../../../lib/app/sweep.ts';
import type { DeliverDeps, WebhookDeps } from '../../../lib/app/webhook-deps.ts';
import { deliverEvent, tryDeliveries } from '../../../lib/app/webhooks/deliver.ts';
import type { PublicEvent } from '../../../lib/domain/public-event.ts';
import type { DeliveryId } from '../../../lib/domain/webhooks/delivery.ts';
import { signPost } from '../../../lib/http/standard-webhook.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { type Engine, makeWorld, NOW, openEngine, type World } from '../../world.ts';
import { book } from '../acting.ts';

const LEASE = 60_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const staff = { kind: 'staff', id: 'per_robin' } as const;

let engine: Engine;
let world: World;
let desk: WebhookDeps;
let deps: DeliverDeps;
/** What was posted, to where; the status that each address answers; and what is to be tried when. */
let posted: { readonly url: string; readonly body: string }[];
let statuses: Record<string, number>;
let planned: { readonly id: DeliveryId; readonly at: number }[];
let event: PublicEvent;

beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  [posted, statuses, planned] = [[], {}, []];
  const now = () => world.clock.now;
  desk = { ...webhookDepsWith(world.table, {}), now, whyNotPost: async () => undefined };
  const { table, people, standings } = world.deps;
  deps = {
    ...{ now, webhooks: desk.webhooks, table, people, standings, sign: signPost },
    post: async (url, { body }) => {
      posted.push({ url, body });
      const status = statuses[url] ?? 204;
      return { status, said: '' };
    },
    tryAt: async (id, at) => void planned.push({ id, at }),
  };
  const { id } = await book(world.deps);
  const at = new Date(NOW).toISOString();
  const attendee = { name: 'Ada Park', email: 'ada@example.com' };
  event = {
    id: `evt_${id}_1`,
    version: 1,
    type: 'booking.confirmed',
    at,
    sequence: 1,
    booking: { id, attendee },
  };
});

const add = (url: string) =>
  addEndpoint(desk, staff, { url, description: url, types: ['booking.confirmed'] });
const deliver = () => deliverEvent(deps, event, LEASE);
/** Turns the clock to the next try, and makes it; gives how long that took (ms). */
async function next(): Promise<number> {
  const plan = planned.shift();
  if (plan === undefined) throw new Error('nothing is planned');
  const waited = plan.at - world.clock.now;
  world.clock.now = plan.at;
  await tryDeliveries(deps, [plan.id], LEASE);
  return waited;
}
const only = async () => {
  const [endpoint] = await desk.webhooks.endpoints();
  const { items } = await desk.webhooks.deliveriesOf(endpoint?.id ?? '', { limit: 10 });
  return { endpoint, delivery: items[0] };
};

describe('an event', () => {
  it('is posted once to each endpoint that wants it, however often it comes, and at the same time', async () => {
    await add('https://a.example/');
    await add('https://b.example/');
    await addEndpoint(desk, staff, { url: 'https://c.example/', description: 'c', types: ['booking.moved'] });
    await Promise.all([deliver(), deliver()]);
    await deliver();
    expect(posted.map(({ url }) => url).toSorted()).toEqual(['https://a.example/', 'https://b.example/']);
    expect(JSON.parse(posted[0]?.body ?? '')).toEqual(event);
  });

  it('waits for no endpoint that is slow', async () => {
    await add('https://slow.example/');
    await add('https://quick.example/');
    const begun: string[] = [];
    const { post } = deps;
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const quick = new Promise<void>((resolve) => {
      deps = {
        ...deps,
        post: async (url, sent) => {
          if (url.includes('slow')) await slow;
          const answer = await post(url, sent);
          begun.push(url);
          if (!url.includes('slow')) resolve();
          return answer;
        },
      };
    });
    const delivering = deliver();
    await quick;
    expect(begun).toEqual(['https://quick.example/']);
    release();
    await delivering;
    expect(posted).toHaveLength(2);
  });

  it('is kept without who it is about, and withheld once they are erased', async () => {
    await add('https://a.example/');
    statuses['https://a.example/'] = 500;
    await deliver();
    const rows = (await everyRow(world.table)).filter(({ sk }) => String(sk).startsWith('DELIVERY#'));
    expect(JSON.stringify(rows)).not.toMatch(/ada|park/iu);
    const booking = await world.deps.table.booking(event.booking?.id ?? '');
    if (booking === undefined) throw new Error('there is no booking');
    deps = { ...deps, table: { booking: async () => ({ ...booking, erasedAt: NOW }) } };
    await next();
    expect((await only()).delivery?.state).toBe('withheld');
    expect(posted).toHaveLength(1);
  });
});

describe('a failure', () => {
  const url = 'https://a.example/';
  beforeEach(async () => {
    await add(url);
    statuses[url] = 500;
    await deliver();
  });

  it('is tried again after 5 s, 5 and 30 min, 2, 5 and 10 h, then every 10 h for five days, and then ends both', async () => {
    const waits: number[] = [];
    while (planned.length > 0) waits.push(await next());
    const ten = Array.from({ length: 11 }, () => 10 * HOUR);
    expect(waits).toEqual([5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, ...ten, 10 * HOUR]);
    const { endpoint, delivery } = await only();
    expect(delivery).toMatchObject({ state: 'failed', tries: 18 });
    expect(delivery?.answers).toHaveLength(5);
    expect(endpoint).toMatchObject({ state: 'disabled', disabled: { because: 'failing' } });
    const rows = (await everyRow(world.table)).filter(({ about }) => about === 'webhook');
    expect(rows.at(-1)).toMatchObject({
      kind: 'event',
      event: { type: 'webhook-disabled', because: 'failing' },
    });
  });

  it('is forgotten once a try succeeds', async () => {
    expect((await only()).endpoint?.failingSince).toBe(NOW);
    statuses[url] = 299;
    await next();
    const { endpoint, delivery } = await only();
    expect([delivery?.state, delivery?.dueAt, endpoint?.failingSince]).toEqual([
      'delivered',
      undefined,
      undefined,
    ]);
  });

  it('does nothing before its time, and nothing twice at once', async () => {
    const [plan] = planned;
    if (plan === undefined) throw new Error('nothing is planned');
    await tryDeliveries(deps, [plan.id], LEASE);
    expect(posted).toHaveLength(1);
    world.clock.now = plan.at;
    await Promise.all([tryDeliveries(deps, [plan.id], LEASE), tryDeliveries(deps, [plan.id], LEASE)]);
    expect(posted).toHaveLength(2);
  });

  it('is taken up by another run where one died on it', async () => {
    const [plan] = planned;
    if (plan === undefined) throw new Error('nothing is planned');
    world.clock.now = plan.at;
    await desk.webhooks.claim(plan.id, plan.at, plan.at + LEASE);
    await tryDeliveries(deps, [plan.id], LEASE);
    expect(posted).toHaveLength(1);
    world.clock.now = plan.at + LEASE;
    await tryDeliveries(deps, [plan.id], LEASE);
    expect(posted).toHaveLength(2);
  });

  it('whose schedule is lost is found by the sweep, a minute later', async () => {
    const [plan] = planned;
    const sweep = () => sweepDeliveries({ now: deps.now, webhooks: desk.webhooks, bus: world.bus });
    world.clock.now = NOW + 30_000;
    expect(await sweep()).toBe(0);
    world.clock.now = NOW + 2 * MINUTE;
    expect(await sweep()).toBe(1);
    expect(world.bus.woken).toEqual([plan?.id]);
  });

  it('of 410 disables at once, and a redirect is no success', async () => {
    statuses[url] = 302;
    await next();
    expect((await only()).delivery?.state).toBe('pending');
    statuses[url] = 410;
    await next();
    const { endpoint, delivery } = await only();
    expect([endpoint?.disabled?.because, delivery?.state, planned]).toEqual(['gone', 'failed', []]);
  });

  it('ends with its endpoint, and is posted again where our staff want it, also to a disabled one', async () => {
    const { endpoint } = await only();
    await disableEndpoint(desk, staff, endpoint?.id ?? '');
    await next();
    expect([posted.length, (await only()).delivery?.state]).toEqual([1, 'failed']);
    expect(await replayFailed(desk, staff, endpoint?.id ?? '', NOW)).toEqual({ count: 1, more: false });
    await tryDeliveries(deps, [{ endpointId: endpoint?.id ?? '', eventId: event.id }], LEASE);
    // Still 500: a disabled endpoint gets no second try.
    expect([posted.length, (await only()).delivery?.state, planned]).toEqual([2, 'failed', []]);
    const test = await sendTest(desk, staff, endpoint?.id ?? '');
    statuses[url] = 200;
    await tryDeliveries(deps, [test], LEASE);
    expect(JSON.parse(posted.at(-1)?.body ?? '')).toMatchObject({ type: 'webhook.test', id: test.eventId });
    expect(await replayFailed(desk, staff, endpoint?.id ?? '', NOW + DAY)).toEqual({ count: 0, more: false });
  });
});
