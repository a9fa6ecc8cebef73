import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Showup } from '../showup.ts';
import { Client, DEMO_PASSWORD, tokenIn } from './client.ts';
import { newAccount, passwordPath } from './new-account.ts';

const NEW = 'an entirely new password';
let showup: Showup;

beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

const hour = 3_600_000;
const later = async (ms: number) => showup.clockTo(Date.parse(await showup.now()) + ms);

describe('a session', () => {
  it('begins in cookies that no script sees, and opens what its person may', async () => {
    const client = new Client(showup);
    const { status, location, setCookies } = await client.signIn('member@example.com', DEMO_PASSWORD);
    expect([status, location]).toEqual([303, '/portal']);
    for (const name of ['__Host-id', '__Host-refresh']) {
      const cookie = setCookies.find((one) => one.startsWith(`${name}=`));
      expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax$/u);
    }
    expect((await client.get('/portal')).status).toBe(200);
    expect((await client.get('/v1/portal/profile')).json).toMatchObject({
      person: { email: 'member@example.com' },
    });
    expect((await client.get('/v1/portal/people')).status).toBe(403);
  });

  it('is asked for where there is none, and leads back to where somebody was going', async () => {
    const client = new Client(showup);
    const turned = await client.get('/portal/bookings?when=past');
    expect(turned.status).toBe(303);
    const page = await client.get(turned.location);
    const fields = { csrf: tokenIn(page.text), email: 'member@example.com', password: DEMO_PASSWORD };
    expect((await client.submit(turned.location, fields)).location).toBe('/portal/bookings?when=past');
    const program = await showup.get('/v1/portal/profile');
    expect(program).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it('is renewed after an hour on any page, and over after twelve', async () => {
    const client = await Client.signedIn(showup, 'member@example.com');
    const before = client.cookies.get('__Host-id');
    await later(hour + 60_000);
    expect((await client.get('/portal')).status).toBe(200);
    expect(client.cookies.get('__Host-id')).not.toBe(before);
    await later(12 * hour);
    expect(await client.get('/portal')).toMatchObject({ status: 303 });
    expect([...client.cookies.keys()]).toEqual([]);
  });

  it('ends with signing out, and with the removal of its person at once', async () => {
    const primary = await Client.signedIn(showup, 'primary@example.com');
    expect((await primary.submit('/sign-out', { csrf: await primary.csrf() })).status).toBe(303);
    expect((await primary.get('/portal')).status).toBe(303);
    await primary.signIn('primary@example.com', DEMO_PASSWORD);
    const gone = await newAccount(showup, primary, {
      email: 'gone@example.com',
      name: 'Gone',
      level: 'basic',
    });
    expect((await gone.get('/portal')).status).toBe(200);
    const { json } = await primary.get('/v1/portal/people');
    const { id } = json.people.find(({ email }: { email: string }) => email === 'gone@example.com');
    const removed = await primary.post(`/v1/portal/people/${id}/remove`, {}, await primary.csrf());
    expect(removed.status).toBe(200);
    expect((await gone.get('/portal')).status).toBe(303);
    await showup.settle();
    expect((await new Client(showup).signIn('gone@example.com', DEMO_PASSWORD)).status).toBe(422);
  });
});

describe('a forgotten password', () => {
  const ask = async (email: string) => {
    const client = new Client(showup);
    const page = await client.get('/forgot');
    return client.submit('/forgot', { csrf: tokenIn(page.text), email });
  };

  it('is replaced by a link that works for an hour and once; sessions from before are over', async () => {
    const before = await Client.signedIn(showup, 'manager@example.com');
    expect(await ask('manager@example.com')).toMatchObject({ status: 303, location: '/forgot?sent=1' });
    await showup.settle();
    const path = await passwordPath(showup, 'manager@example.com');
    expect((await fetch(showup.site + path, { method: 'HEAD' })).status).toBe(200);
    const opened = await fetch(showup.site + path);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    expect(opened.headers.get('x-robots-tag')).toContain('noindex');
    const client = new Client(showup);
    const fields = { csrf: tokenIn((await client.get(path)).text), password: NEW };
    expect(await client.submit(path, fields)).toMatchObject({ status: 303, location: '/portal' });
    expect((await client.get('/portal')).status).toBe(200);
    expect((await client.get(path)).status).toBe(404);
    await later(hour + 60_000);
    expect((await before.get('/portal')).status).toBe(303);
    expect((await new Client(showup).signIn('manager@example.com', DEMO_PASSWORD)).status).toBe(422);
    expect((await new Client(showup).signIn('manager@example.com', NEW)).status).toBe(303);
  });

  it('is asked for in vain, and answered the same, where there is no account', async () => {
    expect(await ask('nobody@example.com')).toMatchObject({ status: 303, location: '/forgot?sent=1' });
    await showup.settle();
    expect(await showup.mailbox('nobody@example.com')).toEqual([]);
  });
});

describe('guessing and forging', () => {
  it('is told in the same words whether there is an account, and stopped alike', async () => {
    const told = new Map<string, unknown>();
    for (const email of ['member@example.com', 'nobody@example.com']) {
      const client = new Client(showup);
      const statuses = [];
      let last = await client.get('/sign-in');
      for (let number = 1; number <= 9; number++) {
        last = await client.signIn(email, `wrong password ${number}`);
        statuses.push(last.status);
      }
      told.set(email, [statuses, last.text.replaceAll(email, 'EMAIL').replaceAll(/value="[\w-]{22}"/gu, '')]);
    }
    expect(told.get('nobody@example.com')).toEqual(told.get('member@example.com'));
    expect(told.get('member@example.com')).toMatchObject([
      expect.arrayContaining([422, 429]),
      expect.anything(),
    ]);
    await later(hour / 4);
    expect((await new Client(showup).signIn('member@example.com', DEMO_PASSWORD)).status).toBe(303);
  });

  it('another site’s form neither signs in nor out', async () => {
    const evil = new Client(showup);
    evil.origin = 'https://evil.example';
    expect(await evil.signIn('member@example.com', DEMO_PASSWORD)).toMatchObject({ status: 403 });
    const client = await Client.signedIn(showup, 'member@example.com');
    const csrf = await client.csrf();
    client.origin = 'https://evil.example';
    expect((await client.submit('/sign-out', { csrf })).status).toBe(403);
    client.origin = showup.site;
    expect((await client.submit('/sign-out', { csrf: 'forged' })).status).toBe(403);
    expect((await client.get('/portal')).status).toBe(200);
  });

  it('leads to no other site, whatever the address asks for', async () => {
    const client = new Client(showup);
    const path = '/sign-in?next=%2F%2Fevil.example';
    const page = await client.get(path);
    const fields = { csrf: tokenIn(page.text), email: 'member@example.com', password: DEMO_PASSWORD };
    expect((await client.submit(path, fields)).location).toBe('/portal');
  });
});
