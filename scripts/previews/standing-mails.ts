import settings from '#config';
import type { Mail } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import type { StandingFacts, StandingMailKind } from '../../lib/messages/standing-facts.ts';
import { renderStandingMail } from '../../lib/messages/standing-mail.tsx';
import { HOUR, START } from './sample.ts';

/** A mail about where somebody stands to look at. */
export interface StandingMailState {
  readonly name: string;
  readonly standingMail: StandingMailKind;
  readonly person: StandingFacts['person'];
}

const DAY = 24 * HOUR;
const { blockDays, reinstatementFee } = settings.policy.noShows;
const fee = { amount: reinstatementFee, currency: settings.currency };
const until = START + blockDays * DAY;
const ada = { name: 'Ada Lovelace', email: 'ada@example.org' };
const primary = { name: 'Priya Hahn', email: 'priya@example.org' };
const member = ada.name;
const missed = [{ start: START - 40 * DAY }, { start: START }];
const reason = 'Four sessions in a row were moved an hour before they began.';

/** Every mail about standing, in every form that differs to the eye. Another one is a row. */
export const standingMails: readonly StandingMailState[] = [
  row('Blocked by us', { kind: 'blocked', until, reason, fee }, ada),
  row('Block lifted by us', { kind: 'lifted', reason: 'You were in hospital. Get well soon.' }, ada),
  row('Reinstated by a payment', { kind: 'reinstated', paid: fee }, ada),
  row('Paid, and blocked all the same', { kind: 'reinstated', paid: fee, blockedUntil: until }, ada),
  row('Block that has ended', { kind: 'block-ended', at: until }, ada),
  row('Strike', { kind: 'strike', member, missed, until }, primary),
  row('Strike, its block over', { kind: 'strike', member, missed }, primary),
  row('Strike taken back', { kind: 'strike-gone', member }, primary),
  row('Company blocked', { kind: 'company-ruled', decision: 'block', until, reason }, primary),
  row('Company needs approval', { kind: 'company-ruled', decision: 'approval', until, reason }, primary),
  row(
    'Company free again',
    { kind: 'company-ruled', decision: 'nothing', reason: 'We have talked about it.' },
    primary,
  ),
];

export function showStandingMail({ standingMail, person }: StandingMailState, language: Language): Mail {
  const { brand, zone: timeZone } = settings;
  const facts = {
    brand,
    siteUrl: 'https://sessions.example.com',
    timeZone,
    person,
    companyName: 'Example Crates',
  };
  return renderStandingMail(standingMail, facts, language);
}

function row(
  name: string,
  standingMail: StandingMailKind,
  person: StandingFacts['person'],
): StandingMailState {
  return { name, standingMail, person };
}
