import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Booked, minutesAfter } from '../e2e/showup.ts';
import type { Look } from './browser.ts';
import { press } from './press.ts';
import { running } from './running.ts';

const run = running();

async function open({ token }: Booked, look: Look = {}): Promise<Page> {
  const page = await run.browser.visit(look);
  await page.goto(`${run.showup.site}/manage/${token}`);
  return page;
}

it('however often "move" and "cancel" are pressed, and in how many tabs, each is done once', async () => {
  const email = 'again@example.com';
  const booking = await run.showup.book({ email, start: '2026-12-01T15:00:00Z' });
  const [page, other] = [await open(booking), await open(booking, { script: false })];
  for (const tab of [page, other]) {
    await press(tab.locator('#day-2026-12-02'));
    await press(tab.locator('.times').getByRole('button', { name: '09:00', exact: true }));
  }
  for (const tab of [page, other]) {
    await tab.locator('#moving').dblclick();
    await tab.getByRole('heading', { name: 'Your session has a new time' }).waitFor();
  }
  expect(await run.showup.booking(booking.token)).toMatchObject({ version: 2 });
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Cancel this session' }).dblclick();
    await tab.getByRole('heading', { name: 'Your session is cancelled' }).waitFor();
  }
  await run.showup.settle();
  expect(await run.showup.mailbox(email)).toHaveLength(3);
});

it('in a tab that a move has overtaken, "cancel" does nothing but say what the new time is', async () => {
  const booking = await run.showup.book({ email: 'tabs@example.com', start: '2026-12-02T15:00:00Z' });
  const page = await open(booking);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await press(other.locator('#day-2026-12-03'));
  await press(other.locator('.times').getByRole('button', { name: '09:00', exact: true }));
  await press(other.locator('#moving'));

  await press(page.getByRole('button', { name: 'Cancel this session' }));
  expect(await page.locator('#said').innerText()).toContain('The session is now on Thu 3 Dec, 09:00 EST');
  expect(await run.showup.booking(booking.token)).toMatchObject({ status: 'confirmed', version: 2 });
  await press(page.getByRole('button', { name: 'Cancel this session' }));
  expect(await page.locator('h1').innerText()).toBe('Your session is cancelled');
});

it('a time to move to that went meanwhile is named, and the nearest offered', async () => {
  const booking = await run.showup.book({ email: 'moves@example.com', start: '2026-12-04T15:00:00Z' });
  const page = await open(booking, { script: false });
  await press(page.locator('.times').getByRole('button', { name: '13:00', exact: true }));
  const start = '2026-12-04T18:00:00Z';
  for (const name of ['third', 'fourth']) await run.showup.book({ start, email: `${name}@example.com` });
  await press(page.locator('#moving'));
  expect(await page.locator('#lost').innerText()).toContain('13:00 EST is not free any more');
  expect(await run.showup.booking(booking.token)).toMatchObject({ version: 1 });
  await press(page.locator('#lost button').last());
  await press(page.locator('#moving'));
  expect(await run.showup.booking(booking.token)).toMatchObject({ start: '2026-12-04T19:00:00.000Z' });
});

it('a deadline that passed while the page was open is told, and nothing is changed', async () => {
  const start = '2026-12-07T15:00:00Z';
  const booking = await run.showup.book({ email: 'deadline@example.com', start });
  await run.showup.clockTo(minutesAfter(start, -70));
  const [page, mover] = [await open(booking), await open(booking, { script: false })];
  await press(mover.locator('#day-2026-12-08'));
  await press(mover.locator('.times button').first());
  await run.showup.clockTo(minutesAfter(start, -65));

  for (const [tab, button] of [
    [page, '#cancel button'],
    [mover, '#moving'],
  ] as const) {
    await press(tab.locator(button));
    expect(await tab.locator('#said').innerText()).toContain('That came too late');
    expect(await tab.getByRole('link', { name: 'Write to support@example.com' }).count()).toBe(1);
    expect(await tab.locator('#moving, #cancel').count()).toBe(0);
  }
  expect(await run.showup.booking(booking.token)).toMatchObject({ status: 'confirmed', version: 1 });
});

it('the deadline counts down while the page is open', async () => {
  const start = '2026-12-08T15:00:00Z';
  const booking = await run.showup.book({ email: 'counts@example.com', start });
  await run.showup.clockTo(minutesAfter(start, -65 - 200));
  const page = await run.browser.visit();
  await page.clock.install();
  await page.goto(`${run.showup.site}/manage/${booking.token}`);
  const timer = page.locator('[role=timer]').last();
  expect(await timer.innerText()).toMatch(/^3 h (?:20|19) min$/u);
  await page.clock.runFor('01:20:00');
  expect(await timer.innerText()).toMatch(/^(?:2 h|1 h 59 min)$/u);
});

it('joining records who is there and leads to the meeting; the page opens by itself when its time comes', async () => {
  const start = '2026-12-09T15:00:00Z';
  const booking = await run.showup.book({ email: 'joins@example.com', start, mobile: '+15550100020' });
  await run.showup.clockTo(minutesAfter(start, -20));
  const page = await run.browser.visit({ leadsTo: ['meet.example.com'] });
  await page.clock.install();
  await page.goto(booking.joinUrl);
  expect(await page.locator('h1').innerText()).toBe('You are early');
  await run.showup.clockTo(minutesAfter(start, -10));
  await page.clock.runFor('00:06:00');
  await page.getByRole('heading', { name: 'Your session is open' }).waitFor();
  expect(await run.showup.booking(booking.token)).not.toHaveProperty('attendance');

  const meeting = page.waitForRequest('https://meet.example.com/**');
  await page.getByRole('button', { name: 'Join now' }).click();
  expect((await meeting).url()).toBe(`https://meet.example.com/${booking.consultant.id}`);
  expect(await run.showup.booking(booking.token)).toMatchObject({
    status: 'in_progress',
    attendance: { evidence: 'link' },
  });
  await run.showup.clockTo(minutesAfter(start, 30));
  expect(await run.showup.texts('+15550100020')).toEqual([]);
});
