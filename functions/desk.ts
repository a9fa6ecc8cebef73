import { join } from 'node:path';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeDeskDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswer } from '../lib/http/problem-answers.ts';
import { finderFor, isApiRoute, type RouteOf } from '../lib/http/routes.ts';
import { compressed } from '../lib/pages/compress.ts';
import { hrefOf, type Visit, visitOf } from '../lib/pages/visit.ts';
import { observedRequests } from '../lib/telemetry/observed.ts';
import type { DeskDeps, DeskHandler, DeskOpenHandler, DeskPageHandler } from './desk/handler.ts';
import { readAssets } from './pages/assets.ts';
import { frontDoor } from './requests/front-door.ts';
import { later } from './requests/later.ts';
import type { SignedInPages } from './requests/signed-in-pages.ts';
import { answerViewer } from './requests/viewer.ts';

const deps: DeskDeps = { ...makeDeskDeps(process.env, settings), identity: makeIdentity(process.env) };
const { signInOrProblem } = later(() => import('./requests/signed-in-pages.ts'), 'signInOrProblem');
const assets = readAssets(join(import.meta.dirname, 'assets'), deps.settings.brand.colour);

type DeskRoute = RouteOf<'desk'>;
type ApiRoute = Extract<DeskRoute, { path: `/v1/${string}` }>;
type PageRoute = Exclude<DeskRoute, ApiRoute>;
type StaffRoute = Extract<PageRoute, { needs: unknown }>;

/** All of them need staff: a new one that doesn't, does not compile. */
const api: Record<ApiRoute['name'] & Extract<DeskRoute, { needs: 'staff' }>['name'], DeskHandler> = {
  ...later(() => import('./desk/board.ts'), 'getBoard'),
  ...later(() => import('./desk/bookings.ts'), 'searchBookings', 'getBooking'),
  ...later(() => import('./desk/search.ts'), 'searchDesk'),
  ...later(() => import('./desk/evidence.ts'), 'getEvidence'),
  ...later(() => import('./desk/changes.ts'), 'bookForMember', 'rescheduleForMember', 'cancelForMember'),
  ...later(() => import('./desk/changes.ts'), 'markJoined', 'withdrawJoin', 'markNoShow', 'reopenBooking'),
  ...later(() => import('./desk/changes.ts'), 'completeBooking', 'excuseNoShow'),
  ...later(() => import('./desk/decisions.ts'), 'approveBooking', 'declineBooking', 'rejectContest'),
  ...later(() => import('./desk/queues.ts'), 'listQueue'),
  ...later(() => import('./desk/people.ts'), 'getPersonStanding', 'ruleOnPerson'),
  ...later(() => import('./desk/erase.ts'), 'erasePerson'),
  ...later(() => import('./desk/mailbox.ts'), 'getMailbox', 'allowMail'),
  ...later(() => import('./desk/companies.ts'), 'createCompany', 'getCompany', 'changeCompany'),
  ...later(() => import('./desk/companies.ts'), 'replaceCompanyCode', 'listCompanyPeople', 'addPerson'),
  ...later(() => import('./desk/company-people.ts'), 'resendCompanyInvitation', 'changeCompanyLevel'),
  ...later(() => import('./desk/company-people.ts'), 'removeCompanyPerson'),
  ...later(() => import('./desk/company-standing.ts'), 'getCompanyStanding', 'ruleOnCompany'),
  ...later(() => import('./desk/import.ts'), 'importCompanies'),
  ...later(() => import('./desk/hours.ts'), 'listConsultants', 'listHours', 'addHours', 'removeHours'),
  ...later(() => import('./desk/feed.ts'), 'getFeedAddress', 'replaceFeedAddress'),
  ...later(() => import('./desk/webhooks.ts'), 'listWebhooks', 'addWebhook', 'getWebhook', 'listDeliveries'),
  ...later(() => import('./desk/webhooks.ts'), 'disableWebhook', 'enableWebhook', 'replaceWebhookSecret'),
  ...later(() => import('./desk/webhooks.ts'), 'testWebhook', 'replayDelivery', 'replayFailed'),
};

const pages: Record<StaffRoute['name'], DeskPageHandler> = {
  ...later(() => import('./desk/pages/board.ts'), 'showDesk', 'getDeskUpdates'),
  ...later(() => import('./desk/pages/booking.ts'), 'showDeskBooking', 'changeDeskBooking'),
  ...later(() => import('./desk/pages/book.ts'), 'showDeskBook', 'submitDeskBook'),
  ...later(() => import('./desk/pages/waiting.ts'), 'showWaiting', 'decideWaiting'),
  ...later(() => import('./desk/pages/search.ts'), 'showDeskSearch'),
  ...later(() => import('./desk/pages/person.ts'), 'showDeskPerson', 'changeDeskPerson'),
  ...later(() => import('./desk/pages/companies.ts'), 'showCompanies', 'submitCompany'),
  ...later(() => import('./desk/pages/company.ts'), 'showCompany', 'submitCompanyChange'),
  ...later(() => import('./desk/pages/import.ts'), 'showImport', 'submitImport'),
  ...later(() => import('./desk/pages/hours.ts'), 'showHours', 'submitHours'),
  ...later(
    () => import('./desk/pages/webhooks.ts'),
    ...(['showWebhooks', 'submitWebhook', 'showWebhook', 'changeWebhook'] as const),
  ),
};

const open: Record<Exclude<PageRoute, StaffRoute>['name'], DeskOpenHandler> = later(
  () => import('./desk/feed.ts'),
  'getFeed',
);

const finder = finderFor('desk');

const surroundings: SignedInPages = {
  has: finder.has,
  front: '/desk',
  way: async (visit) => {
    const { deskIn } = await import('../lib/pages/language/desk.ts');
    return { href: hrefOf(visit, '/desk'), label: deskIn(visit.language).frame.front };
  },
};

/** The desk of our own staff, its API and its pages: API Gateway has matched the route already, and names it. */
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
        signInOrProblem(surroundings, event, visit, error),
      );
      if (event.requestContext.http.method === 'HEAD') return { ...result, body: '' };
      return compressed(result, event.headers['accept-encoding']);
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
