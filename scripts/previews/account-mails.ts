import settings from '#config';
import type { AccountFacts, AccountMailKind } from '../../lib/messages/account-facts.ts';
import { renderAccountMail } from '../../lib/messages/account-mail.tsx';
import type { Mail } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { HOUR, START } from './sample.ts';

/** A mail about an account to look at. */
export interface AccountMailState {
  readonly name: string;
  readonly accountMail: AccountMailKind;
  readonly facts: AccountFacts;
}

const by = 'Priya Hahn';
const siteUrl = 'https://sessions.example.com';
const url = `${siteUrl}/password/per_01k9x7m3v8q2t4w6y8z0a2c4e6.0.1796137200000.c2hvd3VwIHByZXZpZXcgIQ`;
const common = { brand: settings.brand, siteUrl, timeZone: settings.zone };
const member: AccountFacts = {
  ...common,
  person: { name: 'Ada Lovelace', email: 'ada@example.org' },
  membership: { companyName: 'Example Crates', level: 'manager' },
};
const staff: AccountFacts = { ...common, person: { name: 'Sam Okoye', email: 'sam@example.com' } };

/** Every mail about an account, in every form that differs to the eye. Another one is a row. */
export const accountMails: readonly AccountMailState[] = [
  row('Account, asked for by a colleague', { kind: 'invited', by, url, days: 7 }),
  row('Account, asked for by us', { kind: 'invited', url, days: 7 }),
  row('Account of our staff', { kind: 'invited', url, days: 7 }, staff),
  row('Forgotten password', { kind: 'password-link', url, minutes: 60 }),
  row('Password changed', { kind: 'password-changed', at: START + HOUR }),
  row('Level changed by a colleague', { kind: 'level-changed', by, from: 'basic' }),
  row('Level changed by us', { kind: 'level-changed', from: 'basic' }),
  row('Account removed by a colleague', { kind: 'removed', by }),
  row('Account removed by us', { kind: 'removed' }),
];

export function showAccountMail({ accountMail, facts }: AccountMailState, language: Language): Mail {
  return renderAccountMail(accountMail, facts, language);
}

function row(name: string, accountMail: AccountMailKind, facts = member): AccountMailState {
  return { name, accountMail, facts };
}
