import type { Route } from '../../lib/http/routes.ts';
import { seesPeople } from '../invariants/stated-rules.ts';
import type { SeenAccount, SeenPage, Viewer } from '../world.ts';
import type { Grounds, Linked } from './grounds.ts';
import { deskWays, keyWays, linkWays, memberTries, memberWays, openWays, type Target } from './ways.ts';

/** Somebody looks at a page that they may see, or may not. */
export interface Visit extends Pick<SeenPage, 'route' | 'path' | 'by' | 'about' | 'may'> {
  readonly method: 'GET' | 'POST';
  readonly body?: unknown;
}

type Known = Pick<Route, 'name' | 'method' | 'path'>;

/**
 * The routes that would show something, and that no visit leads to: each GET, and what members ask of a session or a
 * person by its id.
 */
export function unvisited(routes: readonly Known[]): string[] {
  const ways = { ...openWays, ...linkWays, ...memberWays, ...memberTries, ...deskWays('UTC'), ...keyWays };
  const toVisit = routes.filter(
    ({ method, path }) => method === 'GET' || (path.startsWith('/v1/portal/') && path.includes('{')),
  );
  return toVisit.map(({ name }) => name).filter((name) => !Object.hasOwn(ways, name));
}

/** Who looks at what, in the order in which they do. */
export function visitsOf(routes: readonly Known[], grounds: Grounds, zone: string): Visit[] {
  const desk = deskWays(zone);
  return routes.flatMap((route) => [
    ...openly(route, grounds),
    ...(linkWays[route.name] ?? []).flatMap((link) => byLink(route, link, grounds)),
    ...targets(memberWays, route, grounds).flatMap((target) => inPortal(route, target, grounds)),
    ...grounds.members.flatMap((member) => tried(route, grounds, member)),
    ...atDesk(route, targets(desk, route, grounds), grounds),
  ]);
}

/** By somebody who isn't signed in; and by members, whose own name is filled in. */
function openly(route: Known, grounds: Grounds): Visit[] {
  const all = [...targets(openWays, route, grounds), ...targets(keyWays, route, grounds)];
  return all.flatMap((target) => [
    (isFound(route) ? visit : refused)(route, target, { as: 'stranger' }),
    ...(route.name === 'showBooking' ? grounds.members.map((by) => ownPage(route, target, by)) : []),
  ]);
}

function inPortal(route: Known, target: Target, { members }: Grounds): Visit[] {
  return [
    ...members.map((by) => ownPage(route, target, by)),
    refused(route, target, { as: 'stranger' }),
    refused(route, target, { as: 'staff' }),
  ];
}

function tried(route: Known, grounds: Grounds, member: SeenAccount): Visit[] {
  return (memberTries[route.name]?.(grounds, member) ?? []).map(({ body, ...target }) => ({
    ...refused(route, target, { as: 'member', email: member.email }),
    body,
  }));
}

/** Where nothing is, and where what there was is over. */
const isFound = ({ name }: Known): boolean => name !== 'showNotFound' && name !== 'showPassword';

function targets(
  ways: Readonly<Record<string, (grounds: Grounds) => readonly Target[]>>,
  { name }: Known,
  grounds: Grounds,
): readonly Target[] {
  return ways[name]?.(grounds) ?? [];
}

/** A member's own, and whoever may see the company's people has those there. */
function ownPage(route: Known, target: Target, { email, level = '' }: SeenAccount): Visit {
  const may = seesPeople.includes(level) || !route.path.endsWith('/people');
  return { ...visit(route, target, { as: 'member', email }), about: { of: 'person', email }, may };
}

/** By the booking's own link, and by one that is made of two. */
function byLink(route: Known, link: 'manage' | 'join', { linked }: Grounds): Visit[] {
  const opened = linked.map((one) => {
    const { id } = one.booking;
    return visit(
      route,
      { params: { token: one[link] }, about: { of: 'booking', id } },
      { as: 'holder', booking: id },
    );
  });
  const [one, other] = linked;
  if (one === undefined || other === undefined) return opened;
  const params = { token: `${other.booking.id}.${macOf(one)}` };
  const by: Viewer = { as: 'holder', booking: one.booking.id };
  return [...opened, refused(route, { params, about: { of: 'nobody' } }, by)];
}

const macOf = ({ manage }: Linked): string => manage.split('.')[1] ?? '';

/** Our staff see all of it; members and strangers none: one of it is tried by one of each. */
function atDesk(route: Known, all: readonly Target[], { members }: Grounds): Visit[] {
  const seen = all.map((target) => visit(route, target, { as: 'staff' }));
  const kept = all
    .slice(-1)
    .flatMap((target) => [
      refused(route, target, { as: 'stranger' }),
      ...members.slice(0, 1).map(({ email }) => refused(route, target, { as: 'member', email })),
    ]);
  return [...seen, ...kept];
}

const refused = (route: Known, target: Target, by: Viewer): Visit => ({
  ...visit(route, { ...target, about: { of: 'nobody' } }, by),
  may: false,
});

function visit({ name, method, path }: Known, { params = {}, query = {}, about }: Target, by: Viewer): Visit {
  const filled = path.replaceAll(/\{([^}]+)\}/gu, (_, param: string) => {
    const value = params[param] ?? '';
    return param.endsWith('+') ? value : encodeURIComponent(value);
  });
  const asked = new URLSearchParams(query).toString();
  return { route: name, method, path: asked === '' ? filled : `${filled}?${asked}`, by, about, may: true };
}
