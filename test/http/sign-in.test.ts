import { describe, expect, it } from 'vitest';
import { askPasswordLink, showForgot } from '../../functions/portal/forgot.ts';
import { showSignIn, signIn, signOut } from '../../functions/portal/sign-in.ts';
import { viewerOf } from '../../functions/requests/viewer.ts';
import { removePerson } from '../../lib/app/people/change-account.ts';
import { inviteAccount } from '../../lib/app/people/invite-account.ts';
import { operator } from '../app/people/people-world.ts';
import { accountWorlds, Browser, memberIn, PASSWORD, staffIn } from './account-world.ts';

const MINUTE = 60_000;
const world = accountWorlds();

async function tryIn(
  browser: Browser,
  { email = 'ada@crates.example', password = PASSWORD, address = '/sign-in' } = {},
) {
  const { csrf } = await browser.get(showSignIn, address);
  return browser.post(signIn, address, { csrf, email, password });
}

const viewerIn = (browser: Browser) => viewerOf(world.deps, browser.event('/portal', 'GET'));

describe('signing in', () => {
  it('begins a session in cookies that scripts and other sites never see, and goes to the portal', async () => {
    const ada = await memberIn(world, 'basic');
    const browser = new Browser(world);
    const { status, location, setCookies } = await tryIn(browser);
    expect([status, location]).toEqual([303, '/portal']);
    const session = setCookies.filter((cookie) => !cookie.includes('Max-Age=0'));
    expect(session.map((cookie) => cookie.split('=', 1)[0])).toEqual(['__Host-id', '__Host-refresh']);
    for (const cookie of session) {
      expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax$/u);
      expect(cookie.length).toBeLessThan(4096);
    }
    expect(await viewerIn(browser)).toMatchObject({ person: { id: ada.id }, actor: { kind: 'member' } });
  });

  it('takes the address however it is written', async () => {
    await memberIn(world, 'basic');
    expect(await tryIn(new Browser(world), { email: ' ADA+home@Crates.example ' })).toMatchObject({
      status: 303,
    });
  });

  it('goes on to where somebody was going, on this site alone', async () => {
    await memberIn(world, 'basic');
    const next = (path: string) => `/sign-in?lang=de&next=${encodeURIComponent(path)}`;
    const own = await tryIn(new Browser(world), { address: next('/portal/bookings?when=past') });
    expect(own.location).toBe('/portal/bookings?when=past');
    for (const foreign of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'portal',
    ]) {
      expect(await tryIn(new Browser(world), { address: next(foreign) })).toMatchObject({
        location: '/portal?lang=de',
      });
    }
  });

  it('keeps where somebody was going while the form is shown again', async () => {
    await memberIn(world, 'basic');
    const address = '/sign-in?next=%2Fportal%2Fpeople';
    const again = await tryIn(new Browser(world), { address, password: 'wrong' });
    expect(again.html).toContain('action="/sign-in?next=%2Fportal%2Fpeople"');
  });

  it('sends on who is signed in already, staff to their desk, and neither to pages of the other', async () => {
    await memberIn(world, 'basic');
    await staffIn(world);
    const [member, staff] = [new Browser(world), new Browser(world)];
    await tryIn(member);
    expect(await member.get(showSignIn, '/sign-in')).toMatchObject({ status: 303, location: '/portal' });
    const toDesk = await member.get(showSignIn, '/sign-in?next=%2Fdesk%2Fhours');
    expect(toDesk).toMatchObject({ status: 303, location: '/portal' });
    const arrived = await tryIn(staff, { email: 'kim@showup.example', address: '/sign-in?next=%2Fportal' });
    expect(arrived.location).toBe('/desk');
    const wanted = await staff.get(showSignIn, '/sign-in?next=%2Fdesk%2Fwaiting');
    expect(wanted).toMatchObject({ status: 303, location: '/desk/waiting' });
    expect(await viewerIn(staff)).toMatchObject({ actor: { kind: 'staff' } });
  });

  it('shows who is about to leave who is signed in, and the way out: pages without a token lead here', async () => {
    await staffIn(world);
    const staff = new Browser(world);
    await tryIn(staff, { email: 'kim@showup.example' });
    const leaving = await staff.get(showSignIn, '/sign-in?leave=1');
    expect(leaving.html).toContain('kim@showup.example');
    expect(leaving.headers['cache-control']).toContain('no-transform');
    await staff.post(signOut, '/sign-out', { csrf: leaving.csrf });
    expect(await viewerIn(staff)).toBeUndefined();
  });

  it('gives a new session each time: what a browser was made to hold before opens nothing', async () => {
    await memberIn(world, 'basic');
    const [victim, attacker] = [new Browser(world), new Browser(world)];
    await tryIn(attacker);
    const planted = (await viewerIn(attacker))?.session;
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value);
    const form = await new Browser(world).get(showSignIn, '/sign-in');
    victim.cookies.set('__Host-browser', form.setCookies[0]?.split(/[=;]/u)[1] ?? '');
    const { csrf } = form;
    await victim.post(signIn, '/sign-in', { csrf, email: 'ada@crates.example', password: PASSWORD });
    const session = (await viewerIn(victim))?.session;
    expect(session).toBeDefined();
    expect(session).not.toBe(planted);
    expect(victim.cookies.has('__Host-browser')).toBe(false);
    // The planted one is over as soon as its ID token is.
    world.advance(61 * MINUTE);
    expect(await viewerIn(attacker)).toBeUndefined();
  });
});

