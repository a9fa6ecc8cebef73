import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Showup } from '../showup.ts';
import { Client, DEMO_PASSWORD, tokenIn } from './client.ts';
import { passwordPath } from './new-account.ts';

let showup: Showup;
let insider: Client;
let stranger: Client;
let theirBooking: string;
let theirPerson: string;

beforeAll(async () => {
  showup = await Showup.start();
  insider = await Client.signedIn(showup, 'primary@example.com');
  stranger = await primaryOfAnotherCompany();
  theirBooking = (await showup.book({ start: '2026-12-02T15:00:00Z', email: 'member@example.com' })).id;
  const { json } = await insider.get('/v1/portal/people');
  theirPerson = json.people.find(({ email }: { email: string }) => email === 'member@example.com').id;
});
afterAll(() => showup.stop());

async function primaryOfAnotherCompany(): Promise<Client> {
  const staff = await Client.signedIn(showup, 'staff@example.com');
  const csrf = await staff.csrf('/sign-in?leave=1');
  const company = { id: 'other-works', name: 'Other Works', planUntil: '2027-12-31', afterHours: false };
  expect((await staff.post('/v1/desk/companies', company, csrf)).status).toBe(201);
  const person = { name: 'Olga Other', email: 'olga@other.example', level: 'primary' };
  expect((await staff.post('/v1/desk/companies/other-works/people', person, csrf)).status).toBe(201);
  await showup.settle();
  const client = new Client(showup);
  const path = await passwordPath(showup, person.email);
  const page = await client.get(path);
  await client.submit(path, { csrf: tokenIn(page.text), password: DEMO_PASSWORD });
  return client;
}

/** What an answer says, without what is its own: where it was asked, and the request's number. */
function said({ status, json }: { status: number; json: Record<string, unknown> }): unknown {
  const { instance: _, ...rest } = json;
  return { status, ...rest };
}

describe('a member of another company', () => {
  it('sees their own company only', async () => {
    const { json } = await stranger.get('/v1/portal/people');
    expect(json.people.map(({ email }: { email: string }) => email)).toEqual(['olga@other.example']);
    const profile = await stranger.get('/v1/portal/profile');
    expect(profile.text).not.toMatch(/Example Crates|DEMO-?2026/u);
    expect((await stranger.get('/v1/portal/bookings')).text).not.toContain(theirBooking);
  });

  it('changes nobody and nothing of another by its id, and can’t tell it from one that there isn’t', async () => {
    const csrf = await stranger.csrf();
    const changes: [path: (id: string) => string, id: string, body: object][] = [
      [(id) => `/v1/portal/people/${id}/level`, theirPerson, { level: 'manager' }],
      [(id) => `/v1/portal/people/${id}/remove`, theirPerson, {}],
      [(id) => `/v1/portal/people/${id}/invitation`, theirPerson, {}],
      [(id) => `/v1/portal/bookings/${id}/cancel`, theirBooking, {}],
      [(id) => `/v1/portal/bookings/${id}/reschedule`, theirBooking, { start: '2026-12-03T15:00:00Z' }],
    ];
    for (const [path, id, body] of changes) {
      const none = `${id.slice(0, 4)}${'0'.repeat(id.length - 4)}`;
      const theirs = await stranger.post(path(id), body, csrf);
      expect(theirs.status, path(id)).toBe(404);
      expect(said(theirs)).toEqual(said(await stranger.post(path(none), body, csrf)));
    }
    const { json } = await insider.get('/v1/portal/people');
    expect(json.people.find(({ id }: { id: string }) => id === theirPerson)).toMatchObject({
      level: 'basic',
      status: 'active',
    });
    const staff = await Client.signedIn(showup, 'staff@example.com');
    expect((await staff.get(`/v1/desk/bookings/${theirBooking}`)).json).toMatchObject({
      status: 'confirmed',
      version: 1,
    });
  });

  it('can’t learn from an invitation whose account an address is', async () => {
    const csrf = await stranger.csrf();
    const ask = (email: string) =>
      stranger.post('/v1/portal/people', { name: 'Somebody', email, level: 'basic' }, csrf);
    const taken = await ask('member@example.com');
    expect(taken.status).toBe(409);
    expect(taken.text).not.toMatch(/per_|example-crates|Example Crates/u);
  });
});

it('cookies that an attacker put into a browser are not those that signing in leaves there', async () => {
  const attacker = await Client.signedIn(showup, 'member@example.com');
  const session = new Map(attacker.cookies);
  await attacker.submit('/sign-out', { csrf: await attacker.csrf() });
  await attacker.get('/sign-in');
  // The one that is shown before signing in, and that of a session that is over.
  const planted = new Map([...attacker.cookies, ['__Host-refresh', session.get('__Host-refresh') ?? '']]);
  const victim = new Client(showup);
  for (const [name, value] of planted) victim.cookies.set(name, value);
  expect((await victim.signIn('manager@example.com', DEMO_PASSWORD)).status).toBe(303);
  for (const [name, value] of planted) expect(victim.cookies.get(name), name).not.toBe(value);
  expect((await victim.get('/v1/portal/profile')).json.person.email).toBe('manager@example.com');
  for (const [name, value] of planted) attacker.cookies.set(name, value);
  expect((await attacker.get('/v1/portal/profile')).status).toBe(401);
});
