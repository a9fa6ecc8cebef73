import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Mail, minutesAfter, Showup } from './showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

it('after a move the old timers change nothing, the new ones do their work, and the calendar sequence rises', async () => {
  const first = '2026-12-02T15:00:00Z';
  const second = '2026-12-03T16:30:00Z';
  const email = 'moves@example.com';
  const booking = await showup.book({ start: first, email, mobile: '+15550100010' });
  const moved = await showup.post(`/v1/manage/${booking.token}/reschedule`, { start: second });
  expect(moved).toMatchObject({
    status: 200,
    body: { id: booking.id, version: 2, start: '2026-12-03T16:30:00.000Z' },
  });
  await showup.settle();

  const timers = await showup.timers();
  expect(timers.map(({ name }) => name).every((name) => name.endsWith('.v2'))).toBe(true);
  expect(timers).toHaveLength(5);

  await showup.clockTo(minutesAfter(first, 60));
  expect(await showup.texts('+15550100010')).toEqual([]);
  expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed' });

  await showup.clockTo(minutesAfter(second, 15));
  expect(await showup.booking(booking.token)).toMatchObject({ status: 'no_show' });
  expect(await showup.texts('+15550100010')).toHaveLength(2);
  const mails = await showup.mailbox(email);
  expect(mails.map(({ at }) => at.slice(0, 16))).toEqual([
    '2026-11-30T12:00',
    '2026-11-30T12:00',
    '2026-12-02T16:30',
    '2026-12-03T14:30',
    '2026-12-03T16:45',
  ]);
  const [invited, again] = mails.slice(0, 2).map((mail) => calendar(mail, 'REQUEST'));
  expect(again?.uid).toBe(invited?.uid);
  expect(again?.sequence).toBeGreaterThan(invited?.sequence ?? Number.NaN);
});

it('a move keeps the consultant where possible, may overlap its own old time, and frees what it leaves', async () => {
  const start = '2026-12-14T15:00:00Z';
  const booking = await showup.book({ start, email: 'overlaps@example.com' });
  const moved = await showup.post(`/v1/manage/${booking.token}/reschedule`, {
    start: minutesAfter(start, 30),
  });
  expect(moved.body.consultant).toEqual(booking.consultant);
  const { body } = await showup.get('/v1/slots/explain?sessionType=call-30&start=2026-12-14T15:00:00Z');
  expect(body.bookable).toBe(true);
  const repeat = await showup.post(`/v1/manage/${booking.token}/reschedule`, {
    start: minutesAfter(start, 30),
  });
  expect(repeat).toMatchObject({ status: 200, body: { version: 2 } });
});

it('after a cancellation nothing is sent but the cancellation, and the time is free again', async () => {
  const start = '2026-12-15T15:00:00Z';
  const email = 'cancels@example.com';
  const booking = await showup.book({ start, email, mobile: '+15550100011' });
  const cancelled = await showup.post(`/v1/manage/${booking.token}/cancel`, {
    reason: 'Solved it ourselves',
  });
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  expect(await showup.post(`/v1/manage/${booking.token}/cancel`, {})).toMatchObject({ status: 200 });
  await showup.settle();
  expect((await showup.timers()).filter(({ name }) => name.startsWith(booking.id))).toEqual([]);
  await showup.clockTo(minutesAfter(start, 90));
  const mails = await showup.mailbox(email);
  expect(mails).toHaveLength(2);
  const [invited, withdrawn] = [calendar(mails[0], 'REQUEST'), calendar(mails[1], 'CANCEL')];
  expect(withdrawn?.uid).toBe(invited?.uid);
  expect(withdrawn?.sequence).toBeGreaterThan(invited?.sequence ?? Number.NaN);
  expect(await showup.texts('+15550100011')).toEqual([]);
});

it('moving and cancelling by the link are refused from 65 minutes before, on the POST itself', async () => {
  const start = '2026-12-17T18:00:00Z';
  const booking = await showup.book({ start, email: 'late@example.com' });
  await showup.clockTo(minutesAfter(start, -66));
  expect(await showup.booking(booking.token)).toMatchObject({
    changeBy: { link: '2026-12-17T16:55:00.000Z' },
  });
  await showup.clockTo(minutesAfter(start, -65));
  const refusal = { status: 422, body: { code: 'outside-change-window', until: '2026-12-17T16:55:00.000Z' } };
  expect(await showup.post(`/v1/manage/${booking.token}/cancel`, {})).toMatchObject(refusal);
  const move = await showup.post(`/v1/manage/${booking.token}/reschedule`, {
    start: minutesAfter(start, 24 * 60),
  });
  expect(move).toMatchObject(refusal);
  await showup.clockTo(minutesAfter(start, 20));
  expect(await showup.post(`/v1/manage/${booking.token}/cancel`, {})).toMatchObject({
    status: 409,
    body: { code: 'already-over' },
  });
});

it('a move to a time that is taken, or not on offer, is refused and changes nothing', async () => {
  const start = '2026-12-21T15:00:00Z';
  const wanted = '2026-12-21T18:00:00Z';
  const booking = await showup.book({ start, email: 'wants@example.com' });
  await showup.book({ start: wanted, email: 'first@example.com' });
  await showup.book({ start: wanted, email: 'second@example.com' });
  for (const time of [wanted, '2026-12-21T18:07:00Z', '2026-12-20T15:00:00Z', '2026-12-25T15:00:00Z']) {
    const { status, body } = await showup.post(`/v1/manage/${booking.token}/reschedule`, { start: time });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'slot-unavailable' });
  }
  expect(await showup.booking(booking.token)).toMatchObject({
    start: '2026-12-21T15:00:00.000Z',
    version: 1,
  });
});

function calendar(mail: Mail | undefined, method: string): { uid: string; sequence: number } | undefined {
  const part = mail?.attachments.find(({ contentType }) => contentType.includes(`method=${method}`));
  const unfolded = part?.content.replaceAll(/\r?\n[ \t]/gu, '') ?? '';
  const value = (name: string): string =>
    new RegExp(`^${name}[^:]*:(.*?)\\r?$`, 'mu').exec(unfolded)?.[1] ?? '';
  return { uid: value('UID'), sequence: Number(value('SEQUENCE')) };
}
