import { type Delivery, newDelivery } from '../../lib/domain/webhooks/delivery.ts';
import type { Endpoint } from '../../lib/domain/webhooks/endpoint.ts';
import { webhookPage } from '../../lib/pages/desk/webhook-page.tsx';
import { blankWebhook, type WebhooksView, type WebhookView } from '../../lib/pages/desk/webhook-view.ts';
import { webhooksPage } from '../../lib/pages/desk/webhooks-page.tsx';
import { deskIn } from '../../lib/pages/language/desk.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { HOUR } from './sample.ts';

const now = moments.booked + 2 * HOUR;
const insider = { name: 'Kim Lee', csrf: 'csrf', waiting: { count: 3, more: false } };
const webhook: Endpoint = {
  ...{ id: 'whk_7kq2v9x4m1c8t5h3n6d0', url: 'https://crm.example.com/hooks/showup' },
  description: 'Sessions into the CRM',
  types: ['booking.confirmed', 'booking.moved', 'booking.cancelled', 'booking.no-show'],
  ...{
    secret: 'whsec_c2hvd3VwIHByZXZpZXcgc2VjcmV0IGZvciB0aGlz',
    revealed: true,
    state: 'enabled',
    revision: 2,
  },
  ...{ createdAt: now - 72 * HOUR, createdBy: 'per_kim' },
};
const failing: Endpoint = {
  ...webhook,
  ...{
    id: 'whk_5t3n6d07kq2v9x4m1c8h',
    url: 'https://old.example.com/a/very/long/address/of/a/system/that/is/gone',
  },
  description: 'The old reports',
  failingSince: now - 30 * HOUR,
};
const { failingSince: _, ...quiet } = failing;
const disabled: Endpoint = {
  ...quiet,
  ...{ state: 'disabled', disabled: { at: now - HOUR, because: 'failing' } },
};

/** Webhooks at the desk. Another state is a row. */
export const deskWebhookPages: readonly PageState[] = [
  all('Desk webhooks, none', () => ({ webhooks: [] })),
  all('Desk webhooks, some', () => ({})),
  all('Desk webhooks, asked without anything', ({ language }) => {
    const { wrong } = deskIn(language).webhooks;
    return {
      typed: { ...blankWebhook, url: 'http://10.0.0.1/' },
      problems: new Map([
        ['url', wrong.url['not-https']],
        ['types', wrong.types],
      ]),
    };
  }),
  one('Desk webhook, added', ({ language }) => {
    const [title, text] = deskIn(language).webhooks.done.added;
    const fresh = { ...webhook, revealed: false };
    return { webhook: fresh, deliveries: [], told: { good: true, title, text } };
  }),
  one('Desk webhook, its secret shown', () => ({ secret: webhook.secret, deliveries: [] })),
  one('Desk webhook, with deliveries', () => ({
    webhook: { ...webhook, former: { secret: webhook.secret, until: now + 20 * HOUR } },
    next: 'more',
  })),
  one('Desk webhook, disabled', () => ({ webhook: disabled })),
];

function all(name: string, change: (visit: Visit) => Partial<WebhooksView>): PageState {
  const view = {
    ...insider,
    webhooks: [webhook, failing, disabled],
    typed: blankWebhook,
    problems: new Map(),
  };
  return { name, page: (visit) => webhooksPage(visit, { ...view, ...change(visit) }) };
}

function one(name: string, change: (visit: Visit) => Partial<WebhookView>): PageState {
  const view = {
    ...{ ...insider, webhook, now, deliveries: deliveries(), first: true },
    ...{ names: new Map([['per_kim', 'Kim Lee']]), since: '2026-11-24', problems: new Map() },
  };
  return { name, page: (visit) => webhookPage(visit, { ...view, ...change(visit) }) };
}

function deliveries(): readonly Delivery[] {
  const base = (number: number, type: 'booking.moved' | 'booking.confirmed'): Delivery => {
    const at = new Date(now - number * HOUR).toISOString();
    const id = `evt_bkg_01k9x7m3v8q2t4w6y8z0a2c4e6_${number}`;
    const event = { id, version: 1, type, at, sequence: number } as const;
    return newDelivery(webhook.id, event, now - number * HOUR);
  };
  const answered = { at: now - HOUR, took: 240 };
  const { dueAt: due, ...delivered } = base(3, 'booking.confirmed');
  const { dueAt: gone, ...failed } = base(2, 'booking.moved');
  return [
    {
      ...base(1, 'booking.moved'),
      ...{ tries: 2, dueAt: now + HOUR / 2 },
      answers: [
        { ...answered, said: 'ECONNREFUSED' },
        { ...answered, status: 503, said: 'upstream connect error or disconnect before headers' },
      ],
    },
    { ...failed, state: 'failed', tries: 16, answers: [{ ...answered, status: 401, said: 'no such key' }] },
    { ...delivered, state: 'delivered', tries: 1, answers: [{ ...answered, status: 204, said: '' }] },
    { ...delivered, eventId: 'evt_withheld_1', state: 'withheld', tries: 0, answers: [] },
  ];
}
