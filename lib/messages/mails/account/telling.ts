import type { Level } from '../../../domain/people/level.ts';
import type { AccountFacts } from '../../account-facts.ts';
import { type Block, paragraph } from '../../content.ts';
import type { Language } from '../../language/en.ts';
import { greetingName, line, shorten } from '../../line.ts';

/** What every mail about an account is told from. */
export interface AccountTelling {
  readonly facts: AccountFacts;
  readonly language: Language;
}

/** The company as mails name it. Throws where the account is of none. */
export function companyOf({ facts }: AccountTelling): string {
  return shorten(line(membershipOf(facts).companyName), 60);
}

/** The level as people read it. Throws where the account has none. */
export function levelOf({ facts, language }: AccountTelling): string {
  return levelName(membershipOf(facts).level, language);
}

export function levelName(level: Level, language: Language): string {
  return language.accountMails.levels[level];
}

/** Who did it and with which company, for the words that tell it. A name that wouldn't read as one is left out. */
export function deedOf(telling: AccountTelling, by: string | undefined): { by?: string; company: string } {
  const name = by === undefined ? undefined : greetingName(by);
  return { company: companyOf(telling), ...(name === undefined ? {} : { by: name }) };
}

/** The greeting, then the mail's own first words. */
export function opening({ facts, language }: AccountTelling, ...lead: readonly string[]): readonly Block[] {
  return [language.parts.hello(greetingName(facts.person.name)), ...lead].map((words) => paragraph(words));
}

function membershipOf({ membership }: AccountFacts): NonNullable<AccountFacts['membership']> {
  if (membership === undefined) throw new Error('the account is of no company');
  return membership;
}
