import { type MailContent, paragraph } from '../../content.ts';
import { missedRows } from '../consequence.ts';
import {
  companyOf,
  companyRows,
  details,
  memberOf,
  type OfKind,
  opening,
  type StandingTelling,
  untilRows,
} from './telling.ts';

/** Who missed too much, what that means for them and for the company, and what helps. */
export function strike(telling: StandingTelling, { member, missed, until }: OfKind<'strike'>): MailContent {
  const { facts, language } = telling;
  const { strike: words, labels } = language.standingMails;
  const who = memberOf(telling, member);
  return {
    subject: words.subject(companyOf(telling)),
    preview: words.preview(who),
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead(who)),
      ...details([
        ...untilRows(telling, until, labels.blockedUntil),
        { label: labels.who, value: who },
        ...missedRows(missed, facts.timeZone, telling),
        ...companyRows(telling),
      ]),
      ...(until === undefined ? [paragraph(words.over)] : []),
      paragraph(words.others),
      paragraph(words.help),
    ],
    sections: [],
  };
}
