import { afterAll, beforeAll, expect, it } from 'vitest';
import { minutesAfter, Showup } from '../showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.startWith('fixture-config-voice');
});
afterAll(() => showup.stop());

it('End User Messaging carries the whole conversation', async () => {
  const start = '2026-12-01T15:00:00Z';
  const mobile = '+15550100701';
  const booking = await showup.book({ start, mobile, email: 'voice@example.com' });
  await showup.clockTo(minutesAfter(start, 5));
  expect(await showup.textsTo(mobile)).toEqual([expect.stringMatching(/Reply 1/u)]);
  await showup.text(mobile, '1');
  expect(await showup.booking(booking.token)).toMatchObject({ checkIn: { answer: 'keep' } });
  expect(await showup.textsTo(mobile)).toHaveLength(2);
});

it('a landline is learnt of by its receipt, and treated as no mobile number', async () => {
  const start = '2026-12-02T15:00:00Z';
  const mobile = '+15550100702';
  const email = 'landline@example.com';
  const { token } = await showup.book({ start, mobile, email });
  await showup.misbehave({ phone: { number: mobile, state: 'landline' } });
  await showup.clockTo(minutesAfter(start, 5));
  await showup.settle();
  expect((await showup.booking(token)).changeBy.text).toBeUndefined();
  await showup.clockTo(minutesAfter(start, 10));
  expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
});

it('a check-in never arrives after the close', async () => {
  const start = '2026-12-03T15:00:00Z';
  const mobile = '+15550100703';
  await showup.book({ start, mobile, email: 'phone.off@example.com' });
  await showup.misbehave({ phone: { number: mobile, state: 'off' } });
  await showup.clockTo(minutesAfter(start, 20));
  await showup.misbehave({ phone: { number: mobile, state: 'works' } });
  await showup.settle();
  const texts = await showup.carried(mobile);
  expect(texts[0]).toMatchObject({ delivered: false, fate: 'expired' });
  expect((await showup.textsTo(mobile)).filter((body) => body.includes('Reply 1'))).toEqual([]);
});

it('STOP and START are taken as by SNS', async () => {
  const start = '2026-12-04T15:00:00Z';
  const mobile = '+15550100704';
  const { token } = await showup.book({ start, mobile, email: 'stop.voice@example.com' });
  await showup.text(mobile, 'STOP');
  expect((await showup.booking(token)).changeBy.text).toBeUndefined();
  await showup.text(mobile, 'START');
  expect((await showup.booking(token)).changeBy.text).toBeDefined();
  expect(await showup.textsTo(mobile)).toHaveLength(1);
});

it('no function may text or listen in ways that it never does', async () => {
  const { unused } = (await (await fetch(`${showup.console}/grants`)).json()) as {
    unused: { owner: string; action: string; resource: string }[];
  };
  const ofTexts = ({ action }: { action: string }) => /^(?:sms-voice|sns):/u.test(action);
  expect(unused.filter(ofTexts)).toEqual([]);
});
