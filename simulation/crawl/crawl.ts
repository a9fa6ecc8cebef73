import { languageCodes } from '../../lib/domain/language.ts';
import { isApiRoute, routes } from '../../lib/http/routes.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { Script } from '../script.ts';
import { accountIdOf, onlookersOf, Session } from '../stage.ts';
import type { SeenAccount, SeenPage, SeenSecret, Viewer, World } from '../world.ts';
import { type Grounds, groundsOf } from './grounds.ts';
import { type Visit, visitsOf } from './visits.ts';

const pages = new Set<string>(routes.filter((route) => !isApiRoute(route)).map(({ name }) => name));

/**
 * Looks at the product's pages, and at the same as data, as strangers, holders of links, members and our staff do: at those
 * of all functions unless it is said of which.
 */
export async function crawl(
  cloud: Cloud,
  { cast, acts }: Script,
  world: World,
  functions?: readonly string[],
): Promise<Pick<World, 'pages' | 'secrets'>> {
  const asked = routes.filter((route) => functions?.includes(route.function) ?? true);
  if (asked.length === 0) return { pages: [], secrets: world.secrets };
  const sessions = new Sessions(cloud, world.accounts);
  try {
    const feeds = await feedsOf(cloud, sessions);
    const changed = new Set(acts.flatMap((act) => (act.do === 'new-password' ? [act.who] : [])));
    const people = [...cast.people, ...onlookersOf(cast)].filter(
      ({ id, signsIn }) => signsIn && !changed.has(id),
    );
    const signingIn = new Set(people.map(({ id }) => accountIdOf(id)));
    const visits = visitsOf(asked, groundsOf(world, signingIn, feeds), world.zone);
    const seen: SeenPage[] = [];
    for (const visit of visits.flatMap(inLanguages)) seen.push(await look(cloud, visit, sessions));
    return { pages: seen, secrets: [...world.secrets, ...feeds.map(secretOf)] };
  } finally {
    sessions.close();
  }
}

/** The sessions of those who look, begun when they are first needed. */
class Sessions {
  readonly #cloud: Cloud;
  readonly #accounts: readonly SeenAccount[];
  readonly #begun = new Map<string, Session>();

  constructor(cloud: Cloud, accounts: readonly SeenAccount[]) {
    this.#cloud = cloud;
    this.#accounts = accounts;
  }

  /** The headers by which a call is somebody's; none for who isn't signed in. */
  async headersOf(by: Viewer): Promise<Record<string, string>> {
    if (by.as === 'stranger' || by.as === 'holder') return {};
    const member =
      by.as === 'member' ? this.#accounts.find(({ email }) => email === by.email)?.id : undefined;
    const account = by.as === 'staff' ? accountIdOf('staff') : member;
    if (account === undefined) throw new Error('somebody looks who has no account');
    const session = this.#begun.get(account) ?? new Session(this.#cloud, account);
    this.#begun.set(account, session);
    return session.headers();
  }

  close(): void {
    for (const session of this.#begun.values()) session.close();
  }
}

/** The address of each consultant's feed, as our staff are told it. */
async function feedsOf({ site }: Cloud, sessions: Sessions): Promise<Grounds['feeds']> {
  const headers = await sessions.headersOf({ as: 'staff' });
  const told = async (path: string): Promise<unknown> =>
    (await fetch(`${site}/v1/desk/consultants${path}`, { headers })).json();
  const { consultants } = (await told('')) as { readonly consultants: readonly { readonly id: string }[] };
  const feeds: Grounds['feeds'][number][] = [];
  for (const { id } of consultants) {
    const { url } = (await told(`/${id}/feed`)) as { readonly url: string };
    feeds.push({ consultant: id, token: decodeURIComponent(url.split('/').at(-1) ?? '') });
  }
  return feeds;
}

const secretOf = ({ consultant, token }: Grounds['feeds'][number]): SeenSecret => ({
  what: "the secret of a consultant's feed",
  value: token.split('.').at(-1) ?? token,
  consultant,
});

/** A page that somebody may see is looked at in each language; those of the desk, of which there are many, by turns. */
function inLanguages(visit: Visit, index: number): readonly Visit[] {
  if (!visit.may || !pages.has(visit.route)) return [visit];
  const codes = visit.by.as === 'staff' ? languageCodes.slice(index % 2, (index % 2) + 1) : languageCodes;
  const and = visit.path.includes('?') ? '&' : '?';
  return codes.map((code) => ({ ...visit, path: `${visit.path}${and}lang=${code}` }));
}

async function look({ site }: Cloud, visit: Visit, sessions: Sessions): Promise<SeenPage> {
  const { method, body, ...asked } = visit;
  const headers = { ...(await sessions.headersOf(asked.by)), 'content-type': 'application/json' };
  const sent = method === 'GET' ? {} : { body: JSON.stringify(body) };
  try {
    const answer = await fetch(`${site}${asked.path}`, { method, headers, redirect: 'manual', ...sent });
    const content = `${answer.headers.get('location') ?? ''}\n${await answer.text()}`;
    return { ...asked, status: answer.status, content };
  } catch (error) {
    return { ...asked, status: 0, content: String(error) };
  }
}
