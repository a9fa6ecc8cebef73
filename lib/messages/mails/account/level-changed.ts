import type { AccountMailKind } from '../../account-facts.ts';
import { type MailContent, paragraph } from '../../content.ts';
import { type AccountTelling, deedOf, levelName, levelOf, opening } from './telling.ts';

type LevelChanged = Extract<AccountMailKind, { kind: 'level-changed' }>;

/** Tells which level the account has now, and who changed it. */
export function levelChanged(telling: AccountTelling, { by, from }: LevelChanged): MailContent {
  const { facts, language } = telling;
  const { levelChanged: words, unexpected } = language.accountMails;
  const level = levelOf(telling);
  const deed = deedOf(telling, by);
  const { supportMail } = facts.brand;
  const ask = deed.by === undefined ? words.askUs(supportMail) : words.ask(deed.by, supportMail);
  return {
    subject: words.subject(level),
    preview: words.preview(deed.company),
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead({ ...deed, from: levelName(from, language), level }), words.effect),
      { kind: 'button', label: words.button, url: `${facts.siteUrl}/portal` },
    ],
    sections: [{ title: unexpected, blocks: [paragraph(ask)] }],
  };
}
