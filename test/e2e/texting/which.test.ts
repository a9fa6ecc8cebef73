import { afterAll, beforeAll, expect, it } from 'vitest';
import { minutesAfter, Showup } from '../showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

const statusOf = async (token: string) => (await showup.booking(token)).status;

it('asks which of two sessions is meant, and takes the answer', async () => {
  const mobile = '+15550100301';
  const email = 'two@example.com';
  const first = await showup.book({ start: '2026-12-01T15:00:00Z', mobile, email });
  const second = await showup.book({ start: '2026-12-03T19:00:00Z', mobile, email });
  await showup.text(mobile, 'I need to cancel');
  expect(await showup.textsTo(mobile)).toEqual([
    expect.stringMatching(/1 Tue 1 Dec.*10:00.*2 Thu 3 Dec.*14:00/su),
  ]);
  await showup.text(mobile, '2');
  expect([await statusOf(first.token), await statusOf(second.token)]).toEqual(['confirmed', 'cancelled']);
});

it('an answer to the check-in means the session that was asked about, whatever else is booked', async () => {
  const mobile = '+15550100302';
  const email = 'asked@example.com';
  const now = await showup.book({ start: '2026-12-02T15:00:00Z', mobile, email });
  const later = await showup.book({ start: '2026-12-09T15:00:00Z', mobile, email });
  await showup.clockTo('2026-12-02T15:06:00Z');
  await showup.text(mobile, '2');
  expect([await statusOf(now.token), await statusOf(later.token)]).toEqual(['no_show', 'confirmed']);

  await showup.text(mobile, '2');
  expect(await statusOf(later.token)).toBe('confirmed');
  const asked = (await showup.textsTo(mobile)).at(-1);
  expect(asked).toMatch(/over/u);
  expect(asked).toMatch(/9 Dec/u);
  await showup.text(mobile, '1');
  expect(await statusOf(later.token)).toBe('cancelled');
});

it('an answer that comes late means what its number had been texted about when it was sent', async () => {
  const mobile = '+15550100303';
  const email = 'overlapping@example.com';
  const first = await showup.book({ start: '2026-12-04T15:00:00Z', mobile, email });
  const second = await showup.book({ start: '2026-12-04T15:30:00Z', mobile, email });
  await showup.clockTo('2026-12-04T15:36:00Z');
  await showup.text(mobile, '1', '2026-12-04T15:06:00Z');
  expect(await showup.booking(first.token)).toMatchObject({
    status: 'confirmed',
    checkIn: { answeredAt: '2026-12-04T15:06:00.000Z' },
  });
  expect((await showup.booking(second.token)).checkIn?.answeredAt).toBeUndefined();
});

it('a session that was cancelled, completed or closed is never confirmed: what is true is said', async () => {
  const mobile = '+15550100304';
  const email = 'over.and.out@example.com';
  const start = '2026-12-07T15:00:00Z';
  const { token } = await showup.book({ start, mobile, email });
  await showup.clockTo(minutesAfter(start, -40));
  await showup.text(mobile, '2');
  await showup.text(mobile, '1');
  expect(await statusOf(token)).toBe('cancelled');
  const last = (await showup.textsTo(mobile)).at(-1);
  expect(last).toMatch(/was cancelled/u);
  expect(last).not.toMatch(/stays open|see you|confirmed/iu);
});

it('a text of one number never touches the session of another', async () => {
  const [ours, theirs] = ['+15550100305', '+15550100306'];
  const { token } = await showup.book({ start: '2026-12-08T15:00:00Z', mobile: ours });
  await showup.clockTo('2026-12-08T15:06:00Z');
  for (const body of ['1', '2', '2', '3', 'STOP']) await showup.text(theirs, body);
  expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
  await showup.text(ours, '1');
  expect(await showup.booking(token)).toMatchObject({ checkIn: { answer: 'keep' } });
});
