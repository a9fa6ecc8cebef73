import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../e2e/accounts/client.ts';
import { expectAccessible } from './accessible.ts';
import type { Look } from './browser.ts';
import { press } from './press.ts';
import { running } from './running.ts';

const run = running();

async function signedIn(look?: Look): Promise<Page> {
  const page = await run.browser.visit(look);
  await page.goto(`${run.showup.site}/sign-in`);
  await page.locator('[name=email]').fill('staff@example.com');
  await page.locator('[name=password]').fill(DEMO_PASSWORD);
  await page.locator('button.primary').click();
  await page.waitForURL(/\/desk(?:\?|$)/u);
  return page;
}

/** Also where it needs approval first. */
async function booked(start: string): Promise<string> {
  const attendee = { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' };
  const { body } = await run.showup.tryToBook({ start, extra: { attendee } });
  await run.showup.settle();
  return body.id;
}

/** As a browser with scripts shows it, with all that can be opened open. */
async function expectEasy(page: Page, state: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details'))
      (details as HTMLDetailsElement).open = true;
  });
  await expectAccessible(page, state);
}

/** From now on, sessions of the company need approval. */
async function requireApproval(page: Page): Promise<void> {
  await page.goto(`${run.showup.site}/desk/companies/example-crates`);
  await page.locator('[name=decision][value=approval]').check();
  await page.locator('[name=until]').fill('2027-03-31');
  await page.locator('#rule [name=reason]').fill('Too many changes');
  await press(page.locator('#rule button[type=submit]'));
}

it('a person is found by number, blocked and unblocked by keyboard and form alone, without scripts', async () => {
  await booked('2026-12-02T16:00:00Z');
  const page = await signedIn({ script: false });
  await page.goto(`${run.showup.site}/desk/search`);
  await page.locator('#search-q').fill('(555) 010-0123');
  await page.keyboard.press('Enter');
  await page.locator('main a', { hasText: 'Ada Park' }).first().click();
  await page.locator('#person-block summary').press('Enter');
  await page.locator('#person-block [name=until]').fill('2027-01-31');
  await page.locator('#person-block [name=reason]').fill('Rude twice');
  await press(page.locator('#person-block button[type=submit]'));
  expect(await page.locator('[role=status].notice').innerText()).toContain('Free sessions are blocked');
  expect(await page.locator('#standing').innerText()).toContain('by a decision of our staff: Rude twice');
  await page.locator('#person-lift summary').click();
  await page.locator('#person-lift [name=reason]').fill('We talked');
  await press(page.locator('#person-lift button[type=submit]'));
  expect(await page.locator('#standing').innerText()).toContain('without approval');
  await run.showup.settle();
  expect((await run.showup.mailbox('ada@example.com')).at(-1)?.text).toContain('We talked');
}, 120_000);

it('of two who decide on the same booking, the second is told what the first did', async () => {
  const [one, other] = [await signedIn(), await signedIn({ width: 1280 })];
  await expectEasy(one, 'the desk');
  await one.goto(`${run.showup.site}/desk/waiting`);
  await expectEasy(one, 'nothing waits');
  await requireApproval(other);
  const id = await booked('2026-12-03T16:00:00Z');
  await other.goto(`${run.showup.site}/desk/waiting`);
  await one.goto(`${run.showup.site}/desk/waiting`);
  await expectEasy(one, 'an approval waits');
  await press(one.locator(`#${id} button[value=decline]`));
  await expectEasy(one, 'declined without a reason');
  await one.locator(`#${id} [name=reason]`).fill('Please call us first');
  await press(one.locator(`#${id} button[value=decline]`));
  expect(await one.locator('[role=status].notice').innerText()).toContain('Declined');
  await expectEasy(one, 'decided');
  await press(other.locator(`#${id} button[value=approve]`));
  const told = other.locator('main [role=alert]');
  expect(await told.innerText()).toContain('Please call us first');
  expect(await told.evaluate((element) => element === document.activeElement)).toBe(true);
  await expectEasy(other, 'somebody was faster');
}, 180_000);

it('the search and the page of a person can be used in every language and state', async () => {
  const id = await booked('2026-12-02T16:00:00Z');
  const page = await signedIn();
  for (const q of ['', 'crates', 'ada@example.com', 'bkg_', 'nobody@example.com']) {
    await page.goto(`${run.showup.site}/desk/search?lang=de&${new URLSearchParams({ q })}`);
    await expectEasy(page, `the search for "${q}"`);
  }
  await page.goto(`${run.showup.site}/desk/search?q=${id}`);
  expect(page.url()).toBe(`${run.showup.site}/desk/bookings/${id}`);
  await page.goto(`${run.showup.site}/desk/people/ada%40example.com`);
  await expectEasy(page, 'a person');
  await press(page.locator('#person-erase button[type=submit]'));
  await expectEasy(page, 'erased without what is needed');
  await page.locator('#person-erase [name=reason]').fill('Asked for it');
  await page.locator('#person-erase [name=confirm]').fill('ada@example.com');
  await press(page.locator('#person-erase button[type=submit]'));
  expect(await page.locator(`#person-erase a[href="/desk/bookings/${id}"]`).count()).toBe(1);
  await expectEasy(page, 'not to be erased yet');
}, 180_000);

it('the rooms of appointments, hours, companies, sheets and search can be used by everybody, as they open', async () => {
  const page = await signedIn();
  const paths = [
    ...['/desk/book', '/desk/hours', '/desk/hours?consultant=robin', '/desk/companies', '/desk/import'],
    '/desk/webhooks',
    ...['/desk/companies/example-crates', '/desk/search?q=example', '/desk/people/member%40example.com'],
  ];
  for (const path of paths) {
    await page.goto(run.showup.site + path);
    await expectEasy(page, path);
  }
  await page.goto(`${run.showup.site}/desk/webhooks`);
  await press(page.locator('main button[type=submit]').first());
  await expectEasy(page, 'a webhook without anything');
  await page.locator('[name=description]').fill('The CRM');
  await page.locator('[name=url]').fill(`http://127.0.0.1:9/${'a-long-address'.repeat(12)}`);
  await page.locator('[name="booking.moved"]').check();
  await press(page.locator('main button[type=submit]').first());
  await press(page.locator('button', { hasText: 'Show the secret' }));
  await press(page.locator('button', { hasText: 'Send a test event' }));
  await expectEasy(page, 'a webhook');
  await page.goto(`${run.showup.site}/desk/import`);
  await page.locator('textarea').fill('Company ID,Company name\nno id!,');
  await press(page.locator('main button[type=submit]').first());
  await expectEasy(page, 'a sheet with bad lines');
});
