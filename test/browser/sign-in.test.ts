import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../e2e/accounts/client.ts';
import { passwordPath } from '../e2e/accounts/new-account.ts';
import { expectAccessible } from './accessible.ts';
import type { Look } from './browser.ts';
import { running } from './running.ts';

const run = running();

async function open(path: string, look?: Look): Promise<Page> {
  const page = await run.browser.visit(look);
  await page.goto(run.showup.site + path);
  return page;
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  await page.locator('button.primary').click();
  await page.waitForLoadState();
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

async function linkFor(email: string): Promise<string> {
  const page = await open('/forgot', { script: false });
  await fill(page, { email });
  await run.showup.settle();
  return passwordPath(run.showup, email);
}

describe.each([true, false])('with scripts: %s', (script) => {
  it('signing in leads to the page that was wanted, and signing out back to the form', async () => {
    const page = await open('/portal/bookings', { script });
    expect(pathOf(page)).toBe('/sign-in');
    await fill(page, { email: 'member@example.com', password: 'wrong' });
    expect(await page.locator('[role=alert] h2').innerText()).toBe('Email and password don’t fit');
    expect(await page.locator('[name=email]').inputValue()).toBe('member@example.com');
    await fill(page, { password: DEMO_PASSWORD });
    expect(pathOf(page)).toBe('/portal/bookings');
    const cookies = (await page.context().cookies()).filter(({ name }) => name.startsWith('__Host-'));
    expect(cookies.map(({ name }) => name).toSorted()).toEqual(['__Host-id', '__Host-refresh']);
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' });
    await page.goto(`${run.showup.site}/sign-in`);
    expect(pathOf(page)).toBe('/portal');
    await page.locator('form[action^="/sign-out"] button').click();
    await page.waitForURL('**/sign-in?signed-out=1');
    expect(await page.locator('[role=status] h2').first().innerText()).toBe('You are signed out');
    await page.goto(`${run.showup.site}/portal`);
    expect(pathOf(page)).toBe('/sign-in');
  });

  it('a forgotten password is replaced by the link of the mail, and signs in', async () => {
    const page = await open(await linkFor('manager@example.com'), { script });
    await fill(page, { password: 'short' });
    expect(await page.locator('#problems').innerText()).toContain('at least 12 characters');
    await fill(page, { password: DEMO_PASSWORD });
    expect(pathOf(page)).toBe('/portal');
  });
});

it('the password that is typed can be shown, is told to be, and is hidden again before it is sent', async () => {
  const page = await open('/sign-in');
  const field = page.locator('[name=password]');
  await field.fill('what I typed');
  const button = page.getByRole('button', { name: 'Show the password' });
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await button.click();
  expect(await field.getAttribute('type')).toBe('text');
  expect(await field.inputValue()).toBe('what I typed');
  expect(await page.locator('#live').innerText()).toBe('Your password is shown.');
  await page.getByRole('button', { name: 'Hide the password' }).click();
  expect(await field.getAttribute('type')).toBe('password');
  await button.click();
  await page.evaluate(() => {
    const form = document.querySelector('form') as HTMLFormElement;
    form.addEventListener('submit', (event) => event.preventDefault());
  });
  await page.locator('button.primary').click();
  expect(await field.getAttribute('type')).toBe('password');
});

it('every state of these pages can be used by everybody', async () => {
  const page = await open('/sign-in');
  await expectAccessible(page, 'signing in');
  await fill(page, {});
  await expectAccessible(page, 'signing in, nothing typed');
  await fill(page, { email: 'nobody@example.com', password: 'wrong' });
  await expectAccessible(page, 'signing in, wrong');
  for (let number = 1; number <= 8; number++) await fill(page, { password: 'wrong' });
  expect(await page.locator('[role=alert] h2').innerText()).toBe('Too many tries');
  await expectAccessible(page, 'signing in, too often');
  await page.goto(`${run.showup.site}/sign-in?signed-out=1`);
  await expectAccessible(page, 'signed out');
  await page.goto(`${run.showup.site}/forgot`);
  await expectAccessible(page, 'forgotten');
  await fill(page, { email: 'nobody' });
  await expectAccessible(page, 'forgotten, no address');
  await fill(page, { email: 'nobody@example.com' });
  expect(await page.locator('h1').innerText()).toBe('Look into your mail');
  await expectAccessible(page, 'forgotten, sent');
  await page.goto(run.showup.site + (await linkFor('primary@example.com')));
  await expectAccessible(page, 'choosing');
  await fill(page, { password: 'short' });
  await expectAccessible(page, 'choosing, too short');
  await page.goto(`${run.showup.site}/password/nonsense`);
  await expectAccessible(page, 'choosing, no link');
  await page.goto(`${run.showup.site}/sign-in`);
  await fill(page, { email: 'staff@example.com', password: DEMO_PASSWORD });
  expect(new URL(page.url()).pathname).toBe('/desk');
  await page.goto(`${run.showup.site}/sign-in?leave=1`);
  expect(await page.locator('h1').innerText()).toBe('You are signed in');
  await expectAccessible(page, 'signed in as staff');
  await page.goto(`${run.showup.site}/portal`);
  await expectAccessible(page, 'not for staff');
});

it('a form that another site sends signs nobody in', async () => {
  const page = await open('/sign-in');
  // A page of nobody's origin, as a frame without rights or a file is.
  await page.goto('about:blank');
  await page.setContent(
    `<form method="post" action="${run.showup.site}/sign-in"><input name="email" value="member@example.com"><input name="password" value="${DEMO_PASSWORD}"><button class="primary">x</button></form>`,
  );
  await page.locator('button').click();
  await page.waitForURL('**/sign-in');
  expect(await page.locator('[role=alert] h2').innerText()).toBe('Please press the button once more');
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('__Host-id');
});
