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
import type { Send } from './once.ts';
import { prepareText, receiptOf } from './send-text.ts';

/**
 * Prepares a text to the attendee. Where it turns out, as it is sent, that they can't be asked at the check-in, they are
 * treated as having no mobile number.
 */
export async function prepareAttendeeText(
  deps: EffectDeps,
  booking: Booking,
  { text, until, isAnswer }: TextEffect,
  effect: EffectId,
): Promise<Send> {
  const { mobile, email } = booking.attendee;
  if (mobile === undefined) return async () => undefined;
  const language = booking.language ?? 'en';
  const kind = await withLink(deps, booking, text);
  const send = await prepareText(deps, {
    mobile,
    body: renderText(kind, await factsOf(deps, booking), languages[language]),
    language,
    until,
    effect,
    ...(booking.companyId === undefined ? {} : { companyId: booking.companyId }),
    about: { bookingId: booking.id, email },
    isAnswer,
  });
  return async () => {
    const sent = await send();
    const reason = 'withheld' in sent ? lossBy(sent.withheld) : undefined;
    if (reason !== undefined && (text.kind === 'check-in' || reason !== 'withheld')) {
      await handle(deps, booking.id, { type: 'lose-mobile', reason });
    }
    return receiptOf(sent);
  };
}

async function withLink(deps: EffectDeps, { id }: Booking, text: TextWish): Promise<TextKind> {
  return text.kind === 'move-link' ? { ...text, url: await textedUrl(deps, id) } : text;
}

function lossBy(withheld: Withheld): MobileLoss {
  return withheld === 'opted-out' || withheld === 'refused' ? withheld : 'withheld';
}
