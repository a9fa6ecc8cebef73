import * as z from 'zod/mini';
import type { RecordedWebhookEvent } from '../app/webhook-deps.ts';
import { type PublicEvent, publicTypes } from '../domain/public-event.ts';
import { type Answer, type Delivery, deliveryStates } from '../domain/webhooks/delivery.ts';
import { type Disabling, disablings, type Endpoint, type WebhookEvent } from '../domain/webhooks/endpoint.ts';
import { type Fields, instant } from './rows.ts';

const text = () => z.exactOptional(z.string());

/** Where other systems are posted what happened, as its row holds it. */
export const endpointRow = (): z.ZodMiniType<Endpoint> =>
  z.object({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    types: z.array(z.enum(publicTypes)),
    secret: z.string(),
    revealed: z.boolean(),
    former: z.exactOptional(z.object({ secret: z.string(), until: instant })),
    state: z.enum(['enabled', 'disabled']),
    disabled: z.exactOptional(
      z.object({ at: instant, because: z.enum(disablings), by: text() } satisfies Fields<Disabling>),
    ),
    failingSince: z.exactOptional(instant),
    revision: z.int(),
    createdAt: instant,
    createdBy: z.string(),
  } satisfies Fields<Endpoint>);

// It was made by us, and goes out as it is.
const publicEvent = () => z.custom<PublicEvent>((value) => typeof value === 'object' && value !== null);

const answer = () =>
  z.object({
    at: instant,
    took: instant,
    status: z.exactOptional(z.int()),
    said: z.string(),
  } satisfies Fields<Answer>);

/** An event on its way to an endpoint, as its row holds it. */
export const deliveryRow = (): z.ZodMiniType<Delivery> =>
  z.object({
    endpointId: z.string(),
    eventId: z.string(),
    event: publicEvent(),
    state: z.enum(deliveryStates),
    createdAt: instant,
    since: instant,
    tries: z.int(),
    dueAt: z.exactOptional(instant),
    answers: z.array(answer()),
    wanted: z.exactOptional(z.literal(true)),
  } satisfies Fields<Delivery>);

const happened = () => ({ at: instant, by: z.string() });

const event = (): z.ZodMiniType<WebhookEvent> =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('webhook-added'), ...happened() }),
    z.object({ type: z.literal('webhook-enabled'), ...happened() }),
    z.object({ type: z.literal('webhook-disabled'), ...happened(), because: z.enum(disablings) }),
    z.object({ type: z.literal('webhook-secret-replaced'), ...happened() }),
    z.object({ type: z.literal('webhook-secret-shown'), ...happened() }),
    z.object({ type: z.literal('deliveries-wanted'), ...happened(), events: z.array(z.string()) }),
  ]);

/** What happened to an endpoint, as its row holds it. */
export const webhookEventRow = () =>
  z.object({
    kind: z.literal('event'),
    about: z.literal('webhook'),
    webhookId: z.string(),
    number: z.int(),
    event: event(),
  } satisfies Fields<RecordedWebhookEvent & { kind: 'event'; about: 'webhook' }>);
