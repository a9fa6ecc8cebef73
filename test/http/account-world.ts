import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { OpenHandler } from '../../functions/portal/handler.ts';
import type { ViewerDeps } from '../../functions/requests/viewer.ts';
import { bookingIdOf } from '../../lib/adapters/booking-id.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { inviteAccount, inviteStaffAccount } from '../../lib/app/people/invite-account.ts';
import { recordPassword } from '../../lib/app/people/passwords.ts';
import type { Settings } from '../../lib/config/settings.ts';
import type { Level } from '../../lib/domain/people/level.ts';
import type { Member, Person } from '../../lib/domain/people/person.ts';
import { assetsOf } from '../../lib/pages/assets.ts';
import { visitOf } from '../../lib/pages/visit.ts';
import { identityOf } from '../adapters/identity-world.ts';
import { makePeopleWorld, memberOf, operator, type PeopleWorld } from '../app/people/people-world.ts';
import fixture from '../fixture-config.ts';
import { openCognito } from '../local/cognito-world.ts';
import { type Engine, NOW, openEngine } from '../world.ts';
import { httpEvent } from './http-event.ts';

export const PASSWORD = 'correct horse battery';
export const SITE = 'https://showup.example';
const assets = assetsOf(
  new Map(['style.css', 'password.js', 'book.js'].map((name) => [name, Buffer.from('')])),
);

/** Real rows, a user pool over loopback, and one clock for all of them. */
export interface AccountWorld extends Pick<PeopleWorld, 'table'> {
  readonly deps: ViewerDeps;
  /** Names of the calls made of the people's rows, the tallies and the user pool, oldest first. */
  readonly calls: string[];
  advance(ms: number): void;
  close(): Promise<void>;
}

async function makeAccountWorld(engine: Engine, settings: Settings): Promise<AccountWorld> {
  // The date of the process is the clock of whoever verifies tokens.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  const { deps: people, table, clock } = await makePeopleWorld(engine);
  const endpoint = await openCognito({ clock: { now: () => clock.now } });
  const calls: string[] = [];
  const deps: ViewerDeps = {
    settings,
    now: people.now,
    bookingIdOf,
    pause: people.pause,
    table: recorded(dynamoTable(table), calls),
    siteUrl: SITE,
    linkKeys: () => Promise.resolve(['the key of links']),
    identity: recorded(identityOf(endpoint), calls),
    people: { ...people, people: recorded(people.people, calls) },
  };
  return {
    deps,
    table,
    calls,
    advance: (ms) => {
      clock.now += ms;
      vi.setSystemTime(clock.now);
    },
    close: async () => {
      vi.useRealTimers();
      await endpoint.close();
    },
  };
}

/** A world for each test of a file, filled in before it begins. */
export function accountWorlds(settings: Settings = fixture): AccountWorld {
  const world = {} as AccountWorld;
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    Object.assign(world, await makeAccountWorld(engine, settings));
  });
  afterEach(() => world.close());
  return world;
}

/** An active member of Example Crates who can sign in. */
export async function memberIn(
  world: AccountWorld,
  level: Level,
  email = 'ada@crates.example',
): Promise<Member> {
  const wish = { companyId: 'crates', name: 'Ada Park', email, level };
  return memberOf(await activate(world, await inviteAccount(world.deps.people, operator, wish)));
}

export async function staffIn(world: AccountWorld): Promise<Person> {
  const wish = { name: 'Kim', email: 'kim@showup.example' };
  return activate(world, await inviteStaffAccount(world.deps.people, operator, wish));
}

async function activate({ deps }: AccountWorld, { id, email, staff }: Person): Promise<Person> {
  await deps.identity.setPassword({ username: id, email, staff }, PASSWORD);
  return recordPassword(deps.people, id, 0);
}

/** A browser: it keeps cookies, sends them back, and says where forms come from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #world: AccountWorld;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(
    world: AccountWorld,
    headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ) {
    this.#world = world;
    this.#headers = headers;
  }

  async get(handler: OpenHandler, address: string): Promise<Shown> {
    return this.#ask(handler, this.event(address, 'GET'));
  }

  async post(
    handler: OpenHandler,
    address: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Shown> {
    return this.#ask(handler, this.event(address, 'POST', new URLSearchParams(fields).toString()));
  }

  event(address: string, method: 'GET' | 'POST', body?: string): APIGatewayProxyEventV2 {
    const { pathname, searchParams, search } = new URL(address, SITE);
    const [, first, token] = pathname.split('/');
    const { requestContext, ...event } = httpEvent();
    return {
      ...event,
      rawPath: pathname,
      rawQueryString: search.slice(1),
      ...(searchParams.size === 0 ? {} : { queryStringParameters: Object.fromEntries(searchParams) }),
      headers: {
        ...(method === 'POST'
          ? { 'content-type': 'application/x-www-form-urlencoded', ...this.#headers }
          : {}),
      },
      cookies: [...this.cookies].map(([name, value]) => `${name}=${value}`),
      ...(first === 'password' && token !== undefined ? { pathParameters: { token } } : {}),
      requestContext: { ...requestContext, http: { ...requestContext.http, method } },
      ...(body === undefined ? {} : { body }),
    };
  }

  async #ask(handler: OpenHandler, event: APIGatewayProxyEventV2): Promise<Shown> {
    const { deps } = this.#world;
    const result = await handler(deps, event, await visitOf(event, { settings: deps.settings, assets }));
    for (const cookie of result.cookies ?? []) this.#keep(cookie);
    return shown(result);
  }

  #keep(cookie: string): void {
    const [name = '', value = ''] = cookie.split(';', 1).join('').split(/=(.*)/su);
    if (/; Max-Age=0\b/u.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly location: string;
  readonly setCookies: readonly string[];
  /** The token in the page's form. */
  readonly csrf: string;
}

function shown({
  statusCode = 0,
  body = '',
  headers = {},
  cookies = [],
}: APIGatewayProxyStructuredResultV2): Shown {
  return {
    status: statusCode,
    html: body,
    headers,
    location: String(headers['location'] ?? ''),
    setCookies: cookies,
    csrf: /name="csrf" value="([^"]*)"/u.exec(body)?.[1] ?? '',
  };
}

/** The port, with each call's name written down. */
function recorded<Port extends object>(port: Port, calls: string[]): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        calls.push(String(name));
        return Reflect.apply(member, target, given) as unknown;
      };
    },
  });
}
