import { join } from 'node:path';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeMemberDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { Refusal } from '../lib/domain/refusal.ts';
import { problemResult } from '../lib/http/answer.ts';
import { problemOf } from '../lib/http/problems.ts';
import { finderFor, type RouteName } from '../lib/http/routes.ts';
import { compressed } from '../lib/pages/compress.ts';
import { type Visit, visitOf } from '../lib/pages/visit.ts';
import { observedRequests } from '../lib/telemetry/observed.ts';
import { getAsset, getEmbedScript, readAssets } from './pages/assets.ts';
import type { PageHandler } from './pages/page-handler.ts';
import { frontDoor } from './requests/front-door.ts';
import { later } from './requests/later.ts';

const deps = { ...makeMemberDeps(process.env, settings), identity: makeIdentity(process.env) };
const { problemPage } = later(() => import('./pages/problem-page.ts'), 'problemPage');
const assets = readAssets(join(import.meta.dirname, 'assets'), deps.settings.brand.colour);

const handlers: Record<RouteName<'pages'>, PageHandler> = {
  ...later(() => import('./pages/front.ts'), 'showFront'),
  ...later(() => import('./pages/booking.ts'), 'showBooking', 'submitBooking'),
  ...later(() => import('./pages/booked.ts'), 'showBooked', 'getCalendar'),
  ...later(() => import('./pages/manage.ts'), 'showManaged', 'changeManaged'),
  ...later(() => import('./pages/join.ts'), 'showJoin', 'joinMeeting'),
  ...later(() => import('./pages/docs.ts'), 'showDocs'),
  getEmbedScript,
  getAsset,
  showNotFound: ({ siteUrl }, { rawPath, requestContext: { requestId } }) => {
    const missing = new Refusal('not-found', 'There is nothing at this address.');
    // Programs are told so in their own form.
    if (rawPath.startsWith('/v1/')) return problemResult(problemOf(missing, { siteUrl, requestId }));
    throw missing;
  },
};

const finder = finderFor('pages');

/** The pages: API Gateway has matched the route already, and names it. */
export const handler = observedRequests(
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(frontDoor(process.env, deps.siteUrl))
    .handler(async (event) => {
      const visit = await visitOf(event, { settings: deps.settings, assets });
      const result = await answer(event, visit).catch((error: unknown) => problemPage(event, visit, error));
      // A HEAD is answered as the GET would be, without what it asks nothing about.
      if (event.requestContext.http.method === 'HEAD') return { ...result, body: '' };
      return compressed(result, event.headers['accept-encoding']);
    }),
);

async function answer(event: APIGatewayProxyEventV2, visit: Visit) {
  return handlers[finder.routeOf(event).name](deps, event, visit);
}
