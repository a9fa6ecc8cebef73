import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ada, BookingForm, tokenIn } from './booking-form.ts';
import type { Look } from './browser.ts';
import { running } from './running.ts';

const run = running();

async function open(look: Look = {}, query = ''): Promise<{ page: Page; form: BookingForm }> {
  const page = await run.browser.visit(look);
  await page.goto(`${run.showup.site}/book${query}`);
  return { page, form: new BookingForm(page, look) };
}

it.each([
  { how: 'with scripts', script: true, start: '2026-12-07T15:00:00Z' },
  { how: 'without a script', script: false, start: '2026-12-08T15:00:00Z' },
])(
  'a time that went while somebody typed is named, what they typed stays, and the nearest is one press away, $how',
  async ({ script, start }) => {
    const email = `late-${script}@example.com`;
    const { page, form } = await open({ script });
    await form.press('#type-live-60');
    await form.pickDay(start.slice(0, 10));
    await form.pickTime('10:00');
    await form.type({ ...ada, email, topic: 'Our printer' });
    for (const name of ['first', 'second']) await run.showup.book({ start, email: `${name}@example.com` });

    await form.press('#book-button');
    const lost = page.locator('#lost');
    expect(await lost.locator('h2').innerText()).toMatch(/10:00 EST is not free any more$/u);
    expect(await lost.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('[name=topic]').inputValue()).toBe('Our printer');
    const nearest = await lost.getByRole('button').allInnerTexts();
    expect(nearest.map((words) => /\d\d:\d\d/u.exec(words)?.[0])).toEqual(['08:30', '09:00', '11:00']);
    await lost.getByRole('button').last().click();
    await page.waitForURL('**/booked/**');
    expect(await run.showup.booking(tokenIn(page.url()))).toMatchObject({
      start: start.replace('15:00:00', '16:00:00.000'),
      attendee: { email },
      topic: 'Our printer',
    });
  },
);

it.each([
  { how: 'with scripts', script: true, email: 'double@example.com' },
  { how: 'without a script', script: false, email: 'double-plain@example.com' },
])('a double click books once, $how', async ({ script, email }) => {
  const { page, form } = await open({ script });
  await form.press('#next');
  await form.type({ ...ada, email });
  await page.locator('#book-button').dblclick();
  await page.waitForURL('**/booked/**');
  await run.showup.settle();
  expect(await run.showup.mailbox(email)).toHaveLength(1);
});

it('who comes back by the back button and presses again has the booking they made', async () => {
  const email = 'back@example.com';
  const { page, form } = await open();
  await form.pickDay('2026-12-09');
  await form.pickTime('09:00');
  await form.type({ ...ada, email });
  const token = await form.book();

  await page.goBack();
  await form.pickDay('2026-12-09');
  await form.pickTime('09:00');
  await form.type({ ...ada, email });
  expect(await form.book()).toBe(token);
  await run.showup.settle();
  expect(await run.showup.mailbox(email)).toHaveLength(1);
});

it('who comes back by the back button and asks for another time is asked whether they want a second booking', async () => {
  const email = 'twice@example.com';
  const { page, form } = await open();
  await form.pickDay('2026-12-09');
  await form.pickTime('10:00');
  await form.type({ ...ada, email });
  const first = await form.book();

  await page.goBack();
  await form.pickDay('2026-12-09');
  await form.pickTime('11:00');
  await form.type({ ...ada, email });
  await form.press('#book-button');
  expect(await page.locator('#said h2').innerText()).toBe('You have booked already');
  expect(await page.locator('#said a').getAttribute('href')).toBe(`/booked/${first}`);
  await run.showup.settle();
  expect(await run.showup.mailbox(email)).toHaveLength(1);

  await form.press(page.getByRole('button', { name: 'Book another session' }));
  await form.pickDay('2026-12-09');
  await form.pickTime('11:00');
  expect(await form.book()).not.toBe(first);
});

