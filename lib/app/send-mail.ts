import type { Booking } from '../domain/booking/booking.ts';
import type { MailKind } from '../messages/facts.ts';
import { languages } from '../messages/language/languages.ts';
import { renderMail } from '../messages/mail.tsx';
import { toMime } from '../messages/mime.ts';
import type { EffectDeps } from './deps.ts';
import { factsOf } from './facts.ts';

/** Mails the attendee. `messageId` is the same for every try at this message, so that a repeat is recognised as one. */
export async function sendMail(
  deps: EffectDeps,
  booking: Booking,
  kind: MailKind,
  messageId: string,
): Promise<string> {
  const now = deps.now();
  const { brand } = deps.settings;
  const mail = renderMail(kind, await factsOf(deps, booking), now, languages[booking.language ?? 'en']);
  const mime = await toMime(mail, {
    from: { name: brand.name, address: brand.mailFrom },
    to: { name: booking.attendee.name, address: booking.attendee.email },
    replyTo: brand.supportMail,
    messageId,
    threadId: booking.id,
    date: now,
  });
  return deps.mailer.send(mime, booking.attendee.email);
}
