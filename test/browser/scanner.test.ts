import { expect, it } from 'vitest';
import { minutesAfter } from '../e2e/showup.ts';
import { running } from './running.ts';

const run = running();
const email = 'scanned@example.com';

it('a scanner that opens every link of every mail, and runs the scripts there, changes nothing', async () => {
  const { showup, browser } = run;
  const start = '2026-12-03T15:00:00Z';
  const { token } = await showup.book({ start: '2026-12-02T15:00:00Z', email, mobile: '+15550100030' });
  await showup.post(`/v1/manage/${token}/reschedule`, { start });
  // Once while everything could be changed, and once while somebody could join.
  for (const before of [25 * 60, 5]) {
    await showup.clockTo(minutesAfter(start, -before));
    const untouched = await everything();
    const scanner = (await browser.visit()).context();
    for (const link of await links()) {
      const page = await scanner.newPage();
      expect((await page.goto(link, { waitUntil: 'networkidle' }))?.status(), link).toBe(200);
      for (const method of ['HEAD', 'GET']) await page.request.fetch(link, { method });
    }
    await showup.settle();
    expect(await everything()).toEqual(untouched);
  }
  await showup.clockTo(minutesAfter(start, 16));
  expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
});

/** Every address of ours in all that was mailed, in HTML and in text, and what the pages behind them load first. */
async function links(): Promise<string[]> {
  const mails = await run.showup.mailbox(email);
  const found = mails.flatMap(({ html, text }) => [
    ...[...html.matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
    ...(text.match(/https?:\/\/\S+/gu) ?? []),
  ]);
  const ours = new Set(found.filter((link) => link.startsWith(run.showup.site)));
  expect([...ours].map((link) => link.split('/')[3])).toEqual(expect.arrayContaining(['manage', 'join']));
  return [...ours];
}

/** All that the system remembers, has sent and has planned. */
async function everything(): Promise<unknown[]> {
  const { showup } = run;
  const [booking] = await json('/bookings');
  const history = await json(`/bookings/${booking.id}/history`);
  expect(history).not.toEqual([]);
  return [
    booking,
    history,
    await showup.mailbox(email),
    await showup.texts('+15550100030'),
    await showup.timers(),
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: what the console says is only compared
async function json(path: string): Promise<any> {
  return (await fetch(run.showup.console + path, { headers: { accept: 'application/json' } })).json();
}
