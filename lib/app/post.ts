import { isErased } from '../domain/people/tombstone.ts';
import type { Mail } from '../messages/facts.ts';
import { toMime } from '../messages/mime.ts';
import type { EffectDeps } from './deps.ts';

/** A mail on its way. */
export interface Letter {
  readonly mail: Mail;
  readonly to: { readonly name: string; readonly email: string };
  /** The same for every try at this message, so that a repeat is recognised as one. */
  readonly messageId: string;
  /** What mails are about that belong together. */
  readonly threadId: string;
}

/** What is kept in place of the provider's id where nothing was sent, because who it was for has been erased. */
const ERASED = 'withheld: erased';

/** Sends a mail in the brand's name, and gives the provider's id of it, or why it was held back. */
export async function post(
  { settings: { brand }, mailer, now }: Pick<EffectDeps, 'settings' | 'mailer' | 'now'>,
  { mail, to, messageId, threadId }: Letter,
): Promise<string> {
  if (isErased(to.email)) return ERASED;
  const mime = await toMime(mail, {
    from: { name: brand.name, address: brand.mailFrom },
    to: { name: to.name, address: to.email },
    replyTo: brand.supportMail,
    messageId,
    threadId,
    date: now(),
  });
  return mailer.send(mime, to.email);
}
