import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { getBoard } from '../../functions/desk/board.ts';
import * as bookings from '../../functions/desk/bookings.ts';
import * as changes from '../../functions/desk/changes.ts';
import * as companies from '../../functions/desk/companies.ts';
import * as companyPeople from '../../functions/desk/company-people.ts';
import * as companyStanding from '../../functions/desk/company-standing.ts';
import * as decisions from '../../functions/desk/decisions.ts';
import { erasePerson } from '../../functions/desk/erase.ts';
import { getEvidence } from '../../functions/desk/evidence.ts';
import { getFeedAddress, replaceFeedAddress } from '../../functions/desk/feed.ts';
import type { DeskHandler } from '../../functions/desk/handler.ts';
import * as hours from '../../functions/desk/hours.ts';
import { importCompanies } from '../../functions/desk/import.ts';
import { allowMail, getMailbox } from '../../functions/desk/mailbox.ts';
import { getPersonStanding, ruleOnPerson } from '../../functions/desk/people.ts';
import * as queues from '../../functions/desk/queues.ts';
import { searchDesk } from '../../functions/desk/search.ts';
import * as webhooks from '../../functions/desk/webhooks.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { dynamoSearch } from '../../lib/adapters/booking-search.ts';
import { peopleDepsWith, standingDepsWith } from '../../lib/adapters/deps.ts';
import { dynamoDirectory } from '../../lib/adapters/directory.ts';
import { dynamoFeeds } from '../../lib/adapters/feeds.ts';
import { dynamoHours } from '../../lib/adapters/hours.ts';
import { webhookDepsWith } from '../../lib/adapters/webhook-deps.ts';
import type { Identity } from '../../lib/app/identity.ts';
import { deskOperations } from '../../lib/http/desk-operations.ts';
import type { ApiRouteName } from '../../lib/http/routes.ts';
import { NOW, type World } from '../world.ts';
import { httpEvent } from './http-event.ts';

const handlers: Record<ApiRouteName<'desk'>, DeskHandler> = {
  ...{ ...bookings, ...changes, ...decisions, ...companies, ...companyStanding, ...queues, ...hours },
  ...{ getMailbox, allowMail },
  ...{ getPersonStanding, ruleOnPerson, erasePerson, getEvidence, searchDesk, getBoard, importCompanies },
  ...{ ...companyPeople, getFeedAddress, replaceFeedAddress, ...webhooks },
};

/** What a request of our staff has beside who asks. */
export interface Ask {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Id of who asks. */
  readonly as?: string;
}

/** One of our staff asks; the answer is held to what the document declares. */
export async function ask(
  world: World,
  name: ApiRouteName<'desk'>,
  { as = 'per_robin', ...wanted }: Ask = {},
): Promise<Record<string, unknown>> {
  const event = eventOf(world, wanted);
  const answer = await handlers[name](depsOf(world), event, staff(as));
  const told: unknown = JSON.parse(JSON.stringify(answer.body));
  const { success, dryRun } = deskOperations[name];
  const declared = [success, dryRun].find((one) => one?.status === answer.status);
  if (declared === undefined) throw new Error(`${name} answered ${answer.status}`);
  return z.parse(declared.schema, told) as Record<string, unknown>;
}

export function depsOf({ deps, table, clock }: World): Parameters<DeskHandler>[0] {
  const people = { ...peopleDepsWith(table), now: () => clock.now };
  // Who asks is known: nobody signs in here.
  return {
    ...{ ...deps, search: dynamoSearch(table), hours: dynamoHours(table), people },
    directory: dynamoDirectory(table),
    feeds: dynamoFeeds(table),
    standing: standingDepsWith(table),
    webhooks: { ...webhookDepsWith(table, { LOOPBACK_WEBHOOKS: 'allowed' }), now: () => clock.now },
    identity: {} as Identity,
  };
}

function eventOf({ clock }: World, { path, query, body, headers = {} }: Ask): APIGatewayProxyEventV2 {
  const { requestContext, ...event } = httpEvent();
  return {
    ...event,
    headers: { ...event.headers, ...headers },
    requestContext: { ...requestContext, timeEpoch: clock.now },
    ...(path && { pathParameters: { ...path } }),
    ...(query && { queryStringParameters: { ...query } }),
    ...(body && { body: JSON.stringify(body) }),
  };
}

export function staff(id: string): Viewer {
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
