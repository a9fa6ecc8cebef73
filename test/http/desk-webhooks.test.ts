import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changeWebhook,
  showWebhook,
  showWebhooks,
  submitWebhook,
} from '../../functions/desk/pages/webhooks.ts';
import { newDelivery } from '../../lib/domain/webhooks/delivery.ts';
import { refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, NOW, openEngine, type World } from '../world.ts';
import { deskPageOf, hiddenField } from './desk-page-world.ts';
import { ask, depsOf } from './desk-world.ts';

const DAY = 86_400_000;
const url = 'http://127.0.0.1:9/hooks';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const add = (wish: object = {}) =>
  ask(world, 'addWebhook', { body: { url, description: 'The CRM', types: ['booking.moved'], ...wish } });
const idOf = (answer: Record<string, unknown>) => (answer['webhook'] as { id: string }).id;
const page = (webhookId: string, query = '') =>
  deskPageOf(world, showWebhook, { path: { webhookId }, query });
const press = (webhookId: string, form: Record<string, string>) =>
  deskPageOf(world, changeWebhook, { path: { webhookId }, form });

/** So many deliveries that failed, a minute apart, the last of them now. */
async function failed(endpointId: string, count: number): Promise<void> {
  const { webhooks } = depsOf(world).webhooks;
  for (let number = 1; number <= count; number++) {
    const at = NOW - (count - number) * 60_000;
    const event = {
      id: `evt_bkg_1_${number}`,
      version: 1,
      type: 'booking.moved',
      at: '',
      sequence: number,
    } as const;
    const { dueAt: _, ...delivery } = newDelivery(endpointId, event, at);
    await webhooks.addDelivery({ ...delivery, state: 'failed' });
  }
}

describe('the API', () => {
  it('tells a secret in the answer that made it, and never again', async () => {
    const added = await add();
    expect(added['secret']).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
    const path = { webhookId: idOf(added) };
    const listed = JSON.stringify([
      await ask(world, 'listWebhooks'),
      await ask(world, 'getWebhook', { path }),
    ]);
    expect(listed).not.toContain('whsec_');
    const replaced = await ask(world, 'replaceWebhookSecret', { path });
    expect(replaced['secret']).not.toBe(added['secret']);
    expect(replaced['webhook']).toMatchObject({ formerSecretUntil: new Date(NOW + DAY).toISOString() });
  });

  it('has one webhook for an address, also where two add it at once', async () => {
    const all = await Promise.allSettled([add(), add(), add()]);
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = await refusalOf(add());
    expect([refused.code, refused.facts]).toMatchObject(['invalid-input', { why: 'known' }]);
  });

  it.each([
    ['an address that is no address', { url: 'nonsense' }, 'not-an-address'],
    ['one of a private network', { url: 'https://192.168.1.1/' }, 'not-public'],
    ['plain HTTP', { url: 'http://8.8.8.8/' }, 'not-https'],
  ])('refuses %s', async (_, wish, why) => {
    expect((await refusalOf(add(wish))).facts).toMatchObject({ why, errors: [{ field: 'url' }] });
  });

  it('replaces a secret once where it is asked for twice', async () => {
    const path = { webhookId: idOf(await add()) };
    const { revision } = await ask(world, 'getWebhook', { path });
    await ask(world, 'replaceWebhookSecret', { path, body: { revision } });
    const again = ask(world, 'replaceWebhookSecret', { path, body: { revision } });
    expect((await refusalOf(again)).code).toBe('changed-meanwhile');
  });

  it('disables and enables, again and again', async () => {
    const path = { webhookId: idOf(await add()) };
    for (let time = 0; time < 2; time++) {
      const disabled = { state: 'disabled', disabled: { because: 'staff', by: 'per_robin' } };
      expect(await ask(world, 'disableWebhook', { path })).toMatchObject(disabled);
    }
    const enabled = await ask(world, 'enableWebhook', { path });
    expect([enabled['state'], enabled['disabled']]).toEqual(['enabled', undefined]);
    expect(await ask(world, 'enableWebhook', { path })).toEqual(enabled);
  });

  it('pages deliveries, the latest first, and puts back what failed since', async () => {
    const path = { webhookId: idOf(await add()) };
    await failed(path.webhookId, 7);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '3', ...(cursor === undefined ? {} : { cursor }) };
      const { deliveries, next } = await ask(world, 'listDeliveries', { path, query });
      seen.push(...(deliveries as { event: string }[]).map(({ event }) => event));
      cursor = next as string | undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `evt_bkg_1_${number}`));
    const since = new Date(NOW - 2 * 60_000).toISOString();
    expect(await ask(world, 'replayFailed', { path, body: { since } })).toEqual({ count: 3, more: false });
    expect((await refusalOf(ask(world, 'listDeliveries', { path, query: { cursor: 'x' } }))).code).toBe(
      'invalid-input',
    );
  });

  it('puts back 200 at once, and says that there are more', async () => {
    const path = { webhookId: idOf(await add()) };
    await failed(path.webhookId, 203);
    const body = { since: new Date(NOW - DAY).toISOString() };
    expect(await ask(world, 'replayFailed', { path, body })).toEqual({ count: 200, more: true });
    expect(await ask(world, 'replayFailed', { path, body })).toEqual({ count: 3, more: false });
  });

  it('knows what can be no id, however long it is', async () => {
    for (const webhookId of ['x'.repeat(3000), 'whk_', '__proto__', '\0']) {
      expect((await refusalOf(ask(world, 'getWebhook', { path: { webhookId } }))).code).toBe('not-found');
    }
  });

  it('knows what there isn’t', async () => {
    const path = { webhookId: 'whk_none', eventId: 'evt_none' };
    for (const name of ['getWebhook', 'testWebhook', 'replayDelivery', 'enableWebhook'] as const) {
      expect((await refusalOf(ask(world, name, { path }))).code).toBe('not-found');
    }
    const webhookId = idOf(await add());
    for (const eventId of ['evt_none', 'e'.repeat(3000)]) {
      const there = { webhookId, eventId };
      expect((await refusalOf(ask(world, 'replayDelivery', { path: there }))).code).toBe('not-found');
    }
  });
});

