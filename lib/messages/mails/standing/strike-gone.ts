import type { MailContent } from '../../content.ts';
import {
  companyOf,
  companyRows,
  details,
  memberOf,
  type OfKind,
  opening,
  type StandingTelling,
} from './telling.ts';

/** The strike that was told is gone, and whose it was. */
export function strikeGone(telling: StandingTelling, { member }: OfKind<'strike-gone'>): MailContent {
  const { strikeGone: words, labels } = telling.language.standingMails;
  const who = memberOf(telling, member);
  return {
    subject: words.subject(companyOf(telling)),
    preview: words.preview(who),
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead(who)),
      ...details([{ label: labels.who, value: who }, ...companyRows(telling)]),
    ],
    sections: [],
  };
}
