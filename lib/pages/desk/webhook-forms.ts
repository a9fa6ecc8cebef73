import * as z from 'zod/mini';
import { type PublicType, publicTypes } from '../../domain/public-event.ts';

const typed = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');
/** Checked before the form is read. */
const csrf = typed;

/** One box for each type of event, called as it: forms of ours send no field twice. */
const boxes = Object.fromEntries(publicTypes.map((type) => [type, typed])) as Record<
  PublicType,
  typeof typed
>;

export const newWebhookForm = z.strictObject({ csrf, url: typed, description: typed, ...boxes });

const webhookActions = ['reveal', 'secret', 'test', 'replay', 'replay-all', 'disable', 'enable'] as const;
export type WebhookAction = (typeof webhookActions)[number];

/** The buttons of one webhook's page. */
export const webhookForm = z.strictObject({
  csrf,
  action: z.enum(webhookActions, 'is not a button of this page'),
  event: typed,
  since: typed,
  /** The webhook's revision that was seen, so that a second press doesn't replace a new secret. */
  seen: z.prefault(z.string().check(z.regex(/^\d{1,9}$/u, 'is not one that we made')), '0'),
});

export type WebhookPressed = z.output<typeof webhookForm>;
