import { describe, expect, it } from 'vitest';
import { showBooking, submitBooking } from '../../functions/pages/booking.ts';
import { showSignIn, signIn } from '../../functions/portal/sign-in.ts';
import { removePerson } from '../../lib/app/people/change-account.ts';
import { operator } from '../app/people/people-world.ts';
import fixture from '../fixture-config.ts';
import withAccounts from '../fixture-config-accounts.ts';
import { accountWorlds, Browser, memberIn, PASSWORD, type Shown, staffIn } from '../http/account-world.ts';
import { START } from '../world.ts';
import { textOf } from './session-visit.ts';

const MINUTE = 60_000;
const start = new Date(START).toISOString();
const ada = { name: 'Ada Park', email: 'ada@crates.example', companyCode: 'DEMO-2026' };
const typed = { ...ada, start, topic: 'Import & "export"\r\nTwo lines' };

const world = accountWorlds(withAccounts);

/** Everything that the page's form sends, with some of it typed over. */
function form(page: Shown, fields: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...controls(page), ...fields };
}

function controls({ html }: Shown): Record<string, string> {
  const inner = /<form id="book".*?<\/form>/su.exec(html)?.[0] ?? '';
  const inputs = [...inner.matchAll(/<input[^>]*>/gu)].map(([input]) => [
    /name="([^"]*)"/u.exec(input)?.[1] ?? '',
    decoded(/value="([^"]*)"/u.exec(input)?.[1] ?? ''),
  ]);
  const topic = decoded(/<textarea[^>]*>(.*?)<\/textarea>/su.exec(inner)?.[1] ?? '');
  const timeZone = /<select[^>]*name="timeZone".*?<option[^>]*value="([^"]*)"[^>]* selected/su.exec(
    inner,
  )?.[1];
  return { ...Object.fromEntries(inputs), topic, ...(timeZone && { timeZone }) };
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

async function enter(browser: Browser, address = '/sign-in', email = ada.email): Promise<Shown> {
  const { csrf } = await browser.get(showSignIn, address);
  return browser.post(signIn, address, { csrf, email, password: PASSWORD });
}

async function press(
  browser: Browser,
  page: Shown,
  action: string,
  fields: Readonly<Record<string, string>> = {},
  address = '/book',
): Promise<Shown> {
  return browser.post(submitBooking, address, { ...form(page, fields), action });
}

const open = (browser: Browser, address = '/book') => browser.get(showBooking, address);

