import type { MailContent } from './content.ts';
import type { DeskFacts, DeskMailKind } from './desk-facts.ts';
import type { Mail } from './facts.ts';
import type { Language } from './language/en.ts';
import { letter } from './letter.tsx';
import { line } from './line.ts';
import { approvalWanted } from './mails/desk/approval-wanted.ts';
import { contestOpened } from './mails/desk/contest-opened.ts';
import { reviewOpened } from './mails/desk/review-opened.ts';
import type { DeskTelling } from './mails/desk/telling.ts';
import { webhookDisabled } from './mails/desk/webhook-disabled.ts';

/** A mail that asks our staff for a decision, as HTML and plain text, times in the deployment's zone. */
export function renderDeskMail(kind: DeskMailKind, facts: DeskFacts, language: Language): Mail {
  const { brand } = facts;
  const footer = [language.deskMails.footer(line(brand.name))];
  return letter(compose(kind, { facts, language }), { code: language.code, brand, footer });
}

function compose(kind: DeskMailKind, telling: DeskTelling): MailContent {
  switch (kind.kind) {
    case 'approval-wanted':
      return approvalWanted(telling, kind);
    case 'contest-opened':
      return contestOpened(telling, kind);
    case 'review-opened':
      return reviewOpened(telling, kind);
    case 'webhook-disabled':
      return webhookDisabled(telling, kind);
  }
}
