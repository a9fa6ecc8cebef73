import type { AccountMailKind } from '../../account-facts.ts';
import { type MailContent, paragraph } from '../../content.ts';
import { type AccountTelling, opening } from './telling.ts';

type PasswordLink = Extract<AccountMailKind, { kind: 'password-link' }>;

/** The link that sets another password. Anybody may have asked for it. */
export function passwordLink(telling: AccountTelling, { url, minutes }: PasswordLink): MailContent {
  const { accountMails, time } = telling.language;
  const { passwordLink: words } = accountMails;
  const life = time.minutes(minutes);
  return {
    subject: words.subject,
    preview: words.preview(life),
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead),
      { kind: 'button', label: words.button, url },
      paragraph(words.life(life)),
    ],
    sections: [{ title: accountMails.unexpected, blocks: [paragraph(words.ignore)] }],
  };
}
