import { addressesLost, allowMail as allow, type Mailbox } from '../../domain/mailbox.ts';
import { type Actor, nameOf, requireStaff } from '../../domain/people/actor.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { changeMailbox } from '../change-mailbox.ts';
import type { Deps } from '../deps.ts';
import { markMail } from '../mark-mail.ts';

/** Where our staff want mail to go again, and why. */
export interface MailWish {
  readonly email: string;
  /** For the record. */
  readonly reason: string;
}

/**
 * Lets mail go to an address again that it came back from, or whose reader had complained: for the sessions that are to
 * come, and at the mail service, too. Changes nothing where nothing stands against it. Throws `not-allowed` and `busy`.
 */
export async function allowMail(deps: Deps, actor: Actor, wish: MailWish): Promise<Mailbox> {
  requireStaff(actor);
  const by = nameOf(actor);
  const { reason } = wish;
  const mailbox = await changeMailbox(deps, normalizedEmail(wish.email), (before) => {
    const at = deps.now();
    const after = allow(before, { at, by, reason });
    const addresses = addressesLost(before);
    return after && { after, event: { type: 'mail-allowed', at, by, reason, addresses } };
  });
  if (mailbox.revision > 0) await markMail(deps, mailbox, { byStaff: { staffId: by, reason } });
  return mailbox;
}
