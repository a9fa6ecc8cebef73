import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { minutesAfter, Showup } from './showup.ts';
import { Desk } from './standing/desk.ts';

const DAY = 24 * 60;

interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another system: it takes posts, and answers what it is told to. */
class Receiver {
  readonly posts: Posted[] = [];
  status = 204;
  readonly #server: Server;
  readonly url: string;

  private constructor(server: Server, path: string) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  }

  static async open(path = '/hooks'): Promise<Receiver> {
    let receiver: Receiver | undefined;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver?.posts.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        const status = receiver?.status ?? 500;
        response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
        response.end(status === 204 ? undefined : 'the receiver says no');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver = new Receiver(server, path);
    return receiver;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  types(): string[] {
    return this.posts.map(({ body }) => JSON.parse(body).type);
  }
}

let showup: Showup;
let desk: Desk;
let receiver: Receiver;
beforeAll(async () => {
  [showup, receiver] = [await Showup.start(), await Receiver.open()];
  desk = new Desk(showup);
});
afterAll(async () => {
  receiver.close();
  await showup.stop();
});

/** As the library that consumers use does, at the moment of the post: throws where the signature isn't good. */
function verified(secret: string, { headers, body }: Posted): Record<string, unknown> {
  const at = Number(headers['webhook-timestamp']) * 1000;
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>) as Record<string, unknown>;
  } finally {
    vi.useRealTimers();
  }
}

async function add(url: string, types: readonly string[], description = 'The CRM') {
  const answer = await desk.tryTo('/webhooks', { url, description, types });
  return { status: answer.status, ...answer.json };
}

const all = ['booking.confirmed', 'booking.moved', 'booking.cancelled', 'booking.attendee-erased'];
let id: string;
let secret: string;

it('what happens is posted, signed, with who it is for and without what is nobody else’s business', async () => {
  const added = await add(receiver.url, all);
  expect(added).toMatchObject({ status: 201, webhook: { state: 'enabled' } });
  ({ secret } = added);
  ({ id } = added.webhook);
  expect(await add(receiver.url, all)).toMatchObject({ status: 400, code: 'invalid-input' });
  const wishes = { email: 'hooked@example.com', mobile: '+15550100091', extra: { topic: 'A secret topic' } };
  const booked = await showup.book(wishes);
  const [post] = receiver.posts;
  if (post === undefined) throw new Error('nothing was posted');
  expect(verified(secret, post)).toMatchObject({
    ...{ id: `evt_${booked.id}_1`, version: 1, type: 'booking.confirmed', sequence: 1 },
    booking: {
      ...{ id: booked.id, start: new Date(booked.start).toISOString(), company: 'example-crates' },
      attendee: { name: 'Ada Member', email: 'hooked@example.com' },
    },
  });
  expect(post.headers['webhook-id']).toBe(`evt_${booked.id}_1`);
  for (const unsaid of ['+1555', 'secret topic', booked.token, 'manage', 'meet']) {
    expect(post.body).not.toContain(unsaid);
  }
  expect(() => verified(`whsec_${Buffer.alloc(32).toString('base64')}`, post)).toThrow(
    'No matching signature found',
  );
  const bus = (await (await fetch(`${showup.console}/bus`)).json()) as Record<string, unknown>[];
  expect(bus.at(-1)).toMatchObject({ bus: 'showup-dev', source: 'showup', detailType: 'booking.confirmed' });
  // The stream brings everything again: it is on the bus twice, and was posted once.
  await showup.misbehave({ repeatEvents: true });
  expect(receiver.types()).toEqual(['booking.confirmed']);
});

it('an endpoint that fails is tried again until it recovers, also where the schedule is lost', async () => {
  receiver.posts.length = 0;
  receiver.status = 500;
  const { id: bookingId } = await showup.book({ start: '2026-12-09T15:00:00Z' });
  const begun = await showup.now();
  await showup.clockTo(minutesAfter(begun, 1));
  expect(receiver.posts).toHaveLength(2);
  receiver.status = 302;
  const [schedule] = (await showup.timers()).filter(({ name }) => name.startsWith(id));
  await showup.misbehave({ loseTimer: { name: schedule?.name ?? '' } });
  await showup.clockTo(minutesAfter(begun, 12));
  expect(receiver.posts).toHaveLength(3);
  expect((await desk.get(`/webhooks/${id}`)).json.failingSince).toBeDefined();
  receiver.status = 200;
  await showup.clockTo(minutesAfter(begun, 60));
  expect(receiver.posts).toHaveLength(4);
  expect(new Set(receiver.posts.map(({ headers }) => headers['webhook-id']))).toEqual(
    new Set([`evt_${bookingId}_1`]),
  );
  const [delivery] = (await desk.get(`/webhooks/${id}/deliveries`)).json.deliveries;
  expect(delivery).toMatchObject({ event: `evt_${bookingId}_1`, state: 'delivered', tries: 4 });
  expect(delivery.answers.map(({ status }: { status: number }) => status)).toEqual([500, 500, 302, 200]);
  expect((await desk.get(`/webhooks/${id}`)).json.failingSince).toBeUndefined();
});

