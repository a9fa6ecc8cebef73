import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import * as bookings from '../../functions/desk/bookings.ts';
import * as changes from '../../functions/desk/changes.ts';
import * as companies from '../../functions/desk/companies.ts';
import * as companyStanding from '../../functions/desk/company-standing.ts';
import * as decisions from '../../functions/desk/decisions.ts';
import { erasePerson } from '../../functions/desk/erase.ts';
import { getEvidence } from '../../functions/desk/evidence.ts';
import type { DeskHandler } from '../../functions/desk/handler.ts';
import { getPersonStanding, ruleOnPerson } from '../../functions/desk/people.ts';
import * as queues from '../../functions/desk/queues.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { dynamoSearch } from '../../lib/adapters/booking-search.ts';
import { peopleDepsWith, standingDepsWith } from '../../lib/adapters/deps.ts';
import type { Identity } from '../../lib/app/identity.ts';
import { deskOperations } from '../../lib/http/desk-operations.ts';
import type { RouteName } from '../../lib/http/routes.ts';
import { NOW, type World } from '../world.ts';
import { httpEvent } from './http-event.ts';

const handlers: Record<RouteName<'desk'>, DeskHandler> = {
  ...{ ...bookings, ...changes, ...decisions, ...companies, ...companyStanding, ...queues },
  ...{ getPersonStanding, ruleOnPerson, erasePerson, getEvidence },
};

/** What a request of our staff has beside who asks. */
export interface Ask {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Id of who asks. */
  readonly as?: string;
}

/** One of our staff asks; the answer is held to what the document declares. */
export async function ask(
  world: World,
  name: RouteName<'desk'>,
  { path, query, body, as = 'per_robin' }: Ask = {},
): Promise<Record<string, unknown>> {
  const event = eventOf(world, { ...(path && { path }), ...(query && { query }), ...(body && { body }) });
  const answer = await handlers[name](depsOf(world), event, staff(as));
  const told: unknown = JSON.parse(JSON.stringify(answer.body));
  const { status, schema } = deskOperations[name].success;
  if (answer.status !== status) throw new Error(`${name} answered ${answer.status}`);
  return z.parse(schema, told) as Record<string, unknown>;
}

function depsOf({ deps, table, clock }: World): Parameters<DeskHandler>[0] {
  const people = { ...peopleDepsWith(table), now: () => clock.now };
  // Who asks is known: nobody signs in here.
  return {
    ...{ ...deps, search: dynamoSearch(table), people, standing: standingDepsWith(table) },
    identity: {} as Identity,
  };
}

function eventOf({ clock }: World, { path, query, body }: Ask): APIGatewayProxyEventV2 {
  const { requestContext, ...event } = httpEvent();
  return {
    ...event,
    requestContext: { ...requestContext, timeEpoch: clock.now },
    ...(path && { pathParameters: { ...path } }),
    ...(query && { queryStringParameters: { ...query } }),
    ...(body && { body: JSON.stringify(body) }),
  };
}

function staff(id: string): Viewer {
  return {
    actor: { kind: 'staff', id },
    person: {
      id,
      name: 'Robin Hale',
      email: `${id}@showup.example`,
      staff: true,
      status: 'active',
      passwordVersion: 1,
      revision: 2,
      invitedAt: NOW,
      invitedBy: 'operator',
    },
    session: 'a session',
    csrf: 'a token',
    cookies: [],
  };
}
