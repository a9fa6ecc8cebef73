import { beginsWord, hasWords, searchedName } from '../../domain/searched-name.ts';
import type { DirectoryDeps, DirectoryName, Listed } from '../directory-deps.ts';
import { NAMES_AT_ONCE } from './search-companies.ts';

/** As much as is told, and whether there may be more. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** How much of each sort is told. */
export const MOST_FOUND = 20;
/** How many names are looked through. */
const MOST_NAMES = 20_000;

/** Those whose names have each of the words: first those that have one that begins so. Companies by their ids too. */
export async function named(
  { directory }: DirectoryDeps,
  of: DirectoryName,
  typed: string,
): Promise<Found<Listed>> {
  const sought = searchedName(typed);
  const textsOf = ({ name, id }: Listed) => (of === 'companies' ? [name, id] : [name]);
  const fitting: Listed[] = [];
  let read = 0;
  let after: Listed | undefined;
  let more = true;
  while (more && read < MOST_NAMES) {
    const page = await directory.namesIn(of, { limit: NAMES_AT_ONCE, ...(after && { after }) });
    fitting.push(...page.names.filter((listed) => hasWords(sought, ...textsOf(listed))));
    read += page.names.length;
    after = page.names.at(-1);
    more = page.more && after !== undefined;
  }
  const rank = (listed: Listed) => (textsOf(listed).some((text) => beginsWord(sought, text)) ? 0 : 1);
  return cut(
    fitting.toSorted((a, b) => rank(a) - rank(b)),
    more,
  );
}

/** No more than is told. `more` where there was more already. */
export function cut<Item>(items: readonly Item[], more: boolean): Found<Item> {
  return { items: items.slice(0, MOST_FOUND), more: more || items.length > MOST_FOUND };
}
