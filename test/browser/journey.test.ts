import { expect, it } from 'vitest';
import { ada, BookingForm, tokenIn } from './booking-form.ts';
import { press } from './press.ts';
import { running } from './running.ts';

const run = running();

it.each([
  { how: 'with scripts', script: true, email: 'scripts@example.com' },
  { how: 'without a script', script: false, email: 'plain@example.com' },
])(
  'a session is booked, and moved and cancelled by the link in its mail, $how',
  async ({ script, email }) => {
    const { showup, browser } = run;
    const page = await browser.visit({ script });
    await page.goto(`${showup.site}/book`);
    const form = new BookingForm(page, { script });
    await form.press('#type-live-60');
    await form.pickDay('2026-12-02');
    await form.pickTime('10:00');
    await form.type({ ...ada, email });
    const token = await form.book();
    expect(await page.locator('h1').innerText()).toBe('You are booked');
    expect(await showup.booking(token)).toMatchObject({ start: '2026-12-02T15:00:00.000Z', free: true });

    await showup.settle();
    await page.goto(linkTo('/manage/', await lastMail(email)));
    expect(await page.locator('h1').innerText()).toBe('Your session is confirmed');
    await press(page.locator('#day-2026-12-03'));
    await press(page.locator('.times').getByRole('button', { name: '11:30', exact: true }));
    await press(page.getByRole('button', { name: 'Move to Thu 3 Dec, 11:30 EST' }));
    expect(await page.locator('h1').innerText()).toBe('Your session has a new time');
    expect(await showup.booking(token)).toMatchObject({ start: '2026-12-03T16:30:00.000Z', version: 2 });

    await showup.settle();
    await page.goto(linkTo('/manage/', await lastMail(email)));
    await page.getByLabel('Why, if you like to say').fill('Solved it ourselves');
    await press(page.getByRole('button', { name: 'Cancel this session' }));
    expect(await page.locator('h1').innerText()).toBe('Your session is cancelled');
    expect(await page.locator('main').innerText()).toContain('Solved it ourselves');
    expect(await showup.booking(token)).toMatchObject({ status: 'cancelled' });

    await page.reload();
    await page.goto(`${showup.site}/booked/${token}`);
    expect(await page.locator('h1').innerText()).toBe('Your session is cancelled');
    await showup.settle();
    expect(await showup.mailbox(email)).toHaveLength(3);
  },
);

it('who reads German gets the whole journey in German, mails included', async () => {
  const { showup, browser } = run;
  const email = 'deutsch@example.com';
  const page = await browser.visit({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
  await page.goto(`${showup.site}/book`);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  const form = new BookingForm(page);
  await page.getByText('Mitteleuropäische Normalzeit, Berlin').first().waitFor();
  await form.pickDay('2026-12-04');
  await form.pickTime('15:00');
  await form.type({ ...ada, email });
  const token = await form.book();
  expect(await page.locator('h1').innerText()).toBe('Ihr Termin ist gebucht');
  expect(await showup.booking(token)).toMatchObject({
    start: '2026-12-04T14:00:00.000Z',
    timeZone: 'Europe/Berlin',
  });

  await showup.settle();
  await page.goto(linkTo('/manage/', await lastMail(email)));
  expect(await page.locator('h1').innerText()).toBe('Ihr Termin ist bestätigt');
  await press(page.locator('.times button').nth(1));
  await press(page.getByRole('button', { name: /^Auf .+ verschieben$/u }));
  expect(await page.locator('h1').innerText()).toBe('Ihr Termin ist verschoben');
  await press(page.getByRole('button', { name: 'Diesen Termin absagen' }));
  expect(await page.locator('h1').innerText()).toBe('Ihr Termin ist abgesagt');
  await showup.settle();
  for (const { html } of await showup.mailbox(email)) expect(html).toContain('lang="de"');
});

async function lastMail(to: string): Promise<string> {
  return (await run.showup.mailbox(to)).at(-1)?.html ?? '';
}

/** The first link of a mail to a path of ours. */
function linkTo(path: string, mail: string): string {
  const links = [...mail.matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const found = links.find((href) => href.startsWith(run.showup.site + path));
  expect(found && tokenIn(found), `a link to ${path} in the mail`).toMatch(/^bkg_/u);
  return found ?? '';
}
