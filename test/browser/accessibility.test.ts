import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Booked, minutesAfter, type Wishes } from '../e2e/showup.ts';
import { expectAccessible } from './accessible.ts';
import { ada, BookingForm } from './booking-form.ts';
import type { Look } from './browser.ts';
import { press } from './press.ts';
import { running } from './running.ts';

const run = running();

async function open(path: string, look?: Look): Promise<Page> {
  const page = await run.browser.visit(look);
  await page.goto(run.showup.site + path);
  return page;
}

async function expectPage(path: string, title: string, state: string): Promise<void> {
  const page = await open(path);
  expect(await page.locator('h1').innerText(), state).toBe(title);
  await expectAccessible(page, state);
}

const at = (start: string, mobile?: string): Wishes => ({ start, ...(mobile && { mobile }) });
const manage = ({ token }: Booked): string => `/manage/${token}`;
const join = ({ token }: Booked): string => `/join/${token}`;

it('booking, at every step', async () => {
  const page = await open('/book');
  const form = new BookingForm(page);
  await expectAccessible(page, 'nothing chosen');
  await form.press('#type-live-60');
  await form.pickDay('2026-12-01');
  await form.pickTime('10:00');
  await form.type({ ...ada, mobile: '+1 555 010 0001' });
  await page.locator('[name=release]').selectOption('5.2');
  await form.settled();
  await expectAccessible(page, 'all filled in, code recognised, release limited');
  await form.book();
  await expectAccessible(page, 'booked');
});

it('booking, with all that can go wrong', async () => {
  const page = await open('/book?sessionType=nonsense&company=NOPE');
  const form = new BookingForm(page);
  await expectAccessible(page, 'led here by a link with mistakes');
  await form.type({ name: ' ', email: 'ada', mobile: '1', companyCode: 'NOPE' });
  await page.locator('[name=release]').selectOption('4.8');
  await form.settled();
  await form.press('#book-button');
  await expectAccessible(page, 'everything wrong');
  await form.pickDay('2026-12-08');
  await form.pickTime('09:00');
  await form.type({ ...ada, mobile: '', companyCode: '' });
  await page.locator('[name=release]').selectOption('');
  await form.settled();
  await form.press('#book-button');
  await expectAccessible(page, 'to be paid');
  await form.type(ada);
  for (const who of ['one', 'two'])
    await run.showup.book({ email: `${who}@example.com`, start: '2026-12-08T14:00:00Z' });
  await form.press('#book-button');
  await page.locator('#lost').waitFor();
  await expectAccessible(page, 'time lost');
  await form.pickTime('10:30');
  await form.book();
  await page.goBack();
  await form.pickTime('14:30');
  await form.type(ada);
  await form.press('#book-button');
  await page.locator('#said').waitFor();
  await expectAccessible(page, 'booked already');
});

it('booking in a frame, in German, and without scripts', async () => {
  await expectAccessible(await open('/book?embed=1'), 'embedded');
  await expectAccessible(await open('/book', { locale: 'de' }), 'German');
  const page = await run.browser.visit();
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(`${run.showup.site}/book`);
  expect(await page.getByRole('button', { name: 'Show these times' }).isVisible()).toBe(true);
  await expectAccessible(page, 'without scripts');
});

it('the description of the API, and what is said where there is nothing', async () => {
  await expectAccessible(await open('/docs'), 'docs');
  await expectPage('/nowhere', 'There is no such page', 'not found');
  await expectPage('/manage/bkg_0.made-up', 'This link does not work', 'invalid link');
});

it('changing a booking, in all that can come of it', async () => {
  const { showup } = run;
  const booking = await showup.book(at('2026-12-02T15:00:00Z', '+15550100041'));
  const [page, other] = [await open(manage(booking)), await open(manage(booking))];
  await expectAccessible(page, 'confirmed');
  await press(page.locator('#day-2026-12-03'));
  await press(page.locator('.times button').first());
  await expectAccessible(page, 'a time picked');
  for (const who of ['one', 'two'])
    await showup.book({ email: `${who}@example.com`, start: '2026-12-03T13:30:00Z' });
  await press(page.locator('#moving'));
  await expectAccessible(page, 'that time lost');
  await press(page.locator('#lost button').last());
  await press(page.locator('#moving'));
  await expectAccessible(page, 'moved');
  await press(other.getByRole('button', { name: 'Cancel this session' }));
  await expectAccessible(other, 'overtaken by the move');
  await other.getByLabel('Why, if you like to say').fill('Solved');
  await press(other.getByRole('button', { name: 'Cancel this session' }));
  await expectAccessible(other, 'cancelled');
  await expectPage(join(booking), 'This session is cancelled', 'joining what is cancelled');
  await expectAccessible(await open(`${manage(booking)}?lang=de`), 'cancelled, in German');
});

