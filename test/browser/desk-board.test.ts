import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../e2e/accounts/client.ts';
import { MONDAY_0700 } from '../e2e/showup.ts';
import { expectAccessible } from './accessible.ts';
import type { Look } from './browser.ts';
import { running } from './running.ts';

const run = running();
const TODAY = MONDAY_0700.slice(0, 10);
const desk: Look = { width: 1280 };

async function atDesk(path = '/desk', look: Look = desk): Promise<Page> {
  const page = await run.browser.visit(look);
  await page.goto(`${run.showup.site}/sign-in?next=${encodeURIComponent(path)}`);
  await page.locator('[name=email]').fill('staff@example.com');
  await page.locator('[name=password]').fill(DEMO_PASSWORD);
  await page.locator('button.primary').click();
  await page.waitForURL(`**${path}`);
  return page;
}

/** Books at a time of today in New York. Gives the booking's id. */
async function booked(clock: string, name: string): Promise<string> {
  const attendee = { name, email: 'ada@example.com', mobile: '+15550100123' };
  const { id } = await run.showup.book({ start: `${TODAY}T${clock}:00-05:00`, extra: { attendee } });
  return id;
}

const cardOf = (page: Page, id: string) => page.locator(`a.slot[href*="${id}"]`);

it('staff arrive at today’s board, and can use it in every state of it', async () => {
  const page = await atDesk();
  expect(await page.locator('h1').innerText()).toBe('Monday, 30 November 2026');
  expect(await page.locator('.board-empty').innerText()).toContain('No session is booked on this day.');
  await expectAccessible(page, 'an empty day');
  await page.goto(`${run.showup.site}/desk?view=week&lang=de`);
  await expectAccessible(page, 'an empty week in German');
});

it('a session that is booked, asked about and closed shows so without reloading, counts down, and is told', async () => {
  const page = await atDesk();
  await page.evaluate(() => {
    Reflect.set(window, 'stayed', true);
  });
  const id = await booked('10:00', 'Ada Park');
  await cardOf(page, id).waitFor({ timeout: 25_000 });
  expect(await page.locator('.board-empty').count()).toBe(0);
  await run.showup.clockTo(`${TODAY}T10:10:30-05:00`);
  await page.locator(`a.slot.asked[href*="${id}"]`).waitFor({ timeout: 25_000 });
  expect(await page.locator('#live').textContent()).toContain('Ada Park, 10:00: Asked');
  expect(await cardOf(page, id).locator('.until').innerText()).toMatch(/closes in [34]:\d\d/u);
  await expectAccessible(page, 'a day with a session that was asked about');
  await run.showup.clockTo(`${TODAY}T10:16:00-05:00`);
  await page.locator(`#board-over a.slot.no_show[href*="${id}"]`).waitFor({ timeout: 25_000 });
  expect(await page.evaluate<unknown>(() => Reflect.get(window, 'stayed'))).toBe(true);
  await expectAccessible(page, 'a day with a no-show');
}, 120_000);

it('a session opens beside the board by keyboard alone, is joined there, and leaves the focus on its card', async () => {
  const id = await booked('12:00', 'Bo Lind');
  await run.showup.clockTo(`${TODAY}T12:01:00-05:00`);
  const page = await atDesk();
  await cardOf(page, id).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const dialog = page.locator('#desk-session');
  await dialog.locator('h1').waitFor();
  expect(await dialog.locator('h1').innerText()).toContain('Bo Lind');
  await expectAccessible(page, 'a session beside the board');
  expect(await dialog.locator('[data-act=join] > summary').getAttribute('data-key')).toBe('j');
  await page.keyboard.press('j');
  const act = dialog.locator('[data-act=join]');
  expect(await act.evaluate((details) => details.contains(document.activeElement))).toBe(true);
  await act.locator('button[type=submit]').focus();
  await page.keyboard.press('Enter');
  await page.locator(`a.slot.joined[href*="${id}"]`).waitFor({ state: 'attached', timeout: 25_000 });
  await page.keyboard.press('Escape');
  await expect.poll(() => cardOf(page, id).evaluate((card) => card === document.activeElement)).toBe(true);
}, 60_000);

it('a session’s own page takes the same keys, in German too', async () => {
  const id = await booked('14:00', 'Cy Novak');
  const page = await atDesk();
  await page.goto(`${run.showup.site}/desk/bookings/${id}?lang=de`);
  const cancel = page.locator('[data-act=cancel]');
  expect(await cancel.locator('summary').getAttribute('aria-keyshortcuts')).toBe('x');
  await page.keyboard.press('x');
  expect(await cancel.evaluate((details) => details.contains(document.activeElement))).toBe(true);
  expect(new URL(page.url()).pathname).toBe(`/desk/bookings/${id}`);
});

/** Whether the page does something with a key. */
function isTaken(key: string): boolean {
  const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(press);
  return press.defaultPrevented;
}

it('single keys lead from any page, are told by a help, never taken while typing, and can be switched off', async () => {
  const page = await atDesk('/desk/hours');
  await page.keyboard.press('?');
  expect(await page.locator('#desk-help').isVisible()).toBe(true);
  await expectAccessible(page, 'the help for the keyboard');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('two');
  expect(await page.locator('#desk-q').inputValue()).toBe('two');
  expect(new URL(page.url()).pathname).toBe('/desk/hours');
  await page.locator('#desk-q').blur();
  await page.keyboard.press('w');
  await page.waitForURL('**/desk?view=week');
  await page.keyboard.press('n');
  await page.waitForURL('**/desk/book');
  await page.locator('h1').click();
  await page.keyboard.press('t');
  await page.waitForURL('**/desk');
  await page.keyboard.press('?');
  await page.locator('#desk-help [name=keys]').uncheck();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(isTaken, 'w')).toBe(false);
  await page.locator('.desk-keys').click();
  await page.locator('#desk-help [name=keys]').check();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(isTaken, '/')).toBe(true);
});

it('on a phone, what is now and next is first, one under the other', async () => {
  const page = await atDesk('/desk', { width: 390 });
  const first = page.locator('#board a.slot').first();
  const box = await first.boundingBox();
  expect(box?.width).toBeGreaterThan(320);
  expect(await page.locator('h2:visible').first().innerText()).toBe('Now and next');
  const ways = await page.locator('.desk-head nav').boundingBox();
  expect((ways?.y ?? 0) + (ways?.height ?? 0)).toBeGreaterThanOrEqual(844);
  await expectAccessible(page, 'a day on a phone');
});

it('all of it can be done without scripts', async () => {
  const page = await atDesk('/desk', { script: false, width: 1280 });
  await page.locator('#board-onward').click();
  await page.waitForURL('**/desk?date=2026-12-01');
  await page.goto(`${run.showup.site}/desk`);
  await page.locator('a.slot').first().click();
  await page.waitForURL('**/desk/bookings/**');
  await page.goto(`${run.showup.site}/desk`);
  await page.locator('a.desk-out').click();
  await page.locator('form[action*="/sign-out"] button.primary').click();
  await page.waitForURL('**/sign-in?signed-out=1');
});
