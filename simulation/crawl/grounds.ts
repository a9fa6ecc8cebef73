import { seesPeople } from '../invariants/stated-rules.ts';
import type { SeenAccount, SeenBooking, SeenCompany, World } from '../world.ts';

/** A booking with the tokens of its links, as its latest mail has them. */
export interface Linked {
  readonly booking: SeenBooking;
  readonly manage: string;
  readonly join: string;
}

/** Of what a run left behind, that of which the pages are looked at: few of each kind, for each takes a request. */
export interface Grounds {
  readonly at: number;
  readonly bookings: readonly SeenBooking[];
  readonly linked: readonly Linked[];
  readonly companies: readonly SeenCompany[];
  readonly consultants: readonly string[];
  readonly webhooks: readonly string[];
  /** By consultant. */
  readonly feeds: readonly { readonly consultant: string; readonly token: string }[];
  readonly members: readonly SeenAccount[];
}

const FEW = 3;

/** `signingIn` are the ids of accounts with a password, `feeds` the consultants' feeds. */
export function groundsOf(world: World, signingIn: ReadonlySet<string>, feeds: Grounds['feeds']): Grounds {
  const bookings = varied(world.bookings);
  return {
    at: world.at,
    bookings,
    linked: bookings.flatMap((booking) => linksOf(world, booking)),
    companies: world.companies,
    consultants: feeds.map(({ consultant }) => consultant),
    webhooks: world.webhooks.map(({ id }) => id),
    feeds,
    members: membersOf(world, signingIn),
  };
}

/** The last of each status, of as many people as there are. */
function varied(bookings: readonly SeenBooking[]): SeenBooking[] {
  const late = bookings.toSorted((a, b) => b.start - a.start || (a.id < b.id ? -1 : 1));
  const byStatus = [...Map.groupBy(late, ({ status }) => status).values()].map(([first]) => first);
  const byPerson = [...Map.groupBy(late, ({ email }) => email).values()].map(([first]) => first);
  const all = [...byStatus, ...byPerson].filter((booking) => booking !== undefined);
  return [...new Set(all)].slice(0, FEW);
}

function linksOf({ mails }: World, booking: SeenBooking): Linked[] {
  const theirs = mails.filter(({ to, content }) => to === booking.email && content.includes(booking.id));
  const text = theirs.map(({ content }) => content).join('\n');
  const tokenAt = (page: string): string =>
    [...text.matchAll(new RegExp(`/${page}/(${booking.id}\\.[\\w-]{22})`, 'gu'))].at(-1)?.[1] ?? '';
  const [manage, join] = [tokenAt('manage'), tokenAt('join')];
  return manage === '' || join === '' ? [] : [{ booking, manage, join }];
}

/** Of each company somebody of each level, and who has a session rather than who has none. */
function membersOf({ accounts, bookings }: World, signingIn: ReadonlySet<string>): SeenAccount[] {
  const members = accounts
    .filter(({ id, company }) => company !== undefined && signingIn.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const having = members.filter(({ email }) => bookings.some((booking) => booking.email === email));
  const looking = members.filter(({ level = '' }) => seesPeople.includes(level));
  const idle = members.filter((one) => !having.includes(one) && !looking.includes(one));
  return [...having.slice(0, FEW - 1), ...looking, ...idle.slice(0, 1)];
}
