import type { BookingFacts } from '../../messages/facts.ts';
import { mobileEnding, textLink } from '../../messages/mails/telling.ts';
import { shortMoment } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';

/** How to change the session by text, as long as that works; or why the number that was given isn't texted. */
export function byText(
  facts: BookingFacts,
  now: number,
  linkIsOpen: boolean,
  { messages }: Language,
): string[] {
  const telling = { facts, language: messages, now };
  const { change, noTexts } = messages.parts;
  const ending = mobileEnding(telling);
  if (ending === undefined) return [];
  const { label } = textLink(telling);
  const { mobileLost, changeBy } = facts;
  if (mobileLost === 'opted-out') return [noTexts[mobileLost](ending), noTexts.again(label)];
  if (mobileLost !== undefined) return [noTexts[mobileLost](ending)];
  if (changeBy.text === undefined || now >= changeBy.text) return [];
  const words = linkIsOpen ? change.byText : change.stillByText;
  return [words(label, ending, shortMoment(changeBy.text, facts.timeZone, messages))];
}
