import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Settings } from '../config/settings.ts';
import { isLanguageCode, type LanguageCode } from '../domain/language.ts';
import type { Assets } from './assets.ts';
import type { Language } from './language/en.ts';
import { languageFor, loadLanguage } from './language/language-for.ts';

/** Somebody's look at a page: what it is rendered with. */
export interface Visit {
  readonly settings: Settings;
  readonly assets: Assets;
  readonly language: Language;
  /** The query of the address. */
  readonly query: URLSearchParams;
  /** Set where the address asks for a language; links and forms then keep it. */
  readonly asked?: LanguageCode;
  /** Whether the page stands in another site's frame. */
  readonly embedded: boolean;
}

export async function visitOf(
  event: APIGatewayProxyEventV2,
  given: Pick<Visit, 'settings' | 'assets'>,
): Promise<Visit> {
  const query = new URLSearchParams(event.rawQueryString);
  const code = languageFor(query.get('lang') ?? undefined, event.headers['accept-language']);
  return visitIn(await loadLanguage(code), query, given);
}

/** The same in a language that is there already. */
export function visitIn(
  language: Language,
  query: URLSearchParams,
  { settings, assets }: Pick<Visit, 'settings' | 'assets'>,
): Visit {
  const asked = query.get('lang') ?? undefined;
  return {
    settings,
    assets,
    query,
    language,
    ...(isLanguageCode(asked) ? { asked } : {}),
    embedded: query.get('embed') === '1',
  };
}

/** Address of one of our pages that keeps the language asked for, and the frame, with `more` in its query. */
export function hrefOf(
  { asked, embedded }: Visit,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return withQuery(path, { ...(asked && { lang: asked }), ...(embedded && { embed: '1' }), ...more });
}

/** A path with these in its query; the path alone where there are none. */
export function withQuery(path: string, fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(fields);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The address of the page itself in another language: its query alone, so that the path stays what it is. */
export function inLanguage({ query }: Visit, code: LanguageCode): string {
  const other = new URLSearchParams(query);
  other.set('lang', code);
  return `?${other}`;
}