it('a session’s day, from the last hours before it to what became of it', async () => {
  const { showup } = run;
  const start = '2026-12-04T15:00:00Z';
  const kept = await showup.book(at(start, '+15550100042'));
  const joined = await showup.book(at(start, '+15550100043'));
  const missed = await showup.book(at('2026-12-04T16:30:00Z'));

  await showup.clockTo(minutesAfter(start, -60));
  await expectPage(manage(kept), 'Your session is confirmed', 'too late for the link');
  await expectPage(join(kept), 'You are early', 'early');
  await showup.clockTo(minutesAfter(start, -10));
  await expectPage(manage(kept), 'Your session is confirmed', 'too late for anything');
  await expectPage(join(kept), 'Your session is open', 'open before the start');
  await showup.post(`/v1/manage/${joined.token}/join`, {});
  await showup.clockTo(minutesAfter(start, 6));
  await expectPage(join(kept), 'Your session is open', 'open, and nobody there');
  await showup.text('+15550100042', '1');
  await expectPage(join(kept), 'Your session is open', 'kept open');
  await expectPage(join(joined), 'Your session is open', 'joined');
  await expectPage(manage(joined), 'Your session is under way', 'under way');
  await showup.clockTo(minutesAfter(start, 110));
  await expectPage(manage(joined), 'Your session is over', 'over');
  await expectPage(join(joined), 'This session is over', 'joining what is over');
  await expectPage(manage(missed), 'Recorded as a no-show', 'missed');
  await expectPage(join(missed), 'Recorded as a no-show', 'joining what was missed');
});

it('what follows from sessions that are missed', async () => {
  const { showup } = run;
  const email = 'often@example.com';
  const first = await showup.book({ email, start: '2026-12-07T15:00:00Z' });
  const second = await showup.book({ email, start: '2026-12-07T17:00:00Z' });
  await showup.clockTo('2026-12-07T18:30:00Z');
  await expectPage(manage(second), 'Recorded as a no-show', 'the one that blocks');
  const page = await open(manage(first));
  const send = page.getByRole('button', { name: 'Send it to us' });
  await press(send);
  await expectAccessible(page, 'contested with nothing');
  await page.getByLabel('What happened').fill('I was there.\nNobody let me in.');
  await press(send);
  expect(new URL(page.url()).hash).toBe('#contest');
  await expectAccessible(page, 'contested');
  const booking = await open('/book');
  const form = new BookingForm(booking);
  await form.pickDay('2026-12-15');
  await form.pickTime('10:00');
  await form.type({ ...ada, email });
  await form.press('#book-button');
  await booking.locator('#said').waitFor();
  expect(await booking.locator('#said h2').innerText()).toBe('Free sessions are blocked for you for now');
  await expectAccessible(booking, 'blocked');
});

it('every kind of mail', async () => {
  const { showup, browser } = run;
  const email = 'mails@example.com';
  const start = '2026-12-10T15:00:00Z';
  const missed = await showup.book({ email, start });
  await showup.post(`/v1/manage/${missed.token}/reschedule`, { start: minutesAfter(start, 60) });
  const cancelled = await showup.book({ email, start: minutesAfter(start, 180) });
  await showup.post(`/v1/manage/${cancelled.token}/cancel`, { reason: 'Solved' });
  await showup.clockTo(minutesAfter(start, 75));
  const mails = await showup.mailbox(email);
  expect(mails).toHaveLength(7);
  for (const { html, subject } of mails) {
    const page = await browser.visit();
    await page.setContent(html);
    // Mail programs show a mail within a page of theirs.
    await expectAccessible(page, subject, ['landmark-one-main', 'region']);
  }
});
