import { type MailContent, paragraph } from '../../content.ts';
import { money } from '../../money.ts';
import { moment } from '../../time.ts';
import { bookButton, companyRows, details, type OfKind, opening, type StandingTelling } from './telling.ts';

/** The fee has come in: what it has ended, and what keeps from free sessions all the same. */
export function reinstated(
  telling: StandingTelling,
  { paid, blockedUntil }: OfKind<'reinstated'>,
): MailContent {
  const { facts, language } = telling;
  const { reinstated: words, wrong } = language.standingMails;
  const open = blockedUntil === undefined;
  const now = open ? words.open : words.still(moment(blockedUntil, facts.timeZone, language));
  return {
    subject: words.subject,
    preview: words.preview(open),
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead(money(paid, language)), now),
      ...details(companyRows(telling)),
      open ? bookButton(telling) : paragraph(wrong(facts.brand.supportMail)),
    ],
    sections: [],
  };
}
