import { type MailContent, paragraph } from '../../content.ts';
import { moment } from '../../time.ts';
import { bookButton, companyRows, details, type OfKind, opening, type StandingTelling } from './telling.ts';

/** Free sessions are open again by themselves. */
export function blockEnded(telling: StandingTelling, { at }: OfKind<'block-ended'>): MailContent {
  const { facts, language } = telling;
  const { blockEnded: words } = language.standingMails;
  return {
    subject: words.subject,
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead(moment(at, facts.timeZone, language))),
      ...details(companyRows(telling)),
      bookButton(telling),
      paragraph(words.hint),
    ],
    sections: [],
  };
}
