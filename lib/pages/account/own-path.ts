import { type Visit, withQuery } from '../visit.ts';

/** Longer than any address of ours gets, and what a form may have picked. */
const MOST = 2000;

/**
 * Where to go on to after signing in, as the address asks: a path of ours with its query; undefined for anything that
 * a browser could take for another site's address.
 */
export function nextOf({ query }: Pick<Visit, 'query'>): string | undefined {
  const next = query.get('next');
  if (next === null || next.length > MOST) return undefined;
  // Neither spaces nor backslashes, which browsers drop or turn into slashes.
  return /^\/(?!\/)[!-[\]-~]*$/u.test(next) ? next : undefined;
}

/** Address of a page on the way to signing in, with `more` in its query: it keeps the language asked for, and where to go on to. */
export function onTheWay(
  visit: Visit,
  path: '/sign-in' | '/forgot',
  more: Readonly<Record<string, string>> = {},
): string {
  const { asked } = visit;
  const next = nextOf(visit);
  return withQuery(path, { ...(asked && { lang: asked }), ...(next && { next }), ...more });
}

/** Address of the page to sign in on for who wanted the page `next` of ours, and goes on to it afterwards. */
export function pathToSignIn({ asked }: Pick<Visit, 'asked'>, next: string): string {
  return withQuery('/sign-in', { ...(asked && { lang: asked }), next });
}
