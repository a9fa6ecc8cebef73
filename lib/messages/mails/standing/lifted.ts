import type { MailContent } from '../../content.ts';
import { reasonRows } from '../details.ts';
import { bookButton, companyRows, details, type OfKind, opening, type StandingTelling } from './telling.ts';

/** Our staff have ended what kept from free sessions. */
export function lifted(telling: StandingTelling, { reason }: OfKind<'lifted'>): MailContent {
  const { lifted: words } = telling.language.standingMails;
  return {
    subject: words.subject,
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead),
      ...details([...companyRows(telling), ...reasonRows(telling, reason)]),
      bookButton(telling),
    ],
    sections: [],
  };
}
