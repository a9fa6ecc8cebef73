import type { Booking } from '../domain/booking/booking.ts';
import type { MailKind } from '../messages/facts.ts';
import { languages } from '../messages/language/languages.ts';
import { renderMail } from '../messages/mail.tsx';
import type { EffectDeps } from './deps.ts';
import { factsOf } from './facts.ts';
import { handle } from './handle.ts';
import { isConfirmation } from './mark-mail.ts';
import type { Send } from './once.ts';
import { preparePost } from './post.ts';

/** Prepares a mail to the attendee, whose sending marks the booking where mail doesn't reach them. `messageId` is the same for every try at this message, so that a repeat is recognised as one. */
export async function prepareMail(
  deps: EffectDeps,
  booking: Booking,
  kind: MailKind,
  messageId: string,
): Promise<Send> {
  const facts = await factsOf(deps, booking);
  const mail = renderMail(kind, facts, deps.now(), languages[booking.language ?? 'en']);
  return preparePost(deps, {
    mail,
    to: booking.attendee,
    messageId,
    threadId: booking.id,
    lost: async (reason, effect) => {
      await handle(deps, booking.id, { type: 'lose-mail', reason, confirmation: isConfirmation(effect) });
    },
  });
}
