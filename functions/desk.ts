import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeDeskDeps, makeLinkDeps, makePeopleDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswers } from '../lib/http/problem-answers.ts';
import { routes } from '../lib/http/routes.ts';
import * as bookings from './desk/bookings.ts';
import * as changes from './desk/changes.ts';
import * as companies from './desk/companies.ts';
import type { DeskHandler } from './desk/handler.ts';
import { requireViewer } from './requests/viewer.ts';

const deps = {
  ...makeDeskDeps(process.env, settings),
  ...makeLinkDeps(process.env),
  identity: makeIdentity(process.env),
  people: makePeopleDeps(process.env),
};

type DeskRoute = Extract<(typeof routes)[number], { function: 'desk' }>;

const handlers: Record<DeskRoute['name'], DeskHandler> = { ...bookings, ...changes, ...companies };

const byRouteKey = new Map<string, DeskRoute>(
  routes
    .filter((route) => route.function === 'desk')
    .map((route) => [`${route.method} ${route.path}`, route]),
);

/** The API of our own staff, and of nobody else: API Gateway has matched the route already, and names it. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(problemAnswers(deps.siteUrl))
  .handler(async (event) => {
    const route = byRouteKey.get(event.routeKey);
    if (route === undefined) throw new Error(`no handler for ${event.routeKey}`);
    const viewer = await requireViewer(deps, event, route.needs);
    const answer = toResult(await handlers[route.name](deps, event, viewer));
    return { ...answer, cookies: [...viewer.cookies] };
  });
