import { type Block, type Detail, paragraph } from '../../content.ts';
import type { Language } from '../../language/en.ts';
import { greetingName, line, shorten } from '../../line.ts';
import type { StandingFacts, StandingMailKind } from '../../standing-facts.ts';
import { moment } from '../../time.ts';

/** What every mail about standing is told from. */
export interface StandingTelling {
  readonly facts: StandingFacts;
  readonly language: Language;
}

export type OfKind<Kind extends StandingMailKind['kind']> = Extract<StandingMailKind, { kind: Kind }>;

/** The greeting, then the mail's own first words. */
export function opening({ facts, language }: StandingTelling, ...lead: readonly string[]): readonly Block[] {
  return [language.parts.hello(greetingName(facts.person.name)), ...lead].map((words) => paragraph(words));
}

/** The company as mails name it. */
export function companyOf({ facts }: StandingTelling): string {
  return shorten(line(facts.companyName ?? ''), 60);
}

/** The company's row, where there is one. */
export function companyRows(telling: StandingTelling): readonly Detail[] {
  const value = companyOf(telling);
  return value ? [{ label: telling.language.standingMails.labels.company, value }] : [];
}

/** Until when something lasts, as the one thing that must not be overlooked; nothing where it doesn't last. */
export function untilRows(
  { facts, language }: StandingTelling,
  until: number | undefined,
  label: string,
): readonly Detail[] {
  if (until === undefined) return [];
  return [{ label, value: moment(until, facts.timeZone, language), strong: true }];
}

/** The details, where there are any. */
export function details(rows: readonly Detail[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'details', rows }];
}

/** The way to the next session. */
export function bookButton({ facts, language }: StandingTelling): Block {
  return { kind: 'button', label: language.standingMails.book, url: `${facts.siteUrl}/book` };
}

/** Somebody by name. A name that wouldn't read as one is left out. */
export function memberOf({ language }: StandingTelling, member: string): string {
  return greetingName(member) ?? language.standingMails.somebody;
}