it('a secret that is replaced signs beside the new one for a day, and the page shows the new one once', async () => {
  receiver.posts.length = 0;
  expect((await desk.page('/desk/webhooks')).text).toContain('The CRM');
  const { revision } = (await desk.get(`/webhooks/${id}`)).json;
  const path = `/desk/webhooks/${id}`;
  expect(await desk.press(path, { action: 'secret', seen: String(revision) })).toMatchObject({ status: 303 });
  expect((await desk.press(path, { action: 'secret', seen: String(revision) })).status).toBe(409);
  const shown = (await desk.press(path, { action: 'reveal' })).text;
  const fresh = /whsec_[A-Za-z0-9+/=]+/u.exec(shown)?.[0] ?? '';
  expect((await desk.press(path, { action: 'reveal' })).text).not.toContain('whsec_');
  await desk.press(path, { action: 'test' });
  await showup.settle();
  await showup.clockTo(minutesAfter(await showup.now(), DAY + 1));
  await desk.post(`/webhooks/${id}/test`);
  const [during, after] = receiver.posts;
  if (during === undefined || after === undefined) throw new Error('the tests were not posted');
  for (const one of [secret, fresh]) expect(verified(one, during)).toMatchObject({ type: 'webhook.test' });
  expect(verified(fresh, after)).toMatchObject({ type: 'webhook.test' });
  expect(() => verified(secret, after)).toThrow('No matching signature found');
  secret = fresh;
});

it('an endpoint that fails for five days is disabled, staff are mailed, and what failed is replayed once it is back', async () => {
  receiver.posts.length = 0;
  receiver.status = 503;
  const { token } = await showup.book({ start: '2026-12-16T15:00:00Z', email: 'patient@example.com' });
  await showup.post(`/v1/manage/${token}/cancel`, {});
  await showup.settle();
  const begun = await showup.now();
  await showup.clockTo(minutesAfter(begun, 6 * DAY));
  const disabled = (await desk.get(`/webhooks/${id}`)).json;
  expect(disabled).toMatchObject({ state: 'disabled', disabled: { because: 'failing' } });
  expect((await showup.subjects('support@example.com')).at(-1)).toMatch(/webhook disabled/iu);
  const before = receiver.posts.length;
  await showup.book({ start: '2026-12-17T15:00:00Z', email: 'unheard@example.com' });
  expect(receiver.posts).toHaveLength(before);

  receiver.status = 204;
  await desk.post(`/webhooks/${id}/enable`);
  const again = (await desk.post(`/webhooks/${id}/replay`, { since: minutesAfter(begun, -1) })).json;
  expect(again).toEqual({ count: 2, more: false });
  expect(receiver.types().slice(before).toSorted()).toEqual(['booking.cancelled', 'booking.confirmed']);
  const [delivery] = (await desk.get(`/webhooks/${id}/deliveries`)).json.deliveries;
  await desk.post(`/webhooks/${id}/deliveries/${delivery.event}/replay`);
  expect(receiver.posts).toHaveLength(before + 3);
});

it('who was erased is posted no more, but that they are to be forgotten', async () => {
  receiver.posts.length = 0;
  const erased = (await desk.get('/bookings?email=patient@example.com')).json.bookings[0].id;
  await desk.post('/people/patient@example.com/erase', { reason: 'They asked for it in writing' });
  expect(receiver.posts.map(({ body }) => JSON.parse(body))).toMatchObject([
    { type: 'booking.attendee-erased', booking: { id: erased } },
  ]);
  await desk.post(`/webhooks/${id}/deliveries/evt_${erased}_1/replay`);
  expect(receiver.posts.map(({ body }) => body).join()).not.toContain('patient');
  expect(receiver.posts).toHaveLength(1);
  const { deliveries } = (await desk.get(`/webhooks/${id}/deliveries`)).json;
  expect(deliveries.find(({ event }: { event: string }) => event === `evt_${erased}_1`).state).toBe(
    'withheld',
  );
});

it('one that says that it is gone is left in peace at once, and holds back no other', async () => {
  const gone = await Receiver.open('/gone');
  gone.status = 410;
  const { webhook } = await add(gone.url, ['booking.confirmed'], 'The old one');
  receiver.posts.length = 0;
  await showup.book({ start: '2026-12-18T15:00:00Z', email: 'gone@example.com' });
  expect((await desk.get(`/webhooks/${webhook.id}`)).json.disabled).toMatchObject({ because: 'gone' });
  expect([gone.posts.length, receiver.posts.length]).toEqual([1, 1]);
  gone.close();
});

it('addresses that are not of the public internet are refused, on the page too', async () => {
  for (const url of [
    'https://10.0.0.1/',
    'https://169.254.169.254/latest',
    'http://192.0.2.1/',
    'ftp://x.example/',
  ]) {
    expect(await add(url, all)).toMatchObject({ status: 400, code: 'invalid-input' });
  }
  const form = { url: 'https://[fd00:ec2::254]/', description: 'Metadata', 'booking.moved': 'yes' };
  const page = await desk.press('/desk/webhooks', form);
  expect([page.status, page.text.includes('private network')]).toEqual([422, true]);
});
