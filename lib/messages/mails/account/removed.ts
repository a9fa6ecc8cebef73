import { type MailContent, paragraph } from '../../content.ts';
import { type AccountTelling, deedOf, opening } from './telling.ts';

/** Tells that the account is gone, and who can bring the person back. */
export function removed(telling: AccountTelling, by: string | undefined): MailContent {
  const { facts, language } = telling;
  const { removed: words, unexpected } = language.accountMails;
  const deed = deedOf(telling, by);
  const { supportMail } = facts.brand;
  const ask = deed.by === undefined ? words.askUs(supportMail) : words.ask(deed.by, supportMail);
  return {
    subject: words.subject,
    preview: words.preview,
    heading: words.heading,
    opening: opening(telling, words.lead(deed), words.effect),
    sections: [{ title: unexpected, blocks: [paragraph(ask)] }],
  };
}
