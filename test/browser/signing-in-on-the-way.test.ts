import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import settings from '#config';
import { Showup } from '../e2e/showup.ts';
import { expectAccessible } from './accessible.ts';
import { BookingForm } from './booking-form.ts';
import { TestBrowser } from './browser.ts';

const { origins } = settings.embed;
const host = new URL(origins.find((origin) => origin.startsWith('http://localhost:')) ?? '').host;
const morgan = { name: 'Morgan Ito', email: 'member@example.com', companyCode: 'DEMO-2026' };
const password = 'showup-Demo-1';

let showup: Showup;
let browser: TestBrowser;
let site: Server;
beforeAll(async () => {
  showup = await Showup.startWith('fixture-config-accounts');
  site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>Crates</title><h1>Support</h1><script src="${showup.site}/embed.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  browser = await TestBrowser.launch({ [host]: `127.0.0.1:${(site.address() as AddressInfo).port}` });
});
afterEach(async () => expect(await browser.endVisits()).toEqual([]));
afterAll(async () => {
  await browser?.close();
  await showup?.stop();
  site?.close();
});

async function signIn(page: Page): Promise<void> {
  await page.waitForURL('**/sign-in?**');
  expect(page.url()).not.toMatch(/Ito|member|DEMO/u);
  await page.locator('[name=email]').fill(morgan.email);
  await page.locator('[name=password]').fill(password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/book');
}

async function valuesOf(page: Page): Promise<Record<string, string>> {
  const fields = ['name', 'email', 'companyCode', 'topic'];
  const values = fields.map(async (name) => [name, await page.locator(`[name=${name}]`).inputValue()]);
  return Object.fromEntries(await Promise.all(values)) as Record<string, string>;
}

it.each([
  ['with scripts', true, '2026-12-02'],
  ['without scripts', false, '2026-12-03'],
])('%s, booking free leads to signing in and back, with everything as it was', async (_, script, date) => {
  const page = await browser.visit({ script });
  await page.goto(`${showup.site}/book`);
  const form = new BookingForm(page, { script });
  await form.press('#type-live-60');
  await form.pickDay(date);
  await form.pickTime('10:00');
  await form.type({ ...morgan, topic: 'Import\nand export' });
  await page.locator('#book-button').click();
  await signIn(page);
  expect(await valuesOf(page)).toEqual({ ...morgan, topic: 'Import\nand export' });
  expect(await page.locator('#type-live-60').getAttribute('aria-pressed')).toBe('true');
  await page.getByText('10:00–11:00').waitFor();
  await page.getByRole('heading', { name: 'You are signed in' }).waitFor();
  await page.getByText('Signed in as Morgan Ito.').waitFor();
  if (script) await expectAccessible(page, 'back from signing in');
  await form.book();
  await page.getByRole('heading', { name: 'You are booked' }).waitFor();
});

it('who signs in first finds name, mail and code there, and can sign out again', async () => {
  const page = await browser.visit();
  await page.goto(`${showup.site}/book`);
  await expectAccessible(page, 'not signed in');
  await page.locator('#account').getByRole('button', { name: 'Sign in' }).click();
  await signIn(page);
  expect(await valuesOf(page)).toEqual({ ...morgan, topic: '' });
  await page.locator('#next').click();
  await page.locator('.times [aria-pressed=true]').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in?signed-out=1');
  await page.goto(`${showup.site}/book`);
  expect(await valuesOf(page)).toMatchObject({ name: '', email: '', companyCode: '' });
});

it('who signs in from another window is asked to press once more, and can sign out there', async () => {
  const page = await browser.visit();
  await page.goto(`${showup.site}/book`);
  const form = new BookingForm(page);
  await form.press('#next');
  await form.type(morgan);
  await page.locator('[name=companyCode]').blur();
  await page.getByText('This code is fine').waitFor();
  const other = await page.context().newPage();
  await other.goto(`${showup.site}/book`);
  await other.locator('#account').getByRole('button', { name: 'Sign in' }).click();
  await signIn(other);
  await page.locator('#book-button').click();
  await page.getByRole('heading', { name: 'Please press the button once more' }).waitFor();
  expect(await valuesOf(page)).toMatchObject(morgan);
  await form.book();
  await page.goBack();
  await page.goto(`${showup.site}/book`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in?signed-out=1');
});

it('an address without an account is told so at its field', async () => {
  const page = await browser.visit();
  await page.goto(`${showup.site}/book`);
  await page.locator('#account').getByRole('button', { name: 'Sign in' }).click();
  await signIn(page);
  const form = new BookingForm(page);
  await form.press('#next');
  await form.type({ email: 'nobody@example.com' });
  await form.press('#book-button');
  expect(await page.locator('#field-email-problem').textContent()).toContain('this address has no account');
  expect(await valuesOf(page)).toMatchObject({ email: 'nobody@example.com' });
  await expectAccessible(page, 'an address without an account');
});

it('in another site’s frame, signing in opens a window that takes the form along, and books there', async () => {
  const page = await browser.visit({ leadsTo: ['localhost'] });
  await page.goto(`http://${host}/`);
  const frame = page.frameLocator('iframe');
  await frame.locator('#next').click();
  await frame.locator('.times [aria-pressed=true]').waitFor();
  for (const [name, value] of Object.entries(morgan)) await frame.locator(`[name=${name}]`).fill(value);
  await frame.locator('#book-button').click();
  await frame.getByRole('heading', { name: 'Please sign in first' }).waitFor();
  const opened = page.context().waitForEvent('page');
  await frame.locator('#said').getByRole('button', { name: 'Sign in (new window)' }).click();
  const beside = await opened;
  await signIn(beside);
  expect(await valuesOf(beside)).toMatchObject(morgan);
  await new BookingForm(beside).book();
  await beside.getByRole('heading', { name: 'You are booked' }).waitFor();
  expect(await frame.locator('[name=email]').inputValue()).toBe(morgan.email);
});
