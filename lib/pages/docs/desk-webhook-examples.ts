import { type Delivery, newDelivery } from '../../domain/webhooks/delivery.ts';
import type { Endpoint } from '../../domain/webhooks/endpoint.ts';
import type { deskWebhookOperations } from '../../http/desk-webhook-operations.ts';
import { deliveryJson, webhookJson } from '../../http/webhook-json.ts';
import type { Example } from './example.ts';
import { BOOKING_ID, EVENT_ID, PERSON_ID, WEBHOOK_ID } from './path-names.ts';

const DAY_MS = 86_400_000;

/** Who is signed in: without it, nothing of the desk is answered. */
const headers = { Authorization: 'Bearer YOUR-ID-TOKEN' };

/** Examples of our staff's calls about webhooks; `now` in ms. */
export function deskWebhookExamples(now: number): Record<keyof typeof deskWebhookOperations, Example> {
  const webhook: Endpoint = {
    ...{ id: WEBHOOK_ID, url: 'https://crm.example.com/hooks/showup', description: 'Sessions into the CRM' },
    types: ['booking.confirmed', 'booking.moved', 'booking.cancelled'],
    ...{ secret: 'whsec_', revealed: true, state: 'enabled', revision: 2 },
    ...{ createdAt: now, createdBy: PERSON_ID },
  };
  const told = webhookJson(webhook);
  const secret = 'whsec_TWFrZSBpdCBvZiAyNCB0byA2NCByYW5kb20gYnl0ZXM=';
  const at = new Date(now).toISOString();
  const booking = { id: BOOKING_ID };
  const event = { id: EVENT_ID, version: 1, type: 'booking.confirmed', at, sequence: 1, booking } as const;
  const begun = newDelivery(WEBHOOK_ID, event, now);
  const { dueAt: _, ...rest } = begun;
  const answers = [{ at: now, took: 120, status: 204, said: '' }];
  const delivered: Delivery = { ...rest, state: 'delivered', tries: 1, answers };
  const { url, description, types } = webhook;
  const since = new Date(now - DAY_MS).toISOString();
  const disabled = { at: now, because: 'staff', by: PERSON_ID } as const;
  const off = webhookJson({ ...webhook, state: 'disabled', disabled });
  const test = { ...begun, event: { ...event, type: 'webhook.test' }, eventId: 'evt_test_1' } as const;
  return {
    listWebhooks: { headers, query: {}, answer: { webhooks: [told] } },
    addWebhook: { headers, body: { url, description, types }, answer: { webhook: told, secret } },
    getWebhook: { headers, query: {}, answer: told },
    listDeliveries: { headers, query: { limit: '20' }, answer: { deliveries: [deliveryJson(delivered)] } },
    disableWebhook: { headers, body: {}, answer: off },
    enableWebhook: { headers, body: {}, answer: told },
    replaceWebhookSecret: { headers, body: { revision: 2 }, answer: { webhook: told, secret } },
    testWebhook: { headers, body: {}, answer: deliveryJson(test) },
    replayDelivery: { headers, body: {}, answer: deliveryJson(begun) },
    replayFailed: { headers, body: { since }, answer: { count: 3, more: false } },
  };
}
