import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeAttendanceDeps, makeDeps, makeLinkDeps } from '../lib/adapters/deps.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswers } from '../lib/http/problem-answers.ts';
import { readQuery } from '../lib/http/read.ts';
import { finderFor, type RouteName } from '../lib/http/routes.ts';
import { noQuery } from '../lib/http/schemas.ts';
import { observedRequests } from '../lib/telemetry/observed.ts';
import { receiveAttendance } from './api/attendance.ts';
import type { Handler } from './api/handler.ts';
import { explainSlotRoute, listSessionTypes, listSlots } from './api/offering.ts';
import { frontDoor } from './requests/front-door.ts';
import { later } from './requests/later.ts';

const attendance = makeAttendanceDeps(process.env, settings);
const deps = { ...makeDeps(process.env, settings), ...makeLinkDeps(process.env) };

const handlers: Record<RouteName<'api'>, Handler> = {
  listSessionTypes,
  listSlots,
  explainSlot: explainSlotRoute,
  ...later(() => import('./api/bookings.ts'), 'createBooking'),
  ...later(() => import('./api/managing.ts'), 'getManagedBooking', 'cancelBooking', 'rescheduleBooking'),
  ...later(() => import('./api/managing.ts'), 'joinSession', 'contestNoShow'),
  receiveAttendance: (_, event) => receiveAttendance(attendance, event),
  getHealth: (_, event) => {
    readQuery(event, noQuery);
    return { status: 200, body: { status: 'ok' } };
  },
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
