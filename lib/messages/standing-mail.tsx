import type { MailContent } from './content.ts';
import type { Mail } from './facts.ts';
import type { Language } from './language/en.ts';
import { letter } from './letter.tsx';
import { line } from './line.ts';
import { blockEnded } from './mails/standing/block-ended.ts';
import { blocked } from './mails/standing/blocked.ts';
import { companyRuled } from './mails/standing/company-ruled.ts';
import { lifted } from './mails/standing/lifted.ts';
import { reinstated } from './mails/standing/reinstated.ts';
import { strike } from './mails/standing/strike.ts';
import { strikeGone } from './mails/standing/strike-gone.ts';
import type { StandingTelling } from './mails/standing/telling.ts';
import type { CompanyStandingMail, StandingFacts, StandingMailKind } from './standing-facts.ts';

/** A mail about where a person or a company stands, as HTML and plain text. */
export function renderStandingMail(kind: StandingMailKind, facts: StandingFacts, language: Language): Mail {
  const { brand } = facts;
  const { footer, companyFooter } = language.standingMails;
  const last = isOfCompany(kind) ? companyFooter : footer;
  return letter(compose(kind, { facts, language }), {
    ...{ code: language.code, brand },
    footer: [last(line(brand.name))],
  });
}

function isOfCompany({ kind }: StandingMailKind): boolean {
  const ofCompany: readonly CompanyStandingMail['kind'][] = ['strike', 'strike-gone', 'company-ruled'];
  return ofCompany.some((one) => one === kind);
}

function compose(kind: StandingMailKind, telling: StandingTelling): MailContent {
  switch (kind.kind) {
    case 'blocked':
      return blocked(telling, kind);
    case 'lifted':
      return lifted(telling, kind);
    case 'reinstated':
      return reinstated(telling, kind);
    case 'block-ended':
      return blockEnded(telling, kind);
    case 'strike':
      return strike(telling, kind);
    case 'strike-gone':
      return strikeGone(telling, kind);
    case 'company-ruled':
      return companyRuled(telling, kind);
  }
}
