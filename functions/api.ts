import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeApiDeps } from '../lib/adapters/deps.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswers } from '../lib/http/problem-answers.ts';
import { finderFor, type RouteName } from '../lib/http/routes.ts';
import { observedRequests } from '../lib/telemetry/observed.ts';
import type { Handler } from './api/handler.ts';
import { frontDoor } from './requests/front-door.ts';
import { later } from './requests/later.ts';

const deps = makeApiDeps(process.env, settings);

const handlers: Record<RouteName<'api'>, Handler<typeof deps>> = {
  ...later(() => import('./api/offering.ts'), 'listSessionTypes', 'listSlots', 'explainSlot'),
  ...later(() => import('./api/bookings.ts'), 'createBooking'),
  ...later(() => import('./api/managing.ts'), 'getManagedBooking', 'cancelBooking', 'rescheduleBooking'),
  ...later(() => import('./api/managing.ts'), 'joinSession', 'contestNoShow'),
  ...later(() => import('./api/attendance.ts'), 'receiveAttendance'),
  ...later(() => import('./api/health.ts'), 'getHealth'),
  getOpenApi: async ({ siteUrl, settings }) => {
    const { openApi } = await import('../lib/http/openapi.ts');
    return { status: 200, body: openApi(siteUrl, settings.brand.name) };
  },
};

const finder = finderFor('api');

/** The public API: API Gateway has matched the route already, and names it. */
export const handler = observedRequests(
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(problemAnswers(deps.siteUrl))
    .use(frontDoor(process.env, deps.siteUrl))
    .handler(async (event) => toResult(await handlers[finder.routeOf(event).name](deps, event))),
);
