import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { csrfToken, forgedRequest, requireToken } from '../../lib/app/csrf.ts';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import type { Identity, Verified } from '../../lib/app/identity.ts';
import type { PeopleDeps } from '../../lib/app/people-deps.ts';
import { type MemberActor, notAllowed, type StaffActor } from '../../lib/domain/people/actor.ts';
import { may, type Permission } from '../../lib/domain/people/permissions.ts';
import type { Person } from '../../lib/domain/people/person.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { isFromOwnOrigin } from '../../lib/http/own-origin.ts';
import { postedField } from '../../lib/http/read-form.ts';
import { readSessionCookies, sessionCookies } from '../../lib/http/session-cookies.ts';

type Answered = APIGatewayProxyStructuredResultV2;

export type ViewerDeps = Deps & LinkDeps & { readonly identity: Identity; readonly people: PeopleDeps };

/** Somebody who is signed in. */
export interface Viewer {
  /** As the commands of lib/app/people take it. */
  readonly actor: MemberActor | StaffActor;
  readonly person: Person;
  /** The sign-in that this goes back to. */
  readonly session: string;
  /** To be sent with every form and change of this session. */
  readonly csrf: string;
  /** Set-Cookie values that renew the session, to be sent with the answer. */
  readonly cookies: readonly string[];
}

interface Session extends Verified {
  readonly cookies: readonly string[];
}

/**
 * Who asks, by session cookie or `Authorization: Bearer <id token>`; undefined for nobody, a session that is over, and a
 * person who was removed or isn't active. The person is read each time: that is how a removal ends sessions at once.
 */
export async function viewerOf(deps: ViewerDeps, event: APIGatewayProxyEventV2): Promise<Viewer | undefined> {
  const session = await sessionOf(deps, event);
  if (session === undefined) return undefined;
  const person = await deps.people.people.person(session.username);
  if (person?.status !== 'active' || person.staff !== session.staff) return undefined;
  return {
    actor: person.staff ? { kind: 'staff', id: person.id } : { kind: 'member', person },
    person,
    session: session.session,
    csrf: await csrfToken(deps, 'session', session.session),
    cookies: session.cookies,
  };
}

/**
 * Who asks, if they may. Throws `not-signed-in`; on a change `forged-request` without the session's CSRF token (form
 * field `csrf` or header `x-csrf-token`) or from another site, unless it came with a Bearer token; and `not-allowed`.
 */
export async function requireViewer(
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  needs: Permission | 'staff',
  form?: { readonly csrf?: string },
): Promise<Viewer> {
  const viewer = await viewerOf(deps, event);
  if (viewer === undefined) throw new Refusal('not-signed-in', 'Please sign in first.');
  if (event.requestContext.http.method === 'POST') await requireOwnForm(deps, event, viewer, form?.csrf);
  if (!isAllowed(viewer.person, needs)) throw notAllowed();
  return viewer;
}

/** What who may gets, with the cookies of their session, which may be new, before its own. Throws as `requireViewer` does. */
export async function answerViewer(
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  needs: Permission | 'staff',
  answer: (viewer: Viewer) => Answered | Promise<Answered>,
): Promise<Answered> {
  const viewer = await requireViewer(deps, event, needs);
  const result = await answer(viewer);
  return { ...result, cookies: [...viewer.cookies, ...(result.cookies ?? [])] };
}

/** Throws `forged-request` for a change that no page of ours, shown to the viewer, asked for. */
export async function requireOwnForm(
  deps: LinkDeps,
  event: APIGatewayProxyEventV2,
  { session }: Viewer,
  csrf = event.headers['x-csrf-token'] ?? postedField(event, 'csrf'),
): Promise<void> {
  // No page of another site can send this header along.
  if (bearerOf(event) !== undefined) return;
  if (!isFromOwnOrigin(event, deps.siteUrl)) throw forgedRequest();
  await requireToken(deps, 'session', session, csrf);
}

/** Staff have no level, so nothing that goes by levels is theirs. */
function isAllowed(person: Person, needs: Permission | 'staff'): boolean {
  return needs === 'staff' ? person.staff : !person.staff && may(person.level, needs);
}

async function sessionOf(deps: ViewerDeps, event: APIGatewayProxyEventV2): Promise<Session | undefined> {
  const bearer = bearerOf(event);
  const held = readSessionCookies(event);
  const idToken = bearer ?? held.idToken;
  const verified = idToken === '' ? undefined : await deps.identity.verify(idToken);
  if (verified !== undefined) return { ...verified, cookies: [] };
  if (bearer !== undefined || held.refreshToken === '') return undefined;
  const renewed = await deps.identity.refresh(held.username, held.refreshToken);
  const session = renewed && (await deps.identity.verify(renewed.idToken));
  return session && { ...session, cookies: sessionCookies({ ...renewed, username: session.username }) };
}

/** Any other kind of authorization is none of ours, and no reason to look at cookies either. */
function bearerOf({ headers: { authorization } }: APIGatewayProxyEventV2): string | undefined {
  return authorization === undefined ? undefined : (/^Bearer +(\S+)$/iu.exec(authorization)?.[1] ?? '');
}
