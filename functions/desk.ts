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
import { deskIn } from '../lib/pages/language/desk.ts';
import { hrefOf, type Visit, visitOf } from '../lib/pages/visit.ts';
import { observedRequests } from '../lib/telemetry/observed.ts';
import { getBoard } from './desk/board.ts';
import { getBooking, searchBookings } from './desk/bookings.ts';
import * as changes from './desk/changes.ts';
import * as companies from './desk/companies.ts';
import * as companyPeople from './desk/company-people.ts';
import { getCompanyStanding, ruleOnCompany } from './desk/company-standing.ts';
import { approveBooking, declineBooking, rejectContest } from './desk/decisions.ts';
import { erasePerson } from './desk/erase.ts';
import { getEvidence } from './desk/evidence.ts';
import { getFeed, getFeedAddress, replaceFeedAddress } from './desk/feed.ts';
import type { DeskDeps, DeskHandler, DeskOpenHandler, DeskPageHandler } from './desk/handler.ts';
import * as hours from './desk/hours.ts';
import { importCompanies } from './desk/import.ts';
import { allowMail, getMailbox } from './desk/mailbox.ts';
import { getDeskUpdates, showDesk } from './desk/pages/board.ts';
import { showDeskBook, submitDeskBook } from './desk/pages/book.ts';
import { changeDeskBooking, showDeskBooking } from './desk/pages/booking.ts';
import { showCompanies, submitCompany } from './desk/pages/companies.ts';
import { showCompany, submitCompanyChange } from './desk/pages/company.ts';
import { showHours, submitHours } from './desk/pages/hours.ts';
import { showImport, submitImport } from './desk/pages/import.ts';
import { changeDeskPerson, showDeskPerson } from './desk/pages/person.ts';
import { showDeskSearch } from './desk/pages/search.ts';
import { decideWaiting, showWaiting } from './desk/pages/waiting.ts';
import { changeWebhook, showWebhook, showWebhooks, submitWebhook } from './desk/pages/webhooks.ts';
import { getPersonStanding, ruleOnPerson } from './desk/people.ts';
import { listQueue } from './desk/queues.ts';
import { searchDesk } from './desk/search.ts';
import * as webhooks from './desk/webhooks.ts';
import { readAssets } from './pages/assets.ts';
import { frontDoor } from './requests/front-door.ts';
import { type SignedInPages, signInOrProblem } from './requests/signed-in-pages.ts';
import { requireViewer } from './requests/viewer.ts';

const deps: DeskDeps = { ...makeDeskDeps(process.env, settings), identity: makeIdentity(process.env) };
const assets = readAssets(join(import.meta.dirname, 'assets'), deps.settings.brand.colour);

type DeskRoute = RouteOf<'desk'>;
type ApiRoute = Extract<DeskRoute, { path: `/v1/${string}` }>;
type PageRoute = Exclude<DeskRoute, ApiRoute>;
type StaffRoute = Extract<PageRoute, { needs: unknown }>;

/** All of them need staff: a new one that doesn't, does not compile. */
const api: Record<ApiRoute['name'] & Extract<DeskRoute, { needs: 'staff' }>['name'], DeskHandler> = {
  ...{ getBoard, searchBookings, searchDesk, getBooking, getEvidence },
  ...changes,
  ...{ approveBooking, declineBooking, rejectContest, listQueue },
  ...{ getPersonStanding, ruleOnPerson, erasePerson, getMailbox, allowMail },
  ...companies,
  ...companyPeople,
  ...{ getCompanyStanding, ruleOnCompany, importCompanies },
  ...hours,
  ...{ getFeedAddress, replaceFeedAddress },
  ...webhooks,
};

const pages: Record<StaffRoute['name'], DeskPageHandler> = {
  ...{ showDesk, getDeskUpdates },
  ...{ showDeskBooking, changeDeskBooking, showDeskBook, submitDeskBook },
  ...{ showWaiting, decideWaiting, showDeskSearch, showDeskPerson, changeDeskPerson },
  ...{ showCompanies, submitCompany, showCompany, submitCompanyChange, showImport, submitImport },
  ...{ showHours, submitHours },
  ...{ showWebhooks, submitWebhook, showWebhook, changeWebhook },
};

const open: Record<Exclude<PageRoute, StaffRoute>['name'], DeskOpenHandler> = { getFeed };

const finder = finderFor('desk');

const surroundings: SignedInPages = {
  has: finder.has,
  front: '/desk',
  way: (visit) => ({ href: hrefOf(visit, '/desk'), label: deskIn(visit.language).frame.front }),
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
      const visit = visitOf(event, { settings: deps.settings, assets });
      const result = await answerPerson(event, route, visit).catch((error: unknown) =>
        signInOrProblem(surroundings, event, visit, error),
      );
      if (event.requestContext.http.method === 'HEAD') return { ...result, body: '' };
      return compressed(result, event.headers['accept-encoding']);
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
