import { searchedName } from './searched-name.ts';

/** What one of our staff looks for, as one field tells it. */
export type DeskSought =
  /** A booking, by its id or the beginning of that. */
  | { readonly by: 'id'; readonly beginning: string }
  | { readonly by: 'email'; readonly email: string }
  /** The numbers (E.164) that it could be. */
  | { readonly by: 'mobile'; readonly mobiles: readonly string[] }
  /** As it was typed. */
  | { readonly by: 'name'; readonly name: string };

/**
 * What a typed text looks for, given the numbers (E.164) that it could be; undefined where there is nothing to look for. An
 * address that holds a booking's id will do for the id.
 */
export function soughtIn(text: string, mobiles: readonly string[]): DeskSought | undefined {
  const typed = text.trim();
  const id = /(?<![0-9a-z])bkg_[0-9a-z]{0,26}(?![0-9a-z])/u.exec(typed.toLowerCase())?.[0];
  if (id !== undefined) return { by: 'id', beginning: id };
  if (typed.includes('@')) return { by: 'email', email: typed };
  if (mobiles.length > 0) return { by: 'mobile', mobiles };
  return searchedName(typed) === '' ? undefined : { by: 'name', name: typed };
}
