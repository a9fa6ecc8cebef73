import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Booked, minutesAfter, Showup } from '../e2e/showup.ts';
import { expectAccessible } from './accessible.ts';
import { packagedChromium } from './packaged-chromium.ts';

const mobile = '+15550100001';
const start = '2026-12-02T15:00:00Z';

let showup: Showup;
let browser: Browser;
let booking: Booked;
const complaints: string[] = [];

beforeAll(async () => {
  const args = ['--no-sandbox', '--disable-gpu'];
  [showup, browser] = await Promise.all([
    Showup.start(),
    packagedChromium().then((options) => chromium.launch({ ...options, args })),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await showup?.stop();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`the page complained: ${found.join('; ')}`);
});

async function visit(path: string, script = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script, reducedMotion: 'reduce' });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    const ours = message.location().url.startsWith(showup.console);
    if (ours && message.type() === 'error') complaints.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(showup.console + path);
  return page;
}

const sections = ['/', '/phones', '/history', '/schedule'];

it('is accessible and fits every width while nothing has happened', async () => {
  for (const path of sections) await expectAccessible(await visit(path), path);
});

it('shows what happens while it is open, and keeps what is being typed', async () => {
  const page = await visit('/schedule');
  await page.getByText('Make it misbehave').click();
  const kind = page.getByLabel('A timer of kind');
  await kind.fill('check-in');
  booking = await showup.book({ start, mobile, email: 'page@example.com' });
  await page.locator('.timers li').nth(4).waitFor();
  expect(await kind.inputValue()).toBe('check-in');
  expect(await page.evaluate('document.activeElement.name')).toBe('kind');
});

it('moves to the next event, says which it was, and what was sent', async () => {
  const page = await visit('/');
  await page.getByRole('button', { name: 'Next event' }).click();
  const notice = page.getByRole('status');
  await expect.poll(() => notice.innerText()).toContain('Reminder, 24 h before for Ada Member');
  await notice.getByRole('link', { name: 'Mail to page@example.com' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByText('Hello Ada Member').waitFor();
  const site = page.context().waitForEvent('page');
  await frame.getByRole('link', { name: 'Move' }).first().click();
  expect((await site).url()).toContain(`${showup.site}/manage/${booking.token}`);
});

it('answers as a phone and shows the reply, without any script too', async () => {
  await showup.clockTo(minutesAfter(start, 6));
  const page = await visit('/phones', false);
  await page.getByRole('button', { name: '1', exact: true }).click();
  expect(await page.locator('.texts .in').innerText()).toContain('1');
  expect(await page.locator('.texts .out').last().innerText()).toContain('stays open');
});

it('is accessible and fits every width when much has happened', async () => {
  const [mail] = await showup.mailbox('page@example.com');
  const paths = [`/mail/${mail?.id}/text`, `/phones/${mobile}`, `/history/${booking.id}`];
  for (const path of [...sections, ...paths, '/?did=move&since=1&until=4000000000000']) {
    const page = await visit(path);
    for (const fold of await page.locator('summary').all()) await fold.click();
    await expectAccessible(page, path);
  }
});
