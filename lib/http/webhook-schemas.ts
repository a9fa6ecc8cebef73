import * as z from 'zod/mini';
import { publicTypes } from '../domain/public-event.ts';
import { deliveryStates } from '../domain/webhooks/delivery.ts';
import { disablings } from '../domain/webhooks/endpoint.ts';
import { pageQuery } from './portal-schemas.ts';
import { instant, line } from './schemas.ts';

/** The shapes of what our staff ask of webhooks, and are answered. */

export const webhookLimits = { url: 500, description: 100 } as const;

const type = z.enum(publicTypes, 'must be a type of event as docs/events.md lists them');

export const webhookBody = z.strictObject({
  url: line(webhookLimits.url),
  description: line(webhookLimits.description),
  types: z.array(type).check(
    z.refine(({ length }) => length > 0, 'must name at least one type'),
    z.refine(({ length }) => length <= publicTypes.length, 'must name each type once'),
  ),
});

export const secretBody = z.strictObject({
  revision: z.exactOptional(z.int('must be a whole number').check(z.minimum(1, 'must be at least 1'))),
});

export const replayBody = z.strictObject({ since: instant });

export const deliveriesQuery = pageQuery;

const time = z.iso.datetime();

const webhook = z.strictObject({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  types: z.array(z.enum(publicTypes)),
  state: z.enum(['enabled', 'disabled']),
  disabled: z.optional(z.strictObject({ at: time, because: z.enum(disablings), by: z.optional(z.string()) })),
  failingSince: z.optional(time),
  formerSecretUntil: z.optional(time),
  revision: z.int(),
  createdAt: time,
  createdBy: z.string(),
});

export const webhooksAnswer = z.strictObject({ webhooks: z.array(webhook) });

export const webhookAnswer = webhook;

/** With the secret: it is told in this answer alone. */
export const newSecretAnswer = z.strictObject({ webhook, secret: z.string() });

const delivery = z.strictObject({
  event: z.string(),
  type: z.string(),
  state: z.enum(deliveryStates),
  createdAt: time,
  tries: z.int(),
  nextTry: z.optional(time),
  answers: z.array(
    z.strictObject({
      at: time,
      milliseconds: z.int(),
      status: z.optional(z.int()),
      said: z.string(),
    }),
  ),
});

export const deliveryAnswer = delivery;

export const deliveriesAnswer = z.strictObject({
  deliveries: z.array(delivery),
  next: z.optional(z.string()),
});

export const replayedAnswer = z.strictObject({ count: z.int(), more: z.boolean() });
