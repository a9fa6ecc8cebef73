import type { AccountMailKind } from '../../account-facts.ts';
import { type Detail, type MailContent, paragraph } from '../../content.ts';
import { line } from '../../line.ts';
import { type AccountTelling, companyOf, deedOf, levelOf, opening } from './telling.ts';

type Invited = Extract<AccountMailKind, { kind: 'invited' }>;

/** Who wants the person to have an account, what it is for, and the link that opens it. */
export function invited(telling: AccountTelling, { by, url, days }: Invited): MailContent {
  const { facts, language } = telling;
  const { accountMails } = language;
  const { invited: words } = accountMails;
  const life = accountMails.days(days);
  return {
    subject: words.subject,
    preview: words.preview(life),
    heading: words.heading,
    opening: [
      ...opening(telling, ...leadOf(telling, by)),
      { kind: 'details', rows: rowsOf(telling) },
      { kind: 'button', label: words.button, url },
      paragraph(`${words.life(life)} ${another(telling, by)}`),
    ],
    sections: [
      { title: accountMails.unexpected, blocks: [paragraph(words.ignore(facts.brand.supportMail))] },
    ],
  };
}

function leadOf(telling: AccountTelling, by: string | undefined): readonly string[] {
  const { facts, language } = telling;
  const { invited: words } = language.accountMails;
  if (facts.membership === undefined) return [words.staffLead(line(facts.brand.name)), words.staffPurpose];
  return [words.lead(deedOf(telling, by)), words.purpose];
}

function another(telling: AccountTelling, by: string | undefined): string {
  const { facts, language } = telling;
  const { invited: words } = language.accountMails;
  const name = facts.membership === undefined ? undefined : deedOf(telling, by).by;
  return name === undefined ? words.anotherFromUs(facts.brand.supportMail) : words.another(name);
}

function rowsOf(telling: AccountTelling): readonly Detail[] {
  const { facts, language } = telling;
  const { labels } = language.accountMails;
  const signIn = { label: labels.signIn, value: facts.person.email };
  if (facts.membership === undefined) return [signIn];
  return [
    { label: labels.company, value: companyOf(telling) },
    { label: labels.level, value: levelOf(telling) },
    signIn,
  ];
}
