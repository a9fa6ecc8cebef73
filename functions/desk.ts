import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeDeskDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswers } from '../lib/http/problem-answers.ts';
import { finderFor, type RouteName } from '../lib/http/routes.ts';
import * as bookings from './desk/bookings.ts';
import * as changes from './desk/changes.ts';
import * as companies from './desk/companies.ts';
import type { DeskHandler } from './desk/handler.ts';
import { requireViewer } from './requests/viewer.ts';

const deps = { ...makeDeskDeps(process.env, settings), identity: makeIdentity(process.env) };

const handlers: Record<RouteName<'desk'>, DeskHandler> = { ...bookings, ...changes, ...companies };

const finder = finderFor('desk');

/** The API of our own staff, and of nobody else: API Gateway has matched the route already, and names it. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(problemAnswers(deps.siteUrl))
  .handler(async (event) => {
    const route = finder.routeOf(event);
    const viewer = await requireViewer(deps, event, route.needs);
    const answer = toResult(await handlers[route.name](deps, event, viewer));
    return { ...answer, cookies: [...viewer.cookies] };
  });