describe('the pages', () => {
  it('say at each field what is wrong, and keep what was typed', async () => {
    const form = { url: 'https://10.0.0.1/', description: ' ', 'booking.moved': '' };
    const { status, html, text } = await deskPageOf(world, submitWebhook, { form });
    expect(status).toBe(422);
    expect([...html.matchAll(/<a href="#field-(\w+)">/gu)].map(([, name]) => name)).toEqual([
      'description',
      'types',
    ]);
    expect(html).toContain('value="https://10.0.0.1/"');
    expect(text).toContain('please choose at least one');
    const good = { ...form, description: 'The CRM', 'booking.moved': 'yes' };
    const refused = await deskPageOf(world, submitWebhook, { form: good });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('private network')]);
    expect(refused.html).toMatch(/name="booking.moved" value="yes" checked/u);
  });

  it('add a webhook, show its secret once, and never in an address', async () => {
    const form = { url, description: 'The CRM', 'booking.moved': 'yes', 'booking.no-show': 'yes' };
    const { status, location } = await deskPageOf(world, submitWebhook, { form });
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/desk\/webhooks\/whk_[0-9a-z]{20}\?done=added$/u),
    ]);
    const id = location.split(/[/?]/u)[3] ?? '';
    expect((await page(id, 'done=added')).text).toContain('The webhook is added');
    const shown = await press(id, { action: 'reveal' });
    expect(shown.html).toMatch(/value="whsec_[A-Za-z0-9+/]{43}="/u);
    expect((await press(id, { action: 'reveal' })).html).not.toContain('whsec_');
    expect((await deskPageOf(world, showWebhooks)).text).toContain('The CRM');
  });

  it('do what their buttons say, and tell of it', async () => {
    const id = idOf(await add());
    await failed(id, 1);
    const seen = hiddenField(await page(id), 'seen');
    const pressed = [
      [{ action: 'secret', seen }, 'There is a new secret'],
      [{ action: 'test' }, 'The test event is on its way'],
      [{ action: 'replay', event: 'evt_bkg_1_1' }, 'The event is on its way once more'],
      [{ action: 'disable' }, 'The webhook is disabled'],
      [{ action: 'enable' }, 'The webhook is enabled'],
      [{ action: 'replay-all', since: '2026-11-23' }, 'Nothing has failed since then'],
    ] as const;
    for (const [form, told] of pressed) {
      const { status, location } = await press(id, form);
      expect([form.action, status]).toEqual([form.action, 303]);
      expect((await page(id, location.split('?')[1] ?? '')).text).toContain(told);
    }
    expect((await press(id, { action: 'secret', seen })).text).toContain('Somebody was faster');
    const wrong = await press(id, { action: 'replay-all', since: 'soon' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Since: a date looks like')]);
  });

  it('tell what was answered, of every delivery', async () => {
    const id = idOf(await add());
    const { webhooks } = depsOf(world).webhooks;
    const event = { id: 'evt_bkg_1_1', version: 1, type: 'booking.moved', at: '', sequence: 1 } as const;
    const answers = [
      { at: NOW, took: 10_000, said: 'no answer within 10 s' },
      { at: NOW, took: 1234, status: 503, said: '<b>busy</b>' },
    ];
    await webhooks.addDelivery({ ...newDelivery(id, event, NOW), tries: 2, dueAt: NOW + 60_000, answers });
    const { text, html } = await page(id);
    for (const said of [
      'no answer (no answer within 10 s)',
      '503 after 1.2 s',
      'on its way , 2 tries, next try',
    ]) {
      expect(text).toContain(said);
    }
    expect(html).not.toContain('<b>busy');
  });
});
