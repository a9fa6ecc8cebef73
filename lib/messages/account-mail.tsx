import type { AccountFacts, AccountMailKind } from './account-facts.ts';
import type { MailContent } from './content.ts';
import type { Mail } from './facts.ts';
import type { Language } from './language/en.ts';
import { letter } from './letter.tsx';
import { line } from './line.ts';
import { invited } from './mails/account/invited.ts';
import { levelChanged } from './mails/account/level-changed.ts';
import { passwordChanged } from './mails/account/password-changed.ts';
import { passwordLink } from './mails/account/password-link.ts';
import { removed } from './mails/account/removed.ts';
import type { AccountTelling } from './mails/account/telling.ts';

/** A mail about somebody's account, as HTML and plain text. Throws where it tells of a company that isn't in the facts. */
export function renderAccountMail(kind: AccountMailKind, facts: AccountFacts, language: Language): Mail {
  const { brand } = facts;
  const footer = [language.accountMails.footer(line(brand.name))];
  return letter(compose(kind, { facts, language }), { code: language.code, brand, footer });
}

function compose(kind: AccountMailKind, telling: AccountTelling): MailContent {
  switch (kind.kind) {
    case 'invited':
      return invited(telling, kind);
    case 'password-link':
      return passwordLink(telling, kind);
    case 'password-changed':
      return passwordChanged(telling, kind.at);
    case 'level-changed':
      return levelChanged(telling, kind);
    case 'removed':
      return removed(telling, kind.by);
  }
}
