import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../e2e/accounts/client.ts';
import { expectAccessible } from './accessible.ts';
import type { Look } from './browser.ts';
import { running } from './running.ts';

const run = running();

async function signedIn(email: string, look?: Look): Promise<Page> {
  const page = await run.browser.visit(look);
  await page.goto(`${run.showup.site}/sign-in`);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(DEMO_PASSWORD);
  await page.locator('button.primary').click();
  await page.waitForURL('**/portal');
  return page;
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

it('a Primary asks for an account, gives another level and takes it back, without scripts', async () => {
  const page = await signedIn('primary@example.com', { script: false });
  await page.goto(`${run.showup.site}/portal/people`);
  await page.locator('[name=name]').fill('Nora New');
  await page.locator('[name=email]').fill('nora@example.com');
  await page.locator('[name=action][value=ask]').click();
  expect(await page.locator('[role=alert]').innerText()).toMatch(/level/iu);
  await page.locator('#ask [name=level][value=basic]').check();
  await page.locator('#ask button[value=ask]').click();
  await page.waitForURL(/\/portal\/people\?/u);
  await run.showup.settle();
  expect((await run.showup.mailbox('nora@example.com')).at(-1)?.text).toContain('/password/');
  expect(await page.locator('.entries').innerText()).toContain('Nora New');
  const entry = page.locator('.entries > li', { hasText: 'Nora New' });
  await entry.locator('details > summary').last().click();
  await entry.locator('form:has([value=remove]) button').click();
  await page.waitForURL(/\/portal\/people\?/u);
  expect(await page.locator('.entries').innerText()).not.toContain('Nora New');
});

it('who may not see people finds no way to them, and is told so at their address', async () => {
  const page = await signedIn('member@example.com');
  expect(await page.locator('nav a[href^="/portal/people"]').count()).toBe(0);
  await page.goto(`${run.showup.site}/portal/people`);
  expect(await page.locator('h1').innerText()).not.toBe('People');
});

it('the own sessions are listed with the way to change them', async () => {
  const { manageUrl } = await run.showup.book({
    start: '2026-12-02T15:00:00Z',
    email: 'member@example.com',
  });
  const page = await signedIn('member@example.com');
  await page.goto(`${run.showup.site}/portal/bookings`);
  expect(await page.locator(`a[href*="${new URL(manageUrl).pathname}"]`).count()).toBeGreaterThan(0);
  await expectAccessible(page, 'my sessions');
});

it.each(['member@example.com', 'manager@example.com', 'primary@example.com'])(
  'every page of the portal can be used by everybody, as %s sees it',
  async (email) => {
    const page = await signedIn(email);
    for (const path of ['/portal', '/portal/bookings', '/portal/people']) {
      await page.goto(run.showup.site + path);
      await unfold(page);
      await expectAccessible(page, `${path} of ${email}`);
    }
    await page.goto(`${run.showup.site}/portal?lang=de`);
    await unfold(page);
    await expectAccessible(page, `/portal of ${email} in German`);
  },
);
