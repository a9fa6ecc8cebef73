import type { Person } from '../../domain/people/person.ts';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';

/** What account somebody has, in words. */
export function accountWords(account: Person | undefined, language: Language): string {
  const { messages } = language;
  const { search: deskSearch } = deskIn(language);
  const words = deskSearch.account;
  if (account === undefined) return words.none;
  if (account.status === 'removed') return words.removed;
  if (account.staff) return words.staff;
  return deskSearch.level(words[account.status], messages.accountMails.levels[account.level]);
}
