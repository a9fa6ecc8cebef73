import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import settings from '#config';
import { makeDeskDeps } from '../lib/adapters/deps.ts';
import { makeIdentity } from '../lib/adapters/identity.ts';
import { toResult } from '../lib/http/answer.ts';
import { problemAnswers } from '../lib/http/problem-answers.ts';
import { finderFor, type RouteName } from '../lib/http/routes.ts';
import { getBooking, searchBookings } from './desk/bookings.ts';
import {
  cancelForMember,
  completeBooking,
  excuseNoShow,
  markJoined,
  rescheduleForMember,
} from './desk/changes.ts';
import { addPerson, changeCompany, createCompany, getCompany, listCompanyPeople } from './desk/companies.ts';
import { getCompanyStanding, ruleOnCompany } from './desk/company-standing.ts';
import { approveBooking, declineBooking, rejectContest } from './desk/decisions.ts';
import { erasePerson } from './desk/erase.ts';
import { getEvidence } from './desk/evidence.ts';
import type { DeskHandler } from './desk/handler.ts';
import { getPersonStanding, ruleOnPerson } from './desk/people.ts';
import { listQueue } from './desk/queues.ts';
import { requireViewer } from './requests/viewer.ts';

const deps = { ...makeDeskDeps(process.env, settings), identity: makeIdentity(process.env) };

const handlers: Record<RouteName<'desk'>, DeskHandler> = {
  ...{ searchBookings, getBooking },
  ...{ markJoined, completeBooking, excuseNoShow, cancelForMember, rescheduleForMember },
  ...{ approveBooking, declineBooking, rejectContest, listQueue, getEvidence },
  ...{ getPersonStanding, ruleOnPerson, erasePerson },
  ...{ createCompany, getCompany, changeCompany, listCompanyPeople, addPerson },
  ...{ getCompanyStanding, ruleOnCompany },
};

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