it('two tabs make two bookings', async () => {
  const { page, form } = await open();
  const other = await page.context().newPage();
  await other.goto(page.url());
  const forms = [form, new BookingForm(other)];
  const tokens: string[] = [];
  for (const [index, tab] of forms.entries()) {
    await tab.pickDay('2026-12-10');
    await tab.pickTime(['09:00', '10:00'][index] ?? '');
    await tab.type(ada);
    tokens.push(await tab.book());
  }
  expect(new Set(tokens).size).toBe(2);
});

it('pressing "Book" straight from the company code takes one press', async () => {
  const { page, form } = await open();
  await form.press('#next');
  await form.type({ ...ada, companyCode: '' });
  await page.locator('[name=companyCode]').pressSequentially('demo-2026');
  expect(await run.showup.booking(await form.book())).toMatchObject({ free: true });
});

it('a press that does not reach us is said to, and can be repeated', async () => {
  const { page, form } = await open();
  await form.press('#next');
  await form.type(ada);
  await form.settled();
  await page.context().setOffline(true);
  await page.locator('#book-button').click();
  await page.getByText('That did not reach us.').waitFor();
  await page.context().setOffline(false);
  expect(await run.showup.booking(await form.book())).toMatchObject({ status: 'confirmed' });
});

it('a page that the back button brings up as it was left is not busy any more', async () => {
  const { page, form } = await open();
  await page.route('**/book', () => undefined, { times: 1 });
  await page.locator('#type-live-60').click();
  await page.locator('form[aria-busy=true]').waitFor();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await form.press('#type-live-90');
  expect(await page.locator('#type-live-90').getAttribute('aria-pressed')).toBe('true');
});

it('times are in the visitor’s own zone, and another can be chosen', async () => {
  const { page, form } = await open({ timeZone: 'Asia/Kolkata' });
  await page.getByText('All times are in India Standard Time, Kolkata.').waitFor();
  await form.settled();
  await form.pickDay('2026-12-15');
  const evening = (await page.locator('.times button').allInnerTexts()).filter((time) => time > '12:00');
  expect(evening[0]).toBe('19:00');
  await page.locator('[name=timeZone]').selectOption('Europe/London');
  await page.getByText('All times are in Greenwich Mean Time, London.').waitFor();
  expect(await page.locator('.times button').first().innerText()).toBe('13:30');
});

it.each([{ script: true }, { script: false }])(
  'bad input keeps what was typed and is told at its field: $script',
  async ({ script }) => {
    const { page, form } = await open({ script });
    await form.pickDay('2026-12-11');
    await form.type({ name: 'Ada', email: 'ada at example', mobile: '12', companyCode: 'NOPE' });
    await form.press('#book-button');
    expect(await page.title()).toMatch(/^Error: /u);
    const summary = page.locator('#problems');
    expect(await summary.locator('h2').innerText()).toBe('4 things need your attention');
    const problems = await page.locator('.problem').allInnerTexts();
    expect(await summary.locator('a').allInnerTexts()).toEqual(problems);
    await summary.getByRole('link', { name: 'Email' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-email');
    expect(await page.locator('[name=email]').getAttribute('aria-invalid')).toBe('true');
    for (const [name, value] of Object.entries({ name: 'Ada', email: 'ada at example', mobile: '12' }))
      expect(await page.locator(`[name=${name}]`).inputValue()).toBe(value);
  },
);

it('a language is changed without losing what was typed and picked', async () => {
  const { page, form } = await open();
  await form.pickDay('2026-12-14');
  await form.pickTime('10:00');
  await form.type(ada);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await page.waitForURL('**lang=de');
  expect(await page.locator('h1').innerText()).toBe('Termin buchen');
  expect(await page.locator('[name=email]').inputValue()).toBe(ada.email);
  expect(await page.locator('.times [aria-pressed=true]').innerText()).toBe('10:00');
});

it('a link with a kind of session and a company code fills both in', async () => {
  const { page } = await open({}, '?sessionType=live-90&company=DEMO-2026');
  expect(await page.locator('#type-live-90').getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('[name=companyCode]').inputValue()).toBe('DEMO-2026');
});

it('the booking page and all that it loads take less than 30 kB', async () => {
  const page = await run.browser.visit();
  const loaded: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    loaded.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(`${run.showup.site}/book`, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(loaded);
  expect(sizes).toHaveLength(3);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(30_000);
});
