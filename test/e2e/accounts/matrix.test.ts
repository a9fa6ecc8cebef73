import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Level, levels } from '../../../lib/domain/people/level.ts';
import { may, type Permission } from '../../../lib/domain/people/permissions.ts';
import { type Route, routes } from '../../../lib/http/routes.ts';
import { Showup } from '../showup.ts';
import { Client } from './client.ts';
import { newAccount } from './new-account.ts';

type Who = Level | 'staff' | 'nobody';

const everybody: readonly Who[] = [...levels, 'staff', 'nobody'];
const guarded: readonly Route[] = routes.filter((route: Route) => route.needs !== undefined);

let showup: Showup;
const clients = new Map<Who, { client: Client; csrf: string }>();

beforeAll(async () => {
  showup = await Showup.start();
  const primary = await Client.signedIn(showup, 'primary@example.com');
  for (const level of ['sales-designer', 'it-support'] as const) {
    await newAccount(showup, primary, { email: `${level}@example.com`, name: `A ${level}`, level });
  }
  const addresses: Record<Exclude<Who, 'nobody'>, string> = {
    basic: 'member@example.com',
    'sales-designer': 'sales-designer@example.com',
    'it-support': 'it-support@example.com',
    manager: 'manager@example.com',
    primary: 'primary@example.com',
    staff: 'staff@example.com',
  };
  for (const [who, email] of Object.entries(addresses)) {
    const client = await Client.signedIn(showup, email);
    clients.set(who as Who, {
      client,
      csrf: await client.csrf(who === 'staff' ? '/sign-in?leave=1' : '/portal'),
    });
  }
  clients.set('nobody', { client: new Client(showup), csrf: 'none' });
});
afterAll(() => showup.stop());

/** What the rules say, read from the routes and the permissions themselves. */
function isAllowed(who: Who, needs: Permission | 'staff'): boolean {
  if (who === 'nobody') return false;
  if (needs === 'staff') return who === 'staff';
  return who !== 'staff' && may(who, needs);
}

/** An address of the route, naming things that there are not: whoever may ask is told so, whoever may not is not. */
function addressOf({ path }: Route): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => `no-${name.toLowerCase()}`);
}

const cells = guarded.flatMap((route) =>
  everybody.map((who) => ({
    who,
    route,
    name: `${route.method} ${route.path}`,
    allowed: route.needs !== undefined && isAllowed(who, route.needs),
  })),
);

describe('whoever asks', () => {
  it.each(cells)('$name by $who: allowed $allowed', async ({ who, route, allowed }) => {
    const held = clients.get(who);
    if (held === undefined) throw new Error(`nobody is ${who}`);
    const { client, csrf } = held;
    const path = addressOf(route);
    const isApi = path.startsWith('/v1/');
    const answer =
      route.method === 'GET'
        ? await client.get(path)
        : await (isApi ? client.post(path, {}, csrf) : client.submit(path, { csrf }));
    expect(answer.status).not.toBe(500);
    if (allowed) {
      expect([401, 403]).not.toContain(answer.status);
      expect(answer.location).not.toMatch(/^\/sign-in/u);
    } else if (who === 'nobody') {
      if (isApi) expect(answer.status).toBe(401);
      else expect(answer).toMatchObject({ status: 303, location: expect.stringMatching(/^\/sign-in/u) });
    } else {
      expect(answer.status).toBe(403);
    }
  });

  it('without the session’s CSRF token changes nothing, whoever it is', async () => {
    for (const route of guarded.filter(({ method }) => method === 'POST')) {
      const [who] = everybody.filter((one) => route.needs !== undefined && isAllowed(one, route.needs));
      const held = clients.get(who ?? 'primary');
      const path = addressOf(route);
      const sent = path.startsWith('/v1/')
        ? await held?.client.post(path, {})
        : await held?.client.submit(path, { csrf: 'another' });
      expect({ path, status: sent?.status }).toEqual({ path, status: 403 });
    }
  });

  it('from another site’s page changes nothing, even with the token', async () => {
    const { client, csrf } = clients.get('primary') ?? { client: new Client(showup), csrf: '' };
    client.origin = 'https://evil.example';
    try {
      for (const route of guarded.filter(({ method, needs }) => method === 'POST' && needs !== 'staff')) {
        const path = addressOf(route);
        const sent = path.startsWith('/v1/')
          ? await client.post(path, {}, csrf)
          : await client.submit(path, { csrf });
        expect({ path, status: sent.status }).toEqual({ path, status: 403 });
      }
    } finally {
      client.origin = showup.site;
    }
  });
});
