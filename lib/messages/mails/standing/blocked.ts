import { type MailContent, paragraph } from '../../content.ts';
import { money } from '../../money.ts';
import { shortMoment } from '../../time.ts';
import { reasonRows } from '../details.ts';
import { companyRows, details, type OfKind, opening, type StandingTelling, untilRows } from './telling.ts';

/** Until when our staff have blocked free sessions and why, and what stays open. */
export function blocked(telling: StandingTelling, { until, reason, fee }: OfKind<'blocked'>): MailContent {
  const { facts, language } = telling;
  const { blocked: words, labels, sooner, wrong } = language.standingMails;
  const { supportMail } = facts.brand;
  return {
    subject: words.subject,
    preview: words.preview(shortMoment(until, facts.timeZone, language)),
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead),
      ...details([
        ...untilRows(telling, until, labels.blockedUntil),
        ...companyRows(telling),
        ...reasonRows(telling, reason),
      ]),
      paragraph(sooner(money(fee, language), supportMail)),
      paragraph(wrong(supportMail)),
    ],
    sections: [],
  };
}
