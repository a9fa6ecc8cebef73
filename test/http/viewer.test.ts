import { describe, expect, it } from 'vitest';
import { requireViewer, viewerOf } from '../../functions/requests/viewer.ts';
import { csrfToken } from '../../lib/app/csrf.ts';
import { removePerson } from '../../lib/app/people/change-account.ts';
import { levels } from '../../lib/domain/people/level.ts';
import { may } from '../../lib/domain/people/permissions.ts';
import { routes } from '../../lib/http/routes.ts';
import { sessionCookies } from '../../lib/http/session-cookies.ts';
import { operator } from '../app/people/people-world.ts';
import { accountWorlds, Browser, memberIn, PASSWORD, staffIn } from './account-world.ts';

const HOUR = 3_600_000;
const world = accountWorlds();

/** A browser that holds a session of the person, without the detour of a form. */
async function signedIn({ id }: { readonly id: string }, headers?: Record<string, string>): Promise<Browser> {
  const tokens = await world.deps.identity.signIn(id, PASSWORD);
  if (tokens === undefined) throw new Error(`${id} can't sign in`);
  const browser = new Browser(world, headers);
  for (const cookie of sessionCookies({ username: id, ...tokens })) {
    const [name = '', value = ''] = cookie.split(/[=;]/u);
    browser.cookies.set(name, value);
  }
  return browser;
}

const view = (browser: Browser) => viewerOf(world.deps, browser.event('/portal', 'GET'));
const post = (browser: Browser, fields: Record<string, string>) =>
  browser.event('/portal', 'POST', new URLSearchParams(fields).toString());
const refusal = (code: string) => expect.objectContaining({ code });

describe('who asks', () => {
  it('is nobody without cookies, with others’, or with made-up ones', async () => {
    const browser = new Browser(world);
    expect(await view(browser)).toBeUndefined();
    for (const [name, value] of [
      ['__Host-id', 'x.y.z'],
      ['__Host-refresh', 'per_ada.forged'],
      ['id', 'x'],
    ] as const) {
      browser.cookies.set(name, value);
      expect(await view(browser)).toBeUndefined();
    }
  });

  it('is the person, by cookie as by bearer token, with one CSRF token for the session', async () => {
    const ada = await memberIn(world, 'manager');
    const browser = await signedIn(ada);
    const byCookie = await view(browser);
    expect(byCookie).toMatchObject({ actor: { kind: 'member', person: ada }, person: ada, cookies: [] });
    expect(byCookie?.csrf).toBe(await csrfToken(world.deps, 'session', byCookie?.session ?? ''));
    const event = new Browser(world).event('/portal', 'GET');
    event.headers['authorization'] = `bearer ${browser.cookies.get('__Host-id')}`;
    expect(await viewerOf(world.deps, event)).toEqual(byCookie);
  });

  it('is nobody with an authorization that is none, whatever the cookies say', async () => {
    const browser = await signedIn(await memberIn(world, 'manager'));
    for (const authorization of ['Bearer x.y.z', 'Bearer', 'Basic YTpi', '']) {
      const event = browser.event('/portal', 'GET');
      event.headers['authorization'] = authorization;
      expect(await viewerOf(world.deps, event)).toBeUndefined();
    }
  });

  it('is the same session with a new ID token after an hour, and nobody after twelve', async () => {
    const browser = await signedIn(await memberIn(world, 'basic'));
    const before = await view(browser);
    world.advance(HOUR + 1000);
    const renewed = await view(browser);
    expect(renewed).toMatchObject({ session: before?.session, csrf: before?.csrf });
    expect(renewed?.cookies.map((cookie) => cookie.split('=', 1)[0])).toEqual([
      '__Host-id',
      '__Host-refresh',
    ]);
    for (const cookie of renewed?.cookies ?? []) {
      const [name = '', value = ''] = cookie.split(/[=;]/u);
      browser.cookies.set(name, value);
    }
    expect(await view(browser)).toMatchObject({ session: before?.session, cookies: [] });
    world.advance(12 * HOUR);
    expect(await view(browser)).toBeUndefined();
  });

  it('is nobody when the token that renews is said to be somebody else’s', async () => {
    const [ada, ben] = [
      await memberIn(world, 'basic'),
      await memberIn(world, 'primary', 'ben@crates.example'),
    ];
    const browser = await signedIn(ada);
    browser.cookies.delete('__Host-id');
    const [, token = ''] = (browser.cookies.get('__Host-refresh') ?? '').split(/\.(.*)/su);
    browser.cookies.set('__Host-refresh', `${ben.id}.${token}`);
    expect(await view(browser)).toBeUndefined();
  });

  it('is nobody from the moment the person is removed, with a token that is still good', async () => {
    const ada = await memberIn(world, 'basic');
    const browser = await signedIn(ada);
    await removePerson(world.deps.people, operator, ada.id);
    expect(await world.deps.identity.verify(browser.cookies.get('__Host-id') ?? '')).toBeDefined();
    expect(await view(browser)).toBeUndefined();
  });

  it('is nobody where the user pool and our rows differ on who is staff', async () => {
    const ada = await memberIn(world, 'primary');
    await world.deps.identity.setPassword({ username: ada.id, email: ada.email, staff: true }, PASSWORD);
    expect(await view(await signedIn(ada))).toBeUndefined();
  });
});

