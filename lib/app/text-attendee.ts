import type { Booking, MobileLoss } from '../domain/booking/booking.ts';
import type { Withheld } from '../domain/phone/texting.ts';
import type { TextKind } from '../messages/facts.ts';
import { languages } from '../messages/language/languages.ts';
import { renderText } from '../messages/text.ts';
import type { EffectDeps, EffectId } from './deps.ts';
import type { TextEffect } from './effect.ts';
import { factsOf } from './facts.ts';
import { handle } from './handle.ts';
import { textedUrl } from './links.ts';
import type { TextWish } from './note-text.ts';
import { receiptOf, sendText } from './send-text.ts';

/**
 * Texts the attendee, and gives the provider's id of the text or why it was held back. Whoever can't be asked at
 * the check-in is treated as having no mobile number.
 */
export async function textAttendee(
  deps: EffectDeps,
  booking: Booking,
  { text, until, isAnswer }: TextEffect,
  effect: EffectId,
): Promise<string | undefined> {
  const { mobile, email } = booking.attendee;
  if (mobile === undefined) return undefined;
  const language = booking.language ?? 'en';
  const kind = await withLink(deps, booking, text);
  const sent = await sendText(deps, {
    mobile,
    body: renderText(kind, await factsOf(deps, booking), languages[language]),
    language,
    until,
    effect,
    ...(booking.companyId === undefined ? {} : { companyId: booking.companyId }),
    about: { bookingId: booking.id, email },
    isAnswer,
  });
  const reason = 'withheld' in sent ? lossBy(sent.withheld) : undefined;
  if (reason !== undefined && (text.kind === 'check-in' || reason !== 'withheld')) {
    await handle(deps, booking.id, { type: 'lose-mobile', reason });
  }
  return receiptOf(sent);
}

async function withLink(deps: EffectDeps, { id }: Booking, text: TextWish): Promise<TextKind> {
  return text.kind === 'move-link' ? { ...text, url: await textedUrl(deps, id) } : text;
}

function lossBy(withheld: Withheld): MobileLoss {
  return withheld === 'opted-out' || withheld === 'refused' ? withheld : 'withheld';
}
