import { type MailLoss, mailLossOf } from '../domain/mailbox.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { isErased } from '../domain/people/tombstone.ts';
import type { Mail } from '../messages/facts.ts';
import { toMime } from '../messages/mime.ts';
import type { EffectDeps, EffectId, Table } from './deps.ts';
import type { Send } from './once.ts';

/** A mail on its way. */
export interface Letter {
  readonly mail: Mail;
  readonly to: { readonly name: string; readonly email: string };
  /** The same for every try at this message, so that a repeat is recognised as one. */
  readonly messageId: string;
  /** What mails are about that belong together. */
  readonly threadId: string;
  /** Told where mail is known not to reach them, before it is sent or held back. */
  readonly lost?: (reason: MailLoss, effect: EffectId) => Promise<void>;
}

/** What sending a mail needs of the world. */
export type PostDeps = Pick<EffectDeps, 'settings' | 'mailer' | 'now'> & {
  readonly table: Pick<Table, 'mailbox'>;
};

/** What is kept in place of the provider's id where nothing was sent, because who it was for has been erased. */
const ERASED = 'withheld: erased';
/** The same, because they called a mail of ours spam. */
const COMPLAINED = 'withheld: complained';

/**
 * Prepares a mail in the brand's name. To an address that mail came back from it is sent all the same: it may work again.
 */
export async function preparePost(
  { settings: { brand }, table, mailer, now }: PostDeps,
  { mail, to, messageId, threadId, lost }: Letter,
): Promise<Send> {
  if (isErased(to.email)) return async () => ERASED;
  const effect = effectOf(messageId);
  const [mailbox, mime] = await Promise.all([
    table.mailbox(normalizedEmail(to.email)),
    toMime(mail, {
      from: { name: brand.name, address: brand.mailFrom },
      to: { name: to.name, address: to.email },
      replyTo: brand.supportMail,
      messageId,
      threadId,
      date: now(),
    }),
  ]);
  const loss = mailLossOf(mailbox);
  return async () => {
    if (loss !== undefined) await lost?.(loss.reason, effect);
    return loss?.reason === 'complained' ? COMPLAINED : mailer.send(mime, to.email, effect);
  };
}

/** Ids of owners have no dot: all after the first is the name of the effect. */
function effectOf(messageId: string): EffectId {
  const dot = messageId.indexOf('.');
  return { owner: messageId.slice(0, dot), effect: messageId.slice(dot + 1) };
}
