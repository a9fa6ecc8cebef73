import { join } from 'node:path';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeDeps, makeLinkDeps, makePeopleDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { Refusal } from '../lib/domain/refusal.ts';
import { problemResult, toResult } from '../lib/http/answer.ts';
import { internalProblem, problemOf } from '../lib/http/problems.ts';
import { isApiRoute, routes } from '../lib/http/routes.ts';
import { noSessionCookies, readSessionCookies } from '../lib/http/session-cookies.ts';
import { pathToSignIn } from '../lib/pages/account/own-path.ts';
import { pageResult, seeOther } from '../lib/pages/page.tsx';
import { failurePage, refusalPage } from '../lib/pages/problem-page.tsx';
import { type Visit, visitOf } from '../lib/pages/visit.ts';
import { readAssets } from './pages/assets.ts';
import * as bookingsApi from './portal/api/bookings.ts';
import * as peopleApi from './portal/api/people.ts';
import * as profileApi from './portal/api/profile.ts';
import { showMyBookings } from './portal/bookings.ts';
import { askPasswordLink, showForgot } from './portal/forgot.ts';
import type { OpenHandler, PortalApiHandler, PortalHandler } from './portal/handler.ts';
import { setPassword, showPassword } from './portal/password.ts';
import { changePeople, showPeople } from './portal/people.ts';
import { changeCode, changeProfile, showPortal } from './portal/profile.ts';
import { showSignIn, signIn, signOut } from './portal/sign-in.ts';
import { requireViewer, type ViewerDeps } from './requests/viewer.ts';

const deps: ViewerDeps = {
  ...makeDeps(process.env, settings),
  ...makeLinkDeps(process.env),
  identity: makeIdentity(process.env),
  people: makePeopleDeps(process.env),
};
const assets = readAssets(join(import.meta.dirname, 'assets'), deps.settings.brand.colour);

type PortalRoute = Extract<(typeof routes)[number], { function: 'portal' }>;
type ApiRoute = Extract<PortalRoute, { path: `/v1/${string}` }>;
type PageRoute = Exclude<PortalRoute, ApiRoute>;
type Needing = Extract<PortalRoute, { needs: unknown }>['name'];

const open: Record<Exclude<PageRoute['name'], Needing>, OpenHandler> = {
  showSignIn,
  signIn,
  signOut,
  showForgot,
  askPasswordLink,
  showPassword,
  setPassword,
};

const pages: Record<Extract<PageRoute['name'], Needing>, PortalHandler> = {
  showPortal,
  changeProfile,
  changeCode,
  showMyBookings,
  showPeople,
  changePeople,
};

/** All of them need something: a new one that doesn't, does not compile. */
const api: Record<ApiRoute['name'] & Needing, PortalApiHandler> = {
  ...profileApi,
  ...bookingsApi,
  ...peopleApi,
};

const byRouteKey = new Map<string, PortalRoute>(
  routes
    .filter((route) => route.function === 'portal')
    .map((route) => [`${route.method} ${route.path}`, route]),
);

/** Signing in, and the portal: API Gateway has matched the route already, and names it. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
  async (event) => {
    const route = byRouteKey.get(event.routeKey.replace(/^HEAD /u, 'GET '));
    if (route === undefined) throw new Error(`no handler for ${event.routeKey}`);
    if (isApiRoute(route)) {
      return answerProgram(event, route).catch((error: unknown) => problem(event, error));
    }
    const visit = visitOf(event, { settings: deps.settings, assets });
    const result = await answerPerson(event, route, visit).catch((error: unknown) =>
      problemPage(event, visit, error),
    );
    // Not compressed, as other pages are: how well one compresses would tell of the secrets in it (BREACH).
    return event.requestContext.http.method === 'HEAD' ? { ...result, body: '' } : result;
  },
);

async function answerPerson(event: APIGatewayProxyEventV2, route: PageRoute, visit: Visit) {
  if (!('needs' in route)) return open[route.name](deps, event, visit);
  const viewer = await requireViewer(deps, event, route.needs);
  const result = await pages[route.name](deps, event, visit, viewer);
  return { ...result, cookies: [...viewer.cookies, ...(result.cookies ?? [])] };
}

async function answerProgram(event: APIGatewayProxyEventV2, route: ApiRoute) {
  const viewer = await requireViewer(deps, event, route.needs);
  return { ...toResult(await api[route.name](deps, event, viewer)), cookies: [...viewer.cookies] };
}

/** What a handler throws, as a page. Failures of ours are logged, and not told. */
function problemPage(event: APIGatewayProxyEventV2, visit: Visit, error: unknown) {
  if (error instanceof Refusal) {
    if (error.code === 'not-signed-in') return toSignIn(event, visit);
    return pageResult(visit, refusalPage(visit, error));
  }
  log(event, error);
  return pageResult(visit, failurePage(visit, event.requestContext.requestId));
}

/** What a browser still holds of a session that is over is of no use any more. */
function toSignIn(event: APIGatewayProxyEventV2, visit: Visit) {
  const result = seeOther(visit, pathToSignIn(visit, pathBefore(event)));
  return readSessionCookies(event).refreshToken === '' ? result : { ...result, cookies: noSessionCookies() };
}

/** The page that somebody was on, or wanted: a change that was not made isn't made after signing in either. */
function pathBefore({ routeKey, rawPath, rawQueryString }: APIGatewayProxyEventV2): string {
  const path = byRouteKey.has(routeKey.replace(/^\w+/u, 'GET')) ? rawPath : '/portal';
  return rawQueryString === '' ? path : `${path}?${rawQueryString}`;
}

function problem(event: APIGatewayProxyEventV2, error: unknown) {
  const place = { siteUrl: deps.siteUrl, requestId: event.requestContext.requestId };
  if (error instanceof Refusal) return problemResult(problemOf(error, place));
  log(event, error);
  return problemResult(internalProblem(place));
}

function log({ routeKey, requestContext: { requestId } }: APIGatewayProxyEventV2, error: unknown): void {
  console.error({ message: 'request failed', routeKey, requestId, error });
}
