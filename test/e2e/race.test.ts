import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Showup } from './showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

it('50 people book one slot of two consultants at once: exactly two get it, and the calendar agrees', async () => {
  const start = '2026-12-02T15:00:00Z';
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, index) => showup.tryToBook({ start, email: `crowd${index}@example.com` })),
  );
  const statuses = replies.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(2);
  expect(statuses.filter((status) => status === 409)).toHaveLength(48);
  const booked = replies.filter(({ status }) => status === 201).map(({ body }) => body.consultant.id);
  expect(new Set(booked)).toEqual(new Set(['robin', 'kim']));
  const refused = replies.filter(({ status }) => status === 409).map(({ body }) => body.code);
  expect(new Set(refused)).toEqual(new Set(['slot-unavailable']));
  const { body } = await showup.get('/v1/slots/explain?sessionType=live-60&start=2026-12-02T15:00:00Z');
  expect(body).toMatchObject({ bookable: false, reasons: [{ code: 'booked' }, { code: 'booked' }] });
  await showup.settle();
  expect(await showup.mailbox('')).toHaveLength(2);
});

it('one Idempotency-Key sent 20 times at once makes one booking and gives one answer', async () => {
  const wishes = { key: randomUUID(), start: '2026-12-03T15:00:00Z', email: 'twenty@example.com' };
  const replies = await Promise.all(Array.from({ length: 20 }, () => showup.tryToBook(wishes)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  await showup.settle();
  expect(await showup.mailbox(wishes.email)).toHaveLength(1);

  const token = new URL(replies[0]?.body.manageUrl).pathname.split('/').at(-1);
  await showup.post(`/v1/manage/${token}/cancel`, {});
  const later = await showup.tryToBook(wishes);
  expect(later.body).toEqual(replies[0]?.body);

  const other = await showup.tryToBook({ ...wishes, start: '2026-12-03T16:00:00Z' });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
});

it('every slot that is offered can be booked, and is then offered no more once both consultants are taken', async () => {
  const query = 'sessionType=live-90&from=2026-12-04&to=2026-12-04&timeZone=America/New_York';
  const before = (await showup.get(`/v1/slots?${query}`)).body.days['2026-12-04'];
  expect(before[0]).toEqual({ start: '2026-12-04T13:30:00.000Z', end: '2026-12-04T15:00:00.000Z' });
  expect(before.at(-1)).toEqual({ start: '2026-12-04T21:00:00.000Z', end: '2026-12-04T22:30:00.000Z' });
  for (const { start } of [before[0], before.at(-1)]) {
    for (const email of ['one@example.com', 'two@example.com']) {
      expect((await showup.tryToBook({ start, sessionType: 'live-90', email })).status).toBe(201);
    }
  }
  const after = (await showup.get(`/v1/slots?${query}`)).body.days['2026-12-04'];
  expect(after[0].start).toBe('2026-12-04T15:00:00.000Z');
  expect(after.at(-1).end).toBe('2026-12-04T21:00:00.000Z');
});

it('bookings go to the consultant who has least to do that day', async () => {
  const times = ['13:30', '14:30', '15:30', '16:30'];
  const booked = [];
  for (const time of times) booked.push(await showup.book({ start: `2026-12-07T${time}:00Z` }));
  const consultants = booked.map(({ consultant }) => consultant.id);
  expect(consultants.filter((id) => id === 'robin')).toHaveLength(2);
  expect(consultants.filter((id) => id === 'kim')).toHaveLength(2);
});

it('a key belongs to its booking for good: a repeat long after the session gets the first answer, and books nothing', async () => {
  const wishes = { key: randomUUID(), start: '2026-12-08T15:00:00Z', email: 'late@example.com' };
  const first = await showup.tryToBook(wishes);
  await showup.clockTo('2026-12-14T15:00:00Z');
  expect(await showup.tryToBook(wishes)).toMatchObject({ status: 201, body: first.body });
  const other = await showup.tryToBook({ ...wishes, start: '2026-12-16T15:00:00Z' });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
});
