import { join } from 'node:path';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeMemberDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswer } from '../lib/http/problem-answers.ts';
import { finderFor, isApiRoute, type RouteOf } from '../lib/http/routes.ts';
import { type Visit, visitOf } from '../lib/pages/visit.ts';
import { observedRequests } from '../lib/telemetry/observed.ts';
import { readAssets } from './pages/assets.ts';
import * as bookingsApi from './portal/api/bookings.ts';
import * as peopleApi from './portal/api/people.ts';
import * as profileApi from './portal/api/profile.ts';
import * as standingApi from './portal/api/standing.ts';
import { showMyBookings } from './portal/bookings.ts';
import { askPasswordLink, showForgot } from './portal/forgot.ts';
import type { OpenHandler, PortalApiHandler, PortalDeps, PortalHandler } from './portal/handler.ts';
import { setPassword, showPassword } from './portal/password.ts';
import { changePeople, showPeople } from './portal/people.ts';
import { changeCode, changeProfile, showPortal } from './portal/profile.ts';
import { showSignIn, signIn, signOut } from './portal/sign-in.ts';
import { frontDoor } from './requests/front-door.ts';
import { signInOrProblem } from './requests/signed-in-pages.ts';
import { requireViewer } from './requests/viewer.ts';

const deps: PortalDeps = {
  ...makeMemberDeps(process.env, settings),
  identity: makeIdentity(process.env),
};
const assets = readAssets(join(import.meta.dirname, 'assets'), deps.settings.brand.colour);

type PortalRoute = RouteOf<'portal'>;
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
  ...standingApi,
};

const finder = finderFor('portal');

/** Signing in, and the portal: API Gateway has matched the route already, and names it. */
export const handler = observedRequests(
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(frontDoor(process.env, deps.siteUrl))
    .handler(async (event) => {
      const route = finder.routeOf(event);
      if (isApiRoute(route)) {
        return answerProgram(event, route).catch((error: unknown) =>
          problemAnswer(event, error, deps.siteUrl),
        );
      }
      const visit = visitOf(event, { settings: deps.settings, assets });
      const result = await answerPerson(event, route, visit).catch((error: unknown) =>
        signInOrProblem({ has: finder.has, front: '/portal' }, event, visit, error),
      );
      // Not compressed, as other pages are: how well one compresses would tell of the secrets in it (BREACH).
      return event.requestContext.http.method === 'HEAD' ? { ...result, body: '' } : result;
    }),
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
