import * as z from 'zod/mini';
import { read } from './read.ts';
import { parseJson, type SnsEnvelope } from './sns-envelope.ts';
import { e164 } from './sns-schemas.ts';

/** How a text can fare, as End User Messaging tells it: its event types without their TEXT_, in lower case. */
export const textStatuses = [
  'queued',
  'pending',
  'sent',
  'successful',
  'delivered',
  'blocked',
  'carrier-blocked',
  'carrier-unreachable',
  'unreachable',
  'invalid',
  'invalid-message',
  'protect-blocked',
  'spam',
  'ttl-expired',
  'unknown',
] as const;
export type TextStatus = (typeof textStatuses)[number];

/** What became of a text, so far or for good. */
export interface TextReceipt {
  /** What the text was sent for, as its sender told the service. */
  readonly effect: { readonly owner: string; readonly effect: string };
  readonly status: TextStatus;
  /** In ms. */
  readonly at: number;
  /** E.164. */
  readonly mobile: string;
  /** Whether nothing more will be told of this text. */
  readonly final: boolean;
}

const anyEvent = z.object({ eventType: z.string() });

const textEvent = z.object({
  eventTimestamp: z.int(),
  isFinal: z.exactOptional(z.boolean()),
  destinationPhoneNumber: e164,
  context: z.optional(z.unknown()),
});

const key = z.string().check(z.minLength(1), z.maxLength(200));
const ourContext = z.object({ owner: key, effect: key });

/**
 * What a notification of End User Messaging's events tells of a text of ours; undefined where it is of another kind, or
 * of a text that somebody else sent. Throws `invalid-input` for what is no event.
 */
export function readTextReceipt({ Message }: SnsEnvelope): TextReceipt | undefined {
  const message = parseJson(Message);
  const status = statusOf(read(anyEvent, message, 'Message').eventType);
  if (status === undefined) return undefined;
  const { eventTimestamp, isFinal, destinationPhoneNumber, context } = read(textEvent, message, 'Message');
  const effect = z.safeParse(ourContext, context);
  if (!effect.success) return undefined;
  return {
    effect: effect.data,
    status,
    at: eventTimestamp,
    mobile: destinationPhoneNumber,
    final: isFinal ?? false,
  };
}

function statusOf(eventType: string): TextStatus | undefined {
  return textStatuses.find((status) => eventType === `TEXT_${status.replaceAll('-', '_').toUpperCase()}`);
}