describe('whoever books free and isn’t signed in', () => {
  it('signs in on the way, and comes back to everything as it was typed and picked', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    const away = await press(browser, await open(browser), 'book', typed);
    expect([away.status, away.location]).toEqual([303, '/sign-in?next=%2Fbook']);
    const signedIn = await enter(browser, away.location);
    expect(signedIn.location).toBe('/book');
    const back = await open(browser, signedIn.location);
    expect(controls(back)).toMatchObject({ ...typed, topic: typed.topic.replace('\r\n', '\n') });
    expect(textOf(back.html)).toContain('You are signed in Everything is as you left it.');
    const booked = await press(browser, back, 'book');
    expect(booked.status).toBe(303);
    expect(booked.location).toMatch(/^\/booked\/bkg_/u);
  });

  it('leaves nothing of what was typed in an address, nor legible in the cookie, which is gone once read', async () => {
    const browser = new Browser(world);
    await memberIn(world, 'basic');
    const { location, setCookies } = await press(browser, await open(browser), 'book', typed);
    expect(location).not.toMatch(/ada|DEMO|Import/iu);
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(
      /^__Host-draft=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=1200$/u,
    );
    expect(controls(await open(browser))).toMatchObject(ada);
    expect([...browser.cookies.keys()]).not.toContain('__Host-draft');
    expect(controls(await open(browser))).toMatchObject({ name: '', email: '', companyCode: '' });
  });

  it('keeps the language, and the same form: it still books once', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    const first = await open(browser, '/book?lang=de');
    const away = await press(browser, first, 'book', typed, '/book?lang=de');
    expect(away.location).toBe('/sign-in?lang=de&next=%2Fbook%3Flang%3Dde');
    const back = await open(browser, (await enter(browser, away.location)).location);
    expect(textOf(back.html)).toContain('Sie sind angemeldet');
    expect(controls(back)['key']).toBe(controls(first)['key']);
  });

  it('can sign in before typing anything, and then has name, mail and code filled in', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    const page = await open(browser);
    expect(textOf(page.html)).toContain(
      'Then you need an account. Sign in, and name, mail and code are filled in.',
    );
    const away = await press(browser, page, 'sign-in', { start });
    const back = await open(browser, (await enter(browser, away.location)).location);
    expect(controls(back)).toMatchObject({ ...ada, start });
    expect(textOf(back.html)).toContain('Signed in as Ada Park. Sign out');
    expect(textOf(back.html)).toContain('This code is fine');
  });

  it('is told what can’t be booked anyway before signing in for it', async () => {
    const browser = new Browser(world);
    const page = await open(browser);
    const wrong = await press(browser, page, 'book', { ...typed, companyCode: 'NOBODY' });
    expect([wrong.status, wrong.setCookies]).toEqual([422, []]);
    const nobody = await press(browser, page, 'book', { ...typed, email: 'nobody@crates.example' });
    expect(nobody.status).toBe(422);
    expect(textOf(nobody.html)).toContain('this address has no account with the company whose code it is');
    expect(textOf(nobody.html)).toContain('https://showup.example/portal/people');
    const missing = await press(browser, page, 'book', { ...typed, name: '' });
    expect(missing.status).toBe(422);
  });

  it('has 20 minutes for it', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    await press(browser, await open(browser), 'book', typed);
    world.advance(20 * MINUTE);
    expect(controls(await open(browser))).toMatchObject({ name: '', email: '' });
    expect([...browser.cookies.keys()]).not.toContain('__Host-draft');
  });

  it('is led nowhere by another site, and nothing is kept of what it filled in', async () => {
    await memberIn(world, 'basic');
    const own = new Browser(world);
    const page = await open(own);
    const lured = new Browser(world, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
    for (const action of ['book', 'sign-in']) {
      await expect(press(lured, page, action, typed)).rejects.toMatchObject({ code: 'forged-request' });
    }
    expect(lured.cookies.size).toBe(0);
  });
});

