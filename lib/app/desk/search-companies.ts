import type { Company } from '../../domain/company.ts';
import { Refusal } from '../../domain/refusal.ts';
import { hasWords, searchedName } from '../../domain/searched-name.ts';
import type { Directory, DirectoryDeps, Listed } from '../directory-deps.ts';
import type { Page, PageWish, PeopleDeps } from '../people-deps.ts';

/** What looking companies up needs. */
export type CompanySearchDeps = DirectoryDeps & { readonly people: Pick<PeopleDeps, 'people'> };

/** How many names are read at once where most of them won't do. */
export const NAMES_AT_ONCE = 1000;

/**
 * A page of the companies whose names or ids have each word of the text, all of them where it is empty: by name. Throws
 * `invalid-input` for a cursor that isn't ours.
 */
export async function searchCompanies(
  { directory, people }: CompanySearchDeps,
  text: string,
  { limit, cursor }: PageWish,
): Promise<Page<Company>> {
  const sought = searchedName(text);
  const found: { readonly listed: Listed; readonly company: Company }[] = [];
  for await (const names of namesOf(directory, sought === '' ? limit + 1 : NAMES_AT_ONCE, cursor)) {
    const fitting = names.filter(({ name, id }) => hasWords(sought, name, id));
    // One more than a page, so that there is a next page only where something is on it.
    const wanted = fitting.slice(0, limit + 1 - found.length);
    const companies = await Promise.all(wanted.map(({ id }) => people.people.company(id)));
    wanted.forEach((listed, index) => {
      const company = companies[index];
      if (company !== undefined) found.push({ listed, company });
    });
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ company }) => company),
    ...(found.length > limit && last !== undefined ? { next: cursorAfter(last.listed) } : {}),
  };
}

async function* namesOf(directory: Directory, limit: number, cursor: string | undefined) {
  let after = cursor === undefined ? undefined : readCursor(cursor);
  let more = true;
  while (more) {
    const page = await directory.namesIn('companies', { limit, ...(after && { after }) });
    yield page.names;
    after = page.names.at(-1);
    more = page.more && after !== undefined;
  }
}

/** Opaque to callers. */
function cursorAfter({ id, name }: Listed): string {
  return Buffer.from(`${id}.${name}`).toString('base64url');
}

function readCursor(cursor: string): Listed {
  const [, id, name] =
    /^([a-z0-9-]{1,40})\.(.{1,300})$/su.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id !== undefined && name !== undefined && cursorAfter({ id, name }) === cursor) return { id, name };
  throw new Refusal('invalid-input', 'The cursor is not one that a page of this list gave.', {
    errors: [{ field: 'cursor', message: 'must be the `next` of the page before' }],
  });
}