describe('what a change needs', () => {
  const change = (event: ReturnType<typeof post>) => requireViewer(world.deps, event, 'sign-in');

  it('is the session’s CSRF token, in the form or a header, from our own site', async () => {
    const browser = await signedIn(await memberIn(world, 'basic'));
    const csrf = (await view(browser))?.csrf ?? '';
    expect(await change(post(browser, { csrf }))).toMatchObject({ csrf });
    const byHeader = post(browser, {});
    byHeader.headers['x-csrf-token'] = csrf;
    expect(await change(byHeader)).toMatchObject({ csrf });
    expect(await requireViewer(world.deps, post(browser, {}), 'sign-in', { csrf })).toMatchObject({ csrf });
  });

  it('is not met by no token, that of another session of the same person, or that of a browser', async () => {
    const ada = await memberIn(world, 'basic');
    const [browser, other] = [await signedIn(ada), await signedIn(ada)];
    const own = await view(browser);
    const wrong = [
      '',
      (await view(other))?.csrf ?? '',
      await csrfToken(world.deps, 'browser', own?.session ?? ''),
      `${own?.csrf}=`,
    ];
    for (const csrf of wrong) {
      await expect(change(post(browser, { csrf }))).rejects.toEqual(refusal('forged-request'));
    }
    await expect(change(post(browser, {}))).rejects.toEqual(refusal('forged-request'));
  });

  it('is not met from another site, even with the token', async () => {
    const ada = await memberIn(world, 'basic');
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      const browser = await signedIn(ada, headers);
      const csrf = (await view(browser))?.csrf ?? '';
      await expect(change(post(browser, { csrf }))).rejects.toEqual(refusal('forged-request'));
    }
  });

  it('is nothing more for a program with a bearer token, which no page of another site can send', async () => {
    const browser = await signedIn(await memberIn(world, 'basic'));
    const event = new Browser(world, {}).event('/v1/portal/newsletters', 'POST', '{}');
    event.headers['authorization'] = `Bearer ${browser.cookies.get('__Host-id')}`;
    expect(await change(event)).toMatchObject({ person: { email: 'ada@crates.example' } });
  });

  it('says of a session that is over that it is, before anything else', async () => {
    const browser = await signedIn(await memberIn(world, 'basic'));
    const csrf = (await view(browser))?.csrf ?? '';
    world.advance(13 * HOUR);
    await expect(change(post(browser, { csrf }))).rejects.toEqual(refusal('not-signed-in'));
  });
});

describe('every route that needs something', () => {
  const needing = routes.flatMap((route) => ('needs' in route ? [route] : []));

  it('lets in exactly those that the permission table lets in, and our staff where it needs staff', async () => {
    const asked = await Promise.all([
      ...levels.map(async (level) => ({
        who: level as string,
        browser: await signedIn(await memberIn(world, level, `${level}@crates.example`)),
      })),
      staffIn(world).then(async (staff) => ({ who: 'staff', browser: await signedIn(staff) })),
    ]);
    asked.push({ who: 'nobody', browser: new Browser(world) });
    expect(needing.length).toBeGreaterThan(20);
    const wanted = new Map<string, string>();
    const got = new Map<string, string>();
    for (const { name, method, path, needs } of needing) {
      for (const { who, browser } of asked) {
        const csrf = (await view(browser))?.csrf ?? '';
        const body = method === 'POST' ? new URLSearchParams({ csrf }).toString() : undefined;
        const asking = requireViewer(world.deps, browser.event(path, method, body), needs);
        got.set(
          `${name} ${who}`,
          await asking.then(
            () => 'in',
            ({ code }: { readonly code: string }) => code,
          ),
        );
        const level = levels.find((one) => one === who);
        const isIn = needs === 'staff' ? who === 'staff' : level !== undefined && may(level, needs);
        wanted.set(`${name} ${who}`, isIn ? 'in' : who === 'nobody' ? 'not-signed-in' : 'not-allowed');
      }
    }
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(wanted));
  });

  it('is every route of the portal and the desk but those that lead in and out', () => {
    const open = routes.filter(
      (route) => (route.function === 'portal' || route.function === 'desk') && !('needs' in route),
    );
    expect(open.map(({ name }) => name)).toEqual([
      'showSignIn',
      'signIn',
      'signOut',
      'showForgot',
      'askPasswordLink',
      'showPassword',
      'setPassword',
      // Its address is the key to it.
      'getFeed',
    ]);
    for (const { path, needs } of needing)
      expect(/^(?:\/v1)?\/desk(?:\/|$)/u.test(path)).toBe(needs === 'staff');
  });
});
