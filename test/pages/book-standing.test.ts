import { beforeEach, describe, expect, it } from 'vitest';
import { showBooking, submitBooking } from '../../functions/pages/booking.ts';
import { showSignIn, signIn } from '../../functions/portal/sign-in.ts';
import { standingDepsWith } from '../../lib/adapters/deps.ts';
import { handle } from '../../lib/app/handle.ts';
import { ruleOnCompany } from '../../lib/app/standing/rule-on-company.ts';
import { ruleOnPerson } from '../../lib/app/standing/rule-on-person.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { book } from '../app/acting.ts';
import { DAY, HOUR, MINUTE, staff } from '../app/standing/standing-world.ts';
import withAccounts from '../fixture-config-accounts.ts';
import { accountWorlds, Browser, memberIn, PASSWORD, type Shown } from '../http/account-world.ts';
import { NOW, START } from '../world.ts';
import { textOf } from './session-visit.ts';

const ada = { name: 'Ada Park', email: 'ada@crates.example', companyCode: 'DEMO-2026' };
const wanted = {
  ...ada,
  start: new Date(START + 7 * DAY).toISOString(),
  sessionType: 'live-60',
  timeZone: 'America/New_York',
};

const world = accountWorlds(withAccounts);
let browser: Browser;
beforeEach(async () => {
  browser = new Browser(world);
  await memberIn(world, 'basic');
});

/** A session on each of the days that nobody came to; the clock is where the last one closed. */
async function missed(...starts: readonly number[]): Promise<Booking[]> {
  const booked: Booking[] = [];
  for (const start of starts) booked.push(await book(world.deps, { start, attendee: ada }));
  for (const { id, start, version } of booked) {
    world.advance(start + 10 * MINUTE - world.deps.now());
    await handle(world.deps, id, { type: 'due', kind: 'close', version });
  }
  return booked;
}

async function enter(email = ada.email): Promise<void> {
  const { csrf } = await browser.get(showSignIn, '/sign-in');
  await browser.post(signIn, '/sign-in', { csrf, email, password: PASSWORD });
}

async function press(fields: Readonly<Record<string, string>> = wanted, address = '/book'): Promise<Shown> {
  const { html, csrf } = await browser.get(showBooking, address);
  const key = /name="key" value="([^"]*)"/u.exec(html)?.[1] ?? '';
  return browser.post(submitBooking, address, { key, csrf, ...fields, action: 'book' });
}

function ruleOn(decision: 'approval' | 'block') {
  const deps = { ...world.deps, standing: standingDepsWith(world.table) };
  const until = world.deps.now() + 30 * DAY;
  return ruleOnCompany(deps, staff, 'crates', { decision, until, reason: 'Too many changes' });
}

describe('whoever is blocked', () => {
  it('is told until when, for which sessions, and every way out, with the form as it was', async () => {
    await missed(START, START + DAY);
    await enter();
    const { status, html } = await press();
    expect(status).toBe(403);
    const text = textOf(html);
    for (const told of [
      'Free sessions are blocked for you for now',
      'You can book them again from Sunday, 24 January 2027, 10:00 (Eastern Standard Time, New York).',
      'Tuesday, 24 November 2026: nobody joined. Contest it',
      'Wednesday, 25 November 2026: nobody joined. Contest it',
      'Pay the reinstatement fee of US$100.00',
      'Book this session as a paid one, for US$140.00: write to support@example.com.',
      'Nothing was booked, and what you typed is still here.',
    ])
      expect(text).toContain(told);
    expect(html).toContain('value="ada@crates.example"');
    expect(text).not.toContain('This code is fine');
    expect(text).toContain('US$140.00 without a company code');
  });

  it('is told on the first look already, where they are signed in', async () => {
    await missed(START, START + DAY);
    await enter();
    const { status, html } = await browser.get(showBooking, '/book');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('Free sessions are blocked for you for now');
    expect(html).not.toMatch(/id="said"[^>]*autofocus/u);
  });

  it('contests by the link of each own session, and sees which were contested', async () => {
    const [first, second] = await missed(START, START + DAY);
    await handle(world.deps, first?.id ?? '', { type: 'contest', text: 'I was there' });
    await enter();
    const { html } = await browser.get(showBooking, '/book');
    expect(textOf(html)).toContain('nobody joined. You have contested it. We read it and decide.');
    const links = [...html.matchAll(/href="\/manage\/(bkg_\w+)\.[\w-]+#contest"/gu)];
    expect(links.map(([, id]) => id)).toEqual([second?.id]);
  });

  it('is shown to a colleague without the links that speak for somebody else', async () => {
    await missed(START, START + DAY);
    await memberIn(world, 'manager', 'mika@crates.example');
    await enter('mika@crates.example');
    const { html } = await press();
    expect(textOf(html)).toContain('the mail about it has the link');
    expect(html).not.toContain('/manage/');
  });

  it('is not shown to whoever isn’t signed in: they sign in first', async () => {
    await missed(START, START + DAY);
    const { status, location } = await press();
    expect([status, location]).toEqual([303, '/sign-in?next=%2Fbook']);
    const wrong = await press({ ...wanted, name: '' });
    expect(textOf(wrong.html)).not.toContain('blocked');
  });

  it('by our staff is told their reason, in German too', async () => {
    const deps = { ...world.deps, standing: standingDepsWith(world.table) };
    const about = { email: ada.email, companyId: 'crates', reason: 'Rude <twice>' };
    await ruleOnPerson(deps, staff, { ...about, decision: 'block', until: NOW + 10 * DAY });
    await enter();
    const { html } = await press(wanted, '/book?lang=de');
    expect(html).toContain('Das haben wir entschieden: Rude &lt;twice>');
    expect(textOf(html)).toContain('Kostenlose Termine sind für Sie zurzeit gesperrt');
  });
});

describe('where our staff decided on the company', () => {
  it('a block is told with its reason, its end and the paid way', async () => {
    await ruleOn('block');
    await enter();
    const { status, html } = await press();
    expect(status).toBe(403);
    for (const told of [
      'Free sessions are blocked for your company for now',
      'Wednesday, 23 December 2026',
      'Our staff decided so: Too many changes',
      'Book this session as a paid one, for US$140.00',
    ])
      expect(textOf(html)).toContain(told);
  });

  it('approval is spoken of before the press, and the booking waits for it', async () => {
    await ruleOn('approval');
    await enter();
    const shown = await browser.post(submitBooking, '/book', {
      ...wanted,
      ...{ key: '00000000-0000-4000-8000-000000000000', action: 'show' },
    });
    expect(textOf(shown.html)).toContain('It needs approval first: we decide by Mon 30 Nov, 15:00 EST');
    const { status, location } = await press();
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/booked\//u)]);
    const id = /bkg_\w+/u.exec(location)?.[0] ?? '';
    expect(await world.deps.table.booking(id)).toMatchObject({ status: 'pending' });
  });

  it('a time too soon for approval is told as that', async () => {
    await ruleOn('approval');
    await enter();
    const { status, html } = await press({ ...wanted, start: new Date(NOW + 3 * HOUR).toISOString() });
    expect(status).toBe(403);
    expect(textOf(html)).toContain('This time is too soon Your bookings need approval for now');
  });
});