describe('whoever is signed in', () => {
  it('finds name, mail and the company’s code filled in, and books', async () => {
    const { id } = await memberIn(world, 'basic');
    const browser = new Browser(world);
    await enter(browser);
    const page = await open(browser);
    expect(controls(page)).toMatchObject(ada);
    const { status, location } = await press(browser, page, 'book', { start });
    expect(status).toBe(303);
    const bookingId = /bkg_\w+/u.exec(location)?.[0] ?? '';
    expect(await world.deps.table.booking(bookingId)).toMatchObject({ personId: id, companyId: 'crates' });
  });

  it('gets the page uncompressed, since it holds the token of the session; others get it as ever', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    expect((await open(browser)).headers['cache-control']).toBe('no-store');
    await enter(browser, '/sign-in?next=/book');
    expect((await open(browser)).headers['cache-control']).toContain('no-transform');
  });

  it('books for a colleague with an account, and is told at the mail field of an address without', async () => {
    await memberIn(world, 'basic');
    const mika = await memberIn(world, 'manager', 'mika@crates.example');
    const browser = new Browser(world);
    await enter(browser);
    const page = await open(browser);
    const nobody = await press(browser, page, 'book', { start, email: 'nobody@crates.example' });
    expect(nobody.status).toBe(403);
    expect(nobody.html).toMatch(/id="field-email-problem"[^>]*>Email: this address has no account/u);
    expect(controls(nobody)).toMatchObject({ email: 'nobody@crates.example', start });
    const booked = await press(browser, page, 'book', { start, name: 'Mika', email: mika.email });
    const bookingId = /bkg_\w+/u.exec(booked.location)?.[0] ?? '';
    expect(await world.deps.table.booking(bookingId)).toMatchObject({ personId: mika.id });
  });

  it('keeps what was typed for somebody else when coming back from signing in', async () => {
    await memberIn(world, 'basic');
    await memberIn(world, 'manager', 'mika@crates.example');
    const browser = new Browser(world);
    const fields = { ...typed, name: 'Mika', email: 'mika@crates.example' };
    const away = await press(browser, await open(browser), 'book', fields);
    const back = await open(browser, (await enter(browser, away.location)).location);
    expect(controls(back)).toMatchObject({ name: 'Mika', email: 'mika@crates.example' });
  });

  it('needs the token of the session in the form: one from before is shown again, with nothing booked', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    const before = await open(browser);
    await enter(browser);
    const again = await press(browser, before, 'book', typed);
    expect(again.status).toBe(403);
    expect(textOf(again.html)).toContain('Please press the button once more');
    expect(controls(again)).toMatchObject({ ...ada, start });
    expect((await press(browser, again, 'book')).status).toBe(303);
  });

  it('is not made to book by another site, even with the token', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    await enter(browser);
    const page = await open(browser);
    const lured = new Browser(world, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
    for (const [name, value] of browser.cookies) lured.cookies.set(name, value);
    await expect(press(lured, page, 'book', { start })).rejects.toMatchObject({ code: 'forged-request' });
  });

  it('is nobody once removed: neither name nor code is shown, and nothing is booked', async () => {
    const { id } = await memberIn(world, 'basic');
    const browser = new Browser(world);
    await enter(browser);
    const page = await open(browser);
    await removePerson(world.deps.people, operator, id);
    const after = await open(browser);
    expect(controls(after)).toMatchObject({ name: '', email: '', companyCode: '' });
    expect(after.html).not.toContain('DEMO-2026');
    const tried = await press(browser, page, 'book', { start });
    expect(textOf(tried.html)).toContain('this address has no account');
  });

  it('sees the code of the own company, whatever the link says; staff of ours see none', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    await enter(browser);
    expect(controls(await open(browser, '/book?company=OTHER-2026'))).toMatchObject({
      companyCode: 'DEMO-2026',
    });
    const kim = await staffIn(world);
    const desk = new Browser(world);
    await enter(desk, '/sign-in', kim.email);
    const page = await open(desk);
    expect(controls(page)).toMatchObject({ name: '', email: '', companyCode: '' });
    expect(textOf(page.html)).toContain('Signed in as Kim.');
  });
});

describe('in another site’s frame', () => {
  it('signing in opens a window of its own, with the form as it is', async () => {
    await memberIn(world, 'basic');
    const browser = new Browser(world);
    const page = await open(browser, '/book?embed=1');
    expect(page.html).toMatch(/formaction="\/book" formtarget="_blank"[^>]*>Sign in \(new window\)/u);
    const told = await press(browser, page, 'book', typed, '/book?embed=1');
    expect([told.status, told.setCookies]).toEqual([401, []]);
    expect(textOf(told.html)).toContain('Please sign in first A free session needs an account.');
    expect(controls(told)).toMatchObject(ada);
    const beside = await press(browser, told, 'sign-in');
    expect(beside.location).toBe('/sign-in?next=%2Fbook');
    const frame = await open(browser, '/book?embed=1');
    expect(controls(frame)).toMatchObject({ name: '' });
    expect(controls(await open(browser))).toMatchObject(ada);
  });
});

describe('where the policy asks for no account', () => {
  it('the page asks nobody to sign in, and whoever has the code books', async () => {
    const browser = new Browser({ ...world, deps: { ...world.deps, settings: fixture } });
    const page = await open(browser);
    expect(page.html).not.toContain('value="sign-in"');
    expect((await press(browser, page, 'book', typed)).location).toMatch(/^\/booked\//u);
  });
});
