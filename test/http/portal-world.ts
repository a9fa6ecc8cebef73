import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { PortalApiHandler, PortalDeps, PortalHandler } from '../../functions/portal/handler.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { bookingIdOf } from '../../lib/adapters/booking-id.ts';
import { standingDepsWith } from '../../lib/adapters/deps.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { handle } from '../../lib/app/handle.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { Level } from '../../lib/domain/people/level.ts';
import { assetsOf } from '../../lib/pages/assets.ts';
import { visitOf } from '../../lib/pages/visit.ts';
import { book } from '../app/acting.ts';
import { activeMember, as, makePeopleWorld, memberOf, type PeopleWorld } from '../app/people/people-world.ts';
import settings from '../fixture-config.ts';
import { textOf } from '../pages/session-visit.ts';
import type { Engine } from '../world.ts';
import { httpEvent } from './http-event.ts';

const assets = assetsOf(new Map([['style.css', Buffer.from('')]]));
const nobody = () => Promise.reject(new Error('nobody signs in here'));

/** The portal's handlers on real rows, asked by people who were let in. */
export class PortalWorld {
  readonly deps: PortalDeps;
  readonly people: PeopleWorld;

  constructor(people: PeopleWorld) {
    this.people = people;
    this.deps = {
      settings,
      now: people.deps.now,
      bookingIdOf,
      pause: people.deps.pause,
      table: dynamoTable(people.table),
      siteUrl: 'https://showup.example',
      linkKeys: () => Promise.resolve(['the key of links']),
      people: people.deps,
      standing: standingDepsWith(people.table),
      identity: {
        ...{ setPassword: nobody, signIn: nobody, refresh: nobody, signOut: nobody, remove: nobody },
        verify: nobody,
      },
    };
  }

  /** An active member who is signed in, of Example Crates where nothing else is wanted. */
  async signedIn(level: Level, where: { companyId?: string; email?: string } = {}): Promise<Viewer> {
    const person = await activeMember(this.people, level, where);
    return { actor: as(person), person, session: 's', csrf: 'the token of the session', cookies: [] };
  }

  /** The same person as things stand by now. */
  async again(viewer: Viewer): Promise<Viewer> {
    const person = memberOf(await this.people.deps.people.person(viewer.person.id));
    return { ...viewer, person, actor: as(person) };
  }

  /** A session of Example Crates for the viewer's address. */
  book({ person }: Viewer, wanted: Parameters<typeof book>[1] = {}): Promise<Booking> {
    return book(this.deps, { attendee: { name: person.name, email: person.email }, ...wanted });
  }

  /** The same, to which nobody comes. The clock is where it closes. */
  async miss(viewer: Viewer, start: number): Promise<Booking> {
    const { id, version } = await this.book(viewer, { start });
    this.people.clock.now = start + 10 * 60_000;
    return handle(this.deps, id, { type: 'due', kind: 'close', version });
  }

  async api(handler: PortalApiHandler, viewer: Viewer, asked: Asked = {}) {
    const { query, body, path } = asked;
    const event = httpEvent({
      ...(query && { queryStringParameters: query }),
      ...(path && { pathParameters: path }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return handler(this.deps, event, await this.again(viewer));
  }

  /** Asks for a page, or posts a form where there are fields. */
  async page(handler: PortalHandler, viewer: Viewer, query = '', fields?: Record<string, string>) {
    const event: APIGatewayProxyEventV2 = httpEvent({
      rawQueryString: query,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...(fields && { body: new URLSearchParams({ csrf: viewer.csrf, ...fields }).toString() }),
    });
    const visit = await visitOf(event, { settings, assets });
    const {
      statusCode,
      headers,
      body = '',
    } = await handler(this.deps, event, visit, await this.again(viewer));
    return {
      status: statusCode,
      location: headers?.['location'],
      headers: headers ?? {},
      html: body,
      text: textOf(body),
    };
  }
}

interface Asked {
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly path?: Record<string, string>;
}

export async function makePortalWorld(engine: Engine): Promise<PortalWorld> {
  return new PortalWorld(await makePeopleWorld(engine));
}
