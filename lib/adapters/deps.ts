import { setTimeout as wait } from 'node:timers/promises';
import type { Deps, LinkDeps, Outbox } from '../app/deps.ts';
import type { DirectoryDeps } from '../app/directory-deps.ts';
import type { FeedDeps } from '../app/feed-deps.ts';
import type { HoursDeps } from '../app/hours-deps.ts';
import type { PeopleDeps } from '../app/people-deps.ts';
import type { ProviderDeps } from '../app/provider-deps.ts';
import type { StandingDeps } from '../app/standing-deps.ts';
import type { WebhookDeps } from '../app/webhook-deps.ts';
import type { Settings } from '../config/settings.ts';
import { bookingIdOf } from './booking-id.ts';
import { dynamoSearch } from './booking-search.ts';
import { newCompanyCode } from './company-code.ts';
import { dynamoDirectory } from './directory.ts';
import { type TableClient, tableClient } from './document-client.ts';
import { dynamoFeeds } from './feeds.ts';
import { dynamoHours } from './hours.ts';
import { lateCall } from './late-port.ts';
import { dynamoOutbox } from './outbox.ts';
import { dynamoPeople } from './people.ts';
import { newPersonId } from './person-id.ts';
import { secretKeys } from './secret-keys.ts';
import { newRulingId, newStandingId } from './standing-id.ts';
import { dynamoStandings } from './standings.ts';
import { dynamoTable } from './table.ts';
import { webhookDepsWith } from './webhook-deps.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every function needs. Throws where the environment lacks a name. */
export function makeDeps(environment: Environment, settings: Settings): Deps {
  return depsWith(tableClient(required(environment, 'TABLE_NAME')), settings);
}

/** What the function that takes texts and receipts needs. Throws where the environment lacks a name. */
export function makeReceiptDeps(environment: Environment, settings: Settings): Deps & { outbox: Outbox } {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  return { ...depsWith(table, settings), outbox: dynamoOutbox(table) };
}

/** What functions that know who asks need, but for identity. Throws where the environment lacks a name. */
export function makeMemberDeps(environment: Environment, settings: Settings): MemberDeps {
  return memberDepsWith(tableClient(required(environment, 'TABLE_NAME')), environment, settings);
}

/** What the function of our staff's API needs, but for identity. Throws where the environment lacks a name. */
export function makeDeskDeps(
  environment: Environment,
  settings: Settings,
): MemberDeps & HoursDeps & DirectoryDeps & FeedDeps & { readonly webhooks: WebhookDeps } {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  return {
    ...memberDepsWith(table, environment, settings),
    search: dynamoSearch(table),
    hours: dynamoHours(table),
    directory: dynamoDirectory(table),
    feeds: dynamoFeeds(table),
    webhooks: webhookDepsWith(table, environment),
  };
}

type MemberDeps = Deps & LinkDeps & { readonly people: PeopleDeps; readonly standing: StandingDeps };

function memberDepsWith(table: TableClient, environment: Environment, settings: Settings): MemberDeps {
  return {
    ...depsWith(table, settings),
    ...makeLinkDeps(environment),
    people: peopleDepsWith(table),
    standing: standingDepsWith(table),
  };
}

/** What commands on standing need. */
export function standingDepsWith(table: TableClient): StandingDeps {
  return {
    newStandingId: () => newStandingId(Date.now()),
    newRulingId: () => newRulingId(Date.now()),
    standings: dynamoStandings(table),
  };
}

/** What commands on companies and people need. */
export function peopleDepsWith(table: TableClient): PeopleDeps {
  return {
    now: () => Date.now(),
    newPersonId: () => newPersonId(Date.now()),
    newCode: newCompanyCode,
    pause,
    people: dynamoPeople(table),
  };
}

/** What the public API needs, the posts of the meetings' provider included. Throws where the environment lacks a name. */
export function makeApiDeps(environment: Environment, settings: Settings): LinkDeps & ProviderDeps {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  const secretArn = required(environment, 'ATTENDANCE_SECRET_ARN');
  return {
    ...depsWith(table, settings),
    ...makeLinkDeps(environment),
    search: dynamoSearch(table),
    attendanceKeys: lateCall(async () =>
      (await import('./attendance-keys.ts')).attendanceKeys(secretArn, () => Date.now()),
    ),
  };
}

/** What functions that mint or read links need beside. */
export function makeLinkDeps(environment: Environment): LinkDeps {
  return {
    siteUrl: siteUrlOf(environment),
    linkKeys: secretKeys(required(environment, 'LINK_SECRET_ARN')),
  };
}

/** Address of the site, without a slash at the end. Throws where the environment has none. */
export function siteUrlOf(environment: Environment): string {
  return required(environment, 'SITE_URL').replace(/\/$/u, '');
}

/** What every command needs, of a table. */
export function depsWith(table: TableClient, settings: Settings): Deps {
  return {
    settings,
    now: () => Date.now(),
    bookingIdOf,
    pause,
    table: dynamoTable(table),
  };
}

function pause(attempt: number): Promise<void> {
  return wait(Math.random() * 25 * 2 ** attempt);
}

/** A setting of the environment. Throws where it is missing. */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new Error(`the environment lacks ${name}`);
  return value;
}
