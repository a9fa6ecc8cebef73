import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import settings from '#config';
import { Showup } from '../e2e/showup.ts';
import { ada } from './booking-form.ts';
import { TestBrowser } from './browser.ts';

const { origins } = settings.embed;
const allowed = new URL(origins.find((origin) => origin.startsWith('http://localhost:')) ?? '').host;
const refused = 'localhost:46199';

let showup: Showup;
let browser: TestBrowser;
let site: Server;

/** Another company's site, under two names: whatever port it has, the browser is led to it. */
beforeAll(async () => {
  showup = await Showup.start();
  site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Example Crates</title><h1>Support</h1>
<script src="${showup.site}/embed.js" data-session-type="live-60" data-company="DEMO-2026"></script>
<p id="below">Below</p>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  browser = await TestBrowser.launch({
    [allowed]: `127.0.0.1:${port}`,
    [refused]: `127.0.0.1:${port}`,
  });
});
afterEach(async () => expect(await browser.endVisits()).toEqual([]));
afterAll(async () => {
  await browser?.close();
  await showup?.stop();
  site?.close();
});

it('on a site that is allowed to, one line of script shows the booking page, as tall as it is, and books', async () => {
  const page = await browser.visit({ leadsTo: ['localhost'] });
  const frame = await openOn(page, allowed);
  expect(await frame.locator('#type-live-60').getAttribute('aria-pressed')).toBe('true');
  expect(await frame.locator('[name=companyCode]').inputValue()).toBe('DEMO-2026');
  await expectNoScrollbar(page, frame);

  await frame.locator('#next').click();
  await frame.locator('.times [aria-pressed=true]').waitFor();
  await frame.locator('[name=name]').fill(ada.name);
  await frame.locator('[name=email]').fill(ada.email);
  await frame.locator('#book-button').click();
  await frame.getByRole('heading', { name: 'You are booked' }).waitFor();
  await expectNoScrollbar(page, frame);
  const beside = page.context().waitForEvent('page');
  await frame.getByRole('link', { name: 'Move or cancel' }).click();
  const manage = await beside;
  await manage.getByRole('heading', { name: 'Your session is confirmed' }).waitFor();
});

it('on any other site the frame stays empty', async () => {
  const page = await browser.visit({ leadsTo: ['localhost'], expects: /frame-ancestors/u });
  const blocked = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(`http://${refused}/`);
  await blocked;
  expect(await page.frameLocator('iframe').locator('#book').count()).toBe(0);
});

it('only the booking page, asked to be embedded, can be framed at all', async () => {
  const { token } = await showup.book();
  const framers = async (path: string): Promise<string | undefined> =>
    /frame-ancestors ([^;]+)/u.exec(
      (await showup.get(path)).headers.get('content-security-policy') ?? '',
    )?.[1];
  expect(await framers('/book?embed=1')).toBe(origins.join(' '));
  expect(await framers(`/booked/${token}?embed=1`)).toBe(origins.join(' '));
  for (const path of ['/book', `/manage/${token}?embed=1`, `/join/${token}?embed=1`, '/docs?embed=1'])
    expect(await framers(path), path).toBe("'none'");
});

async function openOn(page: Page, host: string): Promise<FrameLocator> {
  await page.goto(`http://${host}/`);
  const frame = page.frameLocator('iframe');
  await frame.locator('#book').waitFor();
  return frame;
}

/** The frame is neither cut off nor left with a gap below. */
async function expectNoScrollbar(page: Page, frame: FrameLocator): Promise<void> {
  const inside = await frame.locator('body').evaluate(() => document.documentElement.scrollHeight);
  await expect
    .poll(async () => {
      const height = (await page.locator('iframe').boundingBox())?.height ?? 0;
      const needed = await frame.locator('html').evaluate(({ scrollHeight }) => scrollHeight);
      return height >= needed && height < needed + 60;
    })
    .toBe(true);
  expect(inside).toBeGreaterThan(300);
}
