import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../e2e/accounts/client.ts';
import { expectAccessible } from './accessible.ts';
import type { Look } from './browser.ts';
import { press } from './press.ts';
import { running } from './running.ts';

const run = running();
const MINUTE = 60_000;

async function signedIn(look?: Look): Promise<Page> {
  const page = await run.browser.visit(look);
  await page.goto(`${run.showup.site}/sign-in`);
  await page.locator('[name=email]').fill('staff@example.com');
  await page.locator('[name=password]').fill(DEMO_PASSWORD);
  await page.locator('button.primary').click();
  await page.waitForURL(/\/desk(?:\?|$)/u);
  return page;
}

async function booked(start: string): Promise<string> {
  const attendee = { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' };
  const { id } = await run.showup.book({ start, extra: { attendee } });
  return `${run.showup.site}/desk/bookings/${id}`;
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Opens a card, and what stands in it. */
function card(page: Page, action: string) {
  return page.locator(`[data-act="${action}"]`);
}

/** As a browser with scripts shows it: axe needs them. */
async function expectEasy(page: Page, state: string): Promise<void> {
  await unfold(page);
  await expectAccessible(page, state);
}

it('a session is moved outside hours, marked as joined and completed, without scripts', async () => {
  const address = await booked('2026-12-07T16:00:00Z');
  const page = await signedIn({ script: false });
  await page.goto(address);
  await card(page, 'move').locator('summary').first().click();
  await card(page, 'move').locator('[name=reason]').fill('They asked on the phone.');
  await press(card(page, 'move').locator('.times button').last());
  expect(await card(page, 'move').locator('[name=reason]').inputValue()).toBe('They asked on the phone.');
  await card(page, 'move').locator('details > summary').click();
  await card(page, 'move').locator('[name=date]').fill('2026-12-07');
  await card(page, 'move').locator('[name=time]').fill('20:07');
  await press(card(page, 'move').locator('[value=move-typed]'));
  expect(await page.locator('[role=status].notice').innerText()).toContain('Moved');
  await run.showup.clockTo(Date.parse('2026-12-08T01:07:00Z') + 3 * MINUTE);
  // Signed in anew: sessions of the desk don't last so long.
  const later = await signedIn({ script: false });
  await later.goto(address);
  await press(card(later, 'join').locator('button[value=join]'));
  await press(card(later, 'complete').locator('button[value=complete]'));
  expect(await later.locator('main').innerText()).toContain('Completed');
}, 120_000);

it('an emergency appointment is checked and booked beside another session, without scripts', async () => {
  await booked('2026-12-10T16:00:00Z');
  const page = await signedIn({ script: false });
  await page.goto(`${run.showup.site}/desk/book`);
  await fillAppointment(page);
  await press(page.locator('main button.primary[value=check]'));
  await page.locator('[name=override]').check();
  await press(page.locator('main button[value=book]'));
  expect(await page.locator('h1').innerText()).toBe('Session of Bo Lind');
  expect(await page.locator('[role=status].notice').innerText()).toContain('The appointment is booked');
  await run.showup.settle();
  expect((await run.showup.mailbox('bo@example.com')).at(-1)?.text).toContain('Their line is down.');
}, 120_000);

it('who was not the first is told what happened meanwhile, and loses nothing', async () => {
  const address = await booked('2026-12-09T16:00:00Z');
  const [one, other] = [await signedIn(), await signedIn()];
  await one.goto(address);
  await expectEasy(one, 'a session at the desk, coming');
  await other.goto(address);
  await card(one, 'move').locator('[name=reason]').fill('By mail');
  await card(one, 'move').locator('[name=time]').fill('19:30');
  await press(card(one, 'move').locator('[value=move-typed]'));
  await card(other, 'cancel').locator('summary').click();
  await card(other, 'cancel').locator('[name=reason]').fill('They called');
  await press(card(other, 'cancel').locator('button[value=cancel]'));
  const told = other.locator('main [role=alert]');
  expect(await told.innerText()).toMatch(/Moved: from .*, “By mail”/u);
  expect(await told.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await card(other, 'cancel').locator('[name=reason]').inputValue()).toBe('They called');
  await expectEasy(other, 'a session at the desk, changed meanwhile');
  await press(card(other, 'cancel').locator('button[value=cancel]'));
  await expectEasy(other, 'a session at the desk, cancelled');
}, 180_000);

it('the page of emergency appointments can be used in every state of it', async () => {
  await booked('2026-12-10T16:00:00Z');
  const page = await signedIn();
  await page.goto(`${run.showup.site}/desk/book?lang=de`);
  await expectEasy(page, 'an emergency appointment, first look');
  await press(page.locator('main button.primary[value=check]'));
  await expectEasy(page, 'an emergency appointment, all missing');
  await fillAppointment(page);
  await press(page.locator('main button.primary[value=check]'));
  await expectEasy(page, 'an emergency appointment, beside another session');
  await press(page.locator('main button[value=book]'));
  await expectEasy(page, 'an emergency appointment, not ticked');
}, 180_000);

/** With the consultant whom bookings go to first. */
async function fillAppointment(page: Page): Promise<void> {
  await page.locator('[name=consultant]').selectOption('robin');
  for (const [name, value] of Object.entries({
    ...{ date: '2026-12-10', time: '11:20', name: 'Bo Lind', email: 'bo@example.com' },
    reason: 'Their line is down.',
  }))
    await page.locator(`main [name=${name}]`).fill(value);
}
