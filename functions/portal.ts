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
import type { OpenHandler, PortalApiHandler, PortalDeps, PortalHandler } from './portal/handler.ts';
import { frontDoor } from './requests/front-door.ts';
import { later } from './requests/later.ts';
import { answerViewer } from './requests/viewer.ts';

const deps: PortalDeps = {
  ...makeMemberDeps(process.env, settings),
  identity: makeIdentity(process.env),
};
const { signInOrProblem } = later(() => import('./requests/signed-in-pages.ts'), 'signInOrProblem');
const assets = readAssets(join(import.meta.dirname, 'assets'), deps.settings.brand.colour);

type PortalRoute = RouteOf<'portal'>;
type ApiRoute = Extract<PortalRoute, { path: `/v1/${string}` }>;
type PageRoute = Exclude<PortalRoute, ApiRoute>;
type Needing = Extract<PortalRoute, { needs: unknown }>['name'];

const open: Record<Exclude<PageRoute['name'], Needing>, OpenHandler> = {
  ...later(() => import('./portal/sign-in.ts'), 'showSignIn', 'signIn', 'signOut'),
  ...later(() => import('./portal/forgot.ts'), 'showForgot', 'askPasswordLink'),
  ...later(() => import('./portal/password.ts'), 'showPassword', 'setPassword'),
};

const pages: Record<Extract<PageRoute['name'], Needing>, PortalHandler> = {
  ...later(() => import('./portal/profile.ts'), 'showPortal', 'changeProfile', 'changeCode'),
  ...later(() => import('./portal/bookings.ts'), 'showMyBookings'),
  ...later(() => import('./portal/people.ts'), 'showPeople', 'changePeople'),
};

/** All of them need something: a new one that doesn't, does not compile. */
const api: Record<ApiRoute['name'] & Needing, PortalApiHandler> = {
  ...later(() => import('./portal/api/profile.ts'), 'getProfile', 'chooseNewsletters', 'rotateCompanyCode'),
  ...later(
    () => import('./portal/api/bookings.ts'),
    'listMyBookings',
    'rescheduleMyBooking',
    'cancelMyBooking',
  ),
  ...later(() => import('./portal/api/people.ts'), 'listPeople', 'askForAccount', 'resendInvitation'),
  ...later(() => import('./portal/api/people.ts'), 'changeLevel', 'removePerson'),
  ...later(() => import('./portal/api/standing.ts'), 'getMyStanding'),
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
      const visit = await visitOf(event, { settings: deps.settings, assets });
      const result = await answerPerson(event, route, visit).catch((error: unknown) =>
        signInOrProblem({ has: finder.has, front: '/portal' }, event, visit, error),
      );
      // Not compressed, as other pages are: how well one compresses would tell of the secrets in it (BREACH).
      return event.requestContext.http.method === 'HEAD' ? { ...result, body: '' } : result;
    }),
);

async function answerPerson(event: APIGatewayProxyEventV2, route: PageRoute, visit: Visit) {
  if (!('needs' in route)) return open[route.name](deps, event, visit);
  return answerViewer(deps, event, route.needs, (viewer) => pages[route.name](deps, event, visit, viewer));
}

async function answerProgram(event: APIGatewayProxyEventV2, route: ApiRoute) {
  return answerViewer(deps, event, route.needs, async (viewer) =>
    toResult(await api[route.name](deps, event, viewer)),
  );
}
