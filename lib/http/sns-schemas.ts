import * as z from 'zod/mini';

/** The shapes of what SNS posts. Not in schemas.ts: who takes these needs nothing else of it. */

/** A number as services write it. */
export const e164 = z.string().check(z.regex(/^\+[1-9]\d{7,14}$/u, 'must be an E.164 number'));

/** As long as SNS makes one. */
const snsText = z.string().check(z.maxLength(262_144, 'must be at most 262144 characters'));

/** What SNS posts; fields that we don't read may be added to it. */
export const snsEnvelope = z.object({
  Type: z.enum(
    ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'],
    'is not a type of SNS message',
  ),
  MessageId: snsText,
  TopicArn: snsText,
  Message: snsText,
  Timestamp: z.iso.datetime({ error: 'must be an RFC 3339 time' }),
  SignatureVersion: z.literal('2', 'must be 2'),
  Signature: snsText,
  SigningCertURL: snsText,
  Subject: z.exactOptional(snsText),
  Token: z.exactOptional(snsText),
  SubscribeURL: z.exactOptional(snsText),
});
