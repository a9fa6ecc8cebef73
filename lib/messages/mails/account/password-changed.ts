import { type MailContent, paragraph } from '../../content.ts';
import { moment } from '../../time.ts';
import { type AccountTelling, opening } from './telling.ts';

/** Tells the owner of the mailbox that the password is another one, and what to do where that was somebody else. */
export function passwordChanged(telling: AccountTelling, at: number): MailContent {
  const { facts, language } = telling;
  const { passwordChanged: words } = language.accountMails;
  const when = moment(at, facts.timeZone, language);
  return {
    subject: words.subject,
    preview: words.preview,
    heading: words.heading,
    opening: opening(telling, words.lead(when), words.fine),
    sections: [
      {
        title: words.notYou,
        blocks: [
          paragraph(words.react(facts.brand.supportMail)),
          { kind: 'button', label: words.button, url: `${facts.siteUrl}/forgot` },
        ],
      },
    ],
  };
}
