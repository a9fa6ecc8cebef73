import * as z from 'zod/mini';
import { fromMailTag } from '../domain/mail-tag.ts';
import { read } from './read.ts';
import { parseJson, type SnsEnvelope } from './sns-envelope.ts';

/** What SES publishes first to a topic, to try it. */
const TRIAL = 'Successfully validated SNS topic';

/** Everything that SES may add is let in, and left out. */
const anyEvent = z.object({
  eventType: z.string(),
  mail: z.object({ messageId: z.string(), tags: z.optional(z.record(z.string(), z.array(z.string()))) }),
});

const addressed = z.array(z.object({ emailAddress: z.string().check(z.maxLength(500)) }));
const instant = z.iso.datetime({ offset: true });

const bounce = z.object({
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: addressed, timestamp: instant }),
});
const complaint = z.object({
  complaint: z.object({ complainedRecipients: addressed, timestamp: instant }),
});
const delivery = z.object({
  delivery: z.object({ recipients: z.array(z.string().check(z.maxLength(500))), timestamp: instant }),
});
const delay = z.object({
  deliveryDelay: z.object({ delayedRecipients: addressed, timestamp: instant }),
});

/** What became of a mail, as SES tells it: for good, but for `bounced-for-now` and `delayed`. */
export type MailStatus =
  | 'delivered'
  | 'bounced'
  | 'bounced-for-now'
  | 'complained'
  | 'delayed'
  | 'rejected'
  | 'rendering-failed';

interface Fate {
  readonly status: MailStatus;
  /** When (ms). */
  readonly at: number;
  readonly recipients: readonly string[];
}

/** What became of a mail of ours. */
export interface MailReport extends Fate {
  /** What the mail was sent for, as its tags say. */
  readonly effect: { readonly owner: string; readonly effect: string };
  /** The id that SES gave it. */
  readonly mailId: string;
}

/**
 * What a notification of SES's events tells of a mail of ours; undefined where it is of another kind, of a mail that
 * somebody else sent, or the trial that comes first. Throws `invalid-input` for what is no event.
 */
export function readMailReport({ Message, Timestamp }: SnsEnvelope): MailReport | undefined {
  if (Message.startsWith(TRIAL)) return undefined;
  const message = parseJson(Message);
  const { eventType, mail } = read(anyEvent, message, 'Message');
  const owner = fromMailTag(mail.tags?.['owner']?.[0] ?? '');
  const effect = fromMailTag(mail.tags?.['effect']?.[0] ?? '');
  if (owner === undefined || effect === undefined) return undefined;
  const fate = fateOf(eventType, message, Date.parse(Timestamp));
  return fate && { ...fate, effect: { owner, effect }, mailId: mail.messageId };
}

function fateOf(eventType: string, message: unknown, published: number): Fate | undefined {
  switch (eventType) {
    case 'Bounce': {
      const told = read(bounce, message, 'Message').bounce;
      const status = told.bounceType === 'Permanent' ? 'bounced' : 'bounced-for-now';
      return { status, ...when(told), recipients: addressesOf(told.bouncedRecipients) };
    }
    case 'Complaint': {
      const told = read(complaint, message, 'Message').complaint;
      return { status: 'complained', ...when(told), recipients: addressesOf(told.complainedRecipients) };
    }
    case 'Delivery': {
      const told = read(delivery, message, 'Message').delivery;
      return { status: 'delivered', ...when(told), recipients: told.recipients };
    }
    case 'DeliveryDelay': {
      const told = read(delay, message, 'Message').deliveryDelay;
      return { status: 'delayed', ...when(told), recipients: addressesOf(told.delayedRecipients) };
    }
    // Of these SES tells neither an instant nor for whom.
    case 'Reject':
      return { status: 'rejected', at: published, recipients: [] };
    case 'Rendering Failure':
      return { status: 'rendering-failed', at: published, recipients: [] };
    default:
      return undefined;
  }
}

const when = ({ timestamp }: { readonly timestamp: string }) => ({ at: Date.parse(timestamp) });

const addressesOf = (recipients: z.output<typeof addressed>): string[] =>
  recipients.map(({ emailAddress }) => emailAddress);
