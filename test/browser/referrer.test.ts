import { expect, it } from 'vitest';
import { minutesAfter } from '../e2e/showup.ts';
import { running } from './running.ts';

const run = running();

it('no other site is told of the page it was reached from, and so of no token', async () => {
  const start = '2026-12-01T15:00:00Z';
  const { token } = await run.showup.book({ start });
  await run.showup.clockTo(minutesAfter(start, -10));
  const page = await run.browser.visit({ leadsTo: ['example.com', 'meet.example.com'] });
  const told: (string | null)[] = [];
  await page.route(/^https:/u, async (route, request) => {
    told.push(await request.headerValue('referer'));
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Another site</title>' });
  });
  let followed = 0;
  for (const path of [`/manage/${token}`, `/join/${token}`, `/booked/${token}`]) {
    const open = () => page.goto(run.showup.site + path);
    await open();
    for (const link of await page.locator('a[href^="https:"]').all()) {
      await link.click();
      await page.waitForURL(/^https:/u);
      followed++;
      await open();
    }
  }
  expect(followed).toBeGreaterThan(5);
  expect(told).toEqual(Array.from({ length: followed }, () => null));
});
