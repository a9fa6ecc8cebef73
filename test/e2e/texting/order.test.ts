import { afterAll, beforeAll, expect, it } from 'vitest';
import { minutesAfter, Showup } from '../showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

it('2 sent before -30 and brought after the close takes the no-show back: it was a cancellation in time', async () => {
  const start = '2026-12-01T15:00:00Z';
  const mobile = '+15550100401';
  const email = 'long.way@example.com';
  const { token } = await showup.book({ start, mobile, email });
  await showup.clockTo(minutesAfter(start, 16));
  expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
  await showup.text(mobile, '2', minutesAfter(start, -31));
  const after = await showup.booking(token);
  expect(after).toMatchObject({ status: 'cancelled' });
  expect(after.outcome).toBeUndefined();
  expect((await showup.mailbox(email)).at(-1)?.text).toMatch(/in time/u);
});

it('3 sent before -30 and brought after it still moves the session', async () => {
  const start = '2026-12-02T15:00:00Z';
  const mobile = '+15550100402';
  const { token } = await showup.book({ start, mobile, email: 'late.link@example.com' });
  await showup.clockTo(minutesAfter(start, -28));
  await showup.text(mobile, '3', minutesAfter(start, -31));
  const link = /https?:\S+/u.exec((await showup.textsTo(mobile)).at(-1) ?? '')?.[0] ?? '';
  const texted = new URL(link).pathname.split('/').at(-1) ?? '';
  const later = { start: minutesAfter(start, 24 * 60) };
  expect((await showup.post(`/v1/manage/${texted}/reschedule`, later)).status).toBe(200);
  expect(await showup.booking(token)).toMatchObject({ version: 2 });
});

it('what was said last stands, in whichever order the two are brought', async () => {
  const start = '2026-12-03T15:00:00Z';
  const mobile = '+15550100403';
  const { token } = await showup.book({ start, mobile, email: 'both@example.com' });
  await showup.clockTo(minutesAfter(start, 8));
  await showup.text(mobile, '1', minutesAfter(start, 7));
  await showup.text(mobile, '2', minutesAfter(start, 6));
  expect(await showup.booking(token)).toMatchObject({ status: 'confirmed', checkIn: { answer: 'keep' } });
});

it('2 that was sent before a move by the link does not cancel the session at its new time', async () => {
  const start = '2026-12-08T15:00:00Z';
  const mobile = '+15550100404';
  const { token } = await showup.book({ start, mobile, email: 'moved.since@example.com' });
  const sent = await showup.now();
  await showup.clockTo(minutesAfter(sent, 3));
  await showup.post(`/v1/manage/${token}/reschedule`, { start: '2026-12-09T15:00:00Z' });
  await showup.settle();
  await showup.text(mobile, '2', sent);
  expect(await showup.booking(token)).toMatchObject({ status: 'confirmed', version: 2 });
});

it('the carrier brings a text three times: it is taken once', async () => {
  const start = '2026-12-10T15:00:00Z';
  const mobile = '+15550100405';
  const { token } = await showup.book({ start, mobile, email: 'thrice@example.com' });
  await showup.clockTo(minutesAfter(start, -20));
  for (let times = 0; times < 3; times++) await showup.carry('the-same', mobile, '2');
  await showup.clockTo(minutesAfter(start, -18));
  await showup.carry('the-same', mobile, '2');
  expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
  expect(await showup.textsTo(mobile)).toHaveLength(1);
});

it('all events brought again send nothing again', async () => {
  const start = '2026-12-11T15:00:00Z';
  const mobile = '+15550100406';
  await showup.book({ start, mobile, email: 'again@example.com' });
  await showup.clockTo(minutesAfter(start, 6));
  await showup.text(mobile, 'what?');
  await showup.text(mobile, '1');
  await showup.text('+15550100407', 'hello');
  const before = [await showup.textsTo(mobile), await showup.textsTo('+15550100407')];
  await showup.misbehave({ repeatEvents: true });
  expect([await showup.textsTo(mobile), await showup.textsTo('+15550100407')]).toEqual(before);
});