describe('what is answered to a wrong try', () => {
  it('is the same, by the same calls, for a wrong password, no account, an invited one and a removed one', async () => {
    await memberIn(world, 'basic');
    const invite = (email: string) =>
      inviteAccount(world.deps.people, operator, { companyId: 'crates', name: 'X', email, level: 'basic' });
    await invite('invited@crates.example');
    const removed = await memberIn(world, 'basic', 'removed@crates.example');
    await removePerson(world.deps.people, operator, removed.id);
    const answers = [];
    for (const name of ['ada', 'nobody', 'invited', 'removed']) {
      const browser = new Browser(world);
      const { csrf } = await browser.get(showSignIn, '/sign-in');
      world.calls.length = 0;
      const email = `${name}@crates.example`;
      const { status, html, headers } = await browser.post(signIn, '/sign-in', {
        csrf,
        email,
        password: 'wrong password',
      });
      const told = html.replaceAll(email, 'EMAIL').replace(csrf, 'CSRF');
      // What a person's row is found by: an address, or no row and then one of nobody.
      const reads = world.calls.filter((call) => call === 'personByEmail').length;
      answers.push({
        status,
        told,
        headers,
        reads,
        signIns: world.calls.filter((call) => call === 'signIn').length,
      });
    }
    expect(answers[0]).toMatchObject({ status: 422, reads: 1, signIns: 1 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('stays the same when the user pool locks an account out, even for the right password', async () => {
    await memberIn(world, 'basic');
    const told = [];
    for (const password of ['wrong 1', 'wrong 2', 'wrong 3', 'wrong 4', 'wrong 5', PASSWORD]) {
      const { status, html, csrf } = await tryIn(new Browser(world), { password });
      told.push({ status, html: html.replace(csrf, 'CSRF') });
    }
    expect(told[0]?.status).toBe(422);
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('never shows the password again', async () => {
    const { html } = await tryIn(new Browser(world), { password: 'a secret of mine' });
    expect(html).not.toContain('a secret of mine');
    expect(html).toContain('value="ada@crates.example"');
  });

  it('asks for what is missing, and makes no try of it', async () => {
    const browser = new Browser(world);
    const { csrf } = await browser.get(showSignIn, '/sign-in');
    world.calls.length = 0;
    const { status, html } = await browser.post(signIn, '/sign-in', { csrf, email: 'ada', password: '' });
    expect(status).toBe(422);
    expect(html).toContain('href="#field-email"');
    expect(html).toContain('href="#field-password"');
    expect(world.calls).toEqual([]);
  });
});

describe('guessing', () => {
  it.each(['ada', 'nobody'])(
    'is stopped after 8 tries on %s, until the quarter of an hour is over',
    async (name) => {
      await memberIn(world, 'basic');
      const guess = (password: string) =>
        tryIn(new Browser(world), { email: `${name}@crates.example`, password });
      world.advance(5 * MINUTE);
      for (let number = 1; number <= 8; number++) expect((await guess(`wrong ${number}`)).status).toBe(422);
      world.calls.length = 0;
      const stopped = await guess(PASSWORD);
      expect(stopped).toMatchObject({ status: 429, headers: { 'retry-after': '600' } });
      expect(stopped.html).toContain('10 minutes');
      expect(world.calls).not.toContain('signIn');
      world.advance(10 * MINUTE);
      expect((await guess(PASSWORD)).status).toBe(name === 'ada' ? 303 : 422);
    },
  );

  it('is stopped after 60 tries from one place, whatever the addresses', async () => {
    const browser = new Browser(world);
    const { csrf } = await browser.get(showSignIn, '/sign-in');
    const guess = (number: number) =>
      browser.post(signIn, '/sign-in', { csrf, email: `x${number}@crates.example`, password: 'wrong' });
    for (let number = 1; number <= 60; number++) expect((await guess(number)).status).toBe(422);
    expect((await guess(61)).status).toBe(429);
  });
});

describe('forms', () => {
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from another host of our domain', { 'sec-fetch-site': 'same-site' }],
    ['of another origin, in browsers that say nothing of sites', { origin: 'https://evil.example' }],
    ['of an origin that is kept back', { origin: 'null' }],
    ['that say nothing of where they come from', {}],
  ])('%s sign nobody in', async (_, headers: Record<string, string>) => {
    await memberIn(world, 'basic');
    const browser = new Browser(world, headers);
    const refused = await tryIn(browser);
    expect(refused.status).toBe(403);
    expect(refused.html).not.toContain('ada@crates.example');
    expect(browser.cookies.has('__Host-id')).toBe(false);
  });

  it('of our own origin sign in, where browsers say nothing of sites', async () => {
    await memberIn(world, 'basic');
    expect(await tryIn(new Browser(world, { origin: 'https://showup.example' }))).toMatchObject({
      status: 303,
    });
  });

  it('without their token, or with that of another browser, are shown again and sign nobody in', async () => {
    await memberIn(world, 'basic');
    const other = await new Browser(world).get(showSignIn, '/sign-in');
    for (const csrf of ['', 'forged', other.csrf]) {
      const browser = new Browser(world);
      await browser.get(showSignIn, '/sign-in');
      const fields = { csrf, email: 'ada@crates.example', password: PASSWORD };
      const refused = await browser.post(signIn, '/sign-in', fields);
      expect(refused.status).toBe(403);
      // The one that is shown works.
      expect((await browser.post(signIn, '/sign-in', { ...fields, csrf: refused.csrf })).status).toBe(303);
    }
  });
});

describe('signing out', () => {
  it('ends the session here and in the user pool, and says so', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    await tryIn(browser);
    const copied = new Browser(world);
    for (const [name, value] of browser.cookies) copied.cookies.set(name, value);
    const csrf = (await viewerIn(browser))?.csrf ?? '';
    const out = await browser.post(signOut, '/sign-out', { csrf });
    expect([out.status, out.location]).toEqual([303, '/sign-in?signed-out=1']);
    expect([...browser.cookies.keys()]).toEqual([]);
    expect((await browser.get(showSignIn, out.location)).html).toContain('You are signed out');
    // An ID token that is out stays good until it expires, and no longer.
    world.advance(61 * MINUTE);
    expect(await viewerIn(copied)).toBeUndefined();
  });

  it('is nothing that another site can do for somebody', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    await tryIn(browser);
    const csrf = (await viewerIn(browser))?.csrf ?? '';
    await expect(browser.post(signOut, '/sign-out', {})).rejects.toMatchObject({ code: 'forged-request' });
    const evil = new Browser(world, { 'sec-fetch-site': 'cross-site' });
    for (const [name, value] of browser.cookies) evil.cookies.set(name, value);
    await expect(evil.post(signOut, '/sign-out', { csrf })).rejects.toMatchObject({ code: 'forged-request' });
    await expect(evil.post(signOut, '/sign-out', {})).rejects.toMatchObject({ code: 'forged-request' });
    expect(await viewerIn(browser)).toBeDefined();
  });

  it('clears what is left of a session that is over', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    await tryIn(browser);
    world.advance(13 * 60 * MINUTE);
    expect((await browser.post(signOut, '/sign-out', {})).status).toBe(303);
    expect(browser.cookies.size).toBe(0);
  });
});

describe('asking for a link to a new password', () => {
  const ask = async (email: string) => {
    const browser = new Browser(world);
    const { csrf } = await browser.get(showForgot, '/forgot');
    return browser.post(askPasswordLink, '/forgot', { csrf, email });
  };

  it('is answered the same for every address, and not sooner for those without an account', async () => {
    await memberIn(world, 'basic');
    const answers = [];
    for (const name of ['ada', 'nobody']) {
      const began = performance.now();
      const { status, location, html } = await ask(`${name}@crates.example`);
      expect(performance.now() - began).toBeGreaterThanOrEqual(595);
      answers.push({ status, location, html });
    }
    expect(answers[0]).toEqual({ status: 303, location: '/forgot?sent=1', html: '' });
    expect(answers[1]).toEqual(answers[0]);
    const { html } = await new Browser(world).get(showForgot, '/forgot?sent=1');
    expect(html).toContain('Look into your mail');
  });

  it('is limited as signing in is, and counted apart from it', async () => {
    // At once: each is answered only after a while.
    const few = await Promise.all(Array.from({ length: 8 }, () => ask('nobody@crates.example')));
    expect(few.map(({ status }) => status)).toEqual(Array(8).fill(303));
    expect(await ask('nobody@crates.example')).toMatchObject({ status: 429 });
    expect((await tryIn(new Browser(world), { email: 'nobody@crates.example' })).status).toBe(422);
  });

  it('needs the form’s token', async () => {
    const browser = new Browser(world);
    expect((await browser.post(askPasswordLink, '/forgot', { csrf: 'x', email: 'a@b.example' })).status).toBe(
      403,
    );
  });
});
