import * as z from 'zod/mini';
import type { RecordedMailboxEvent } from '../app/deps.ts';
import type { Mailbox, MailboxEvent, MailboxNote } from '../domain/mailbox.ts';
import { type Fields, instant, mailLoss } from './rows.ts';

const note = (): z.ZodMiniType<MailboxNote> =>
  z.discriminatedUnion('what', [
    z.object({ what: z.enum([...mailLoss.options, 'delivered']), at: instant, address: z.string() }),
    z.object({ what: z.literal('allowed'), at: instant, by: z.string(), reason: z.string() }),
  ]);

/** A mailbox as its row holds it. */
export const mailboxRow = (): z.ZodMiniType<Mailbox> =>
  z.object({
    email: z.string(),
    revision: z.int(),
    notes: z.array(note()),
  } satisfies Fields<Mailbox>);

const event = () =>
  z.object({
    type: z.literal('mail-allowed'),
    at: instant,
    by: z.string(),
    reason: z.string(),
    addresses: z.array(z.string()),
  } satisfies Fields<MailboxEvent>);

/** What the world must hear of a mailbox, as its row holds it. */
export const mailboxEventRow = () =>
  z.object({
    kind: z.literal('event'),
    about: z.literal('mailbox'),
    email: z.string(),
    number: z.int(),
    event: event(),
  } satisfies Fields<RecordedMailboxEvent & { kind: 'event'; about: 'mailbox' }>);
