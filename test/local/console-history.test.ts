import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Booked, minutesAfter, Showup } from '../e2e/showup.ts';

const mobile = '+15550100001';
const start = '2026-12-02T15:00:00Z';

let showup: Showup;
let booking: Booked;
beforeAll(async () => {
  showup = await Showup.start();
  booking = await showup.book({ start, email: 'history@example.com', mobile });
  await showup.clockTo(minutesAfter(start, 6));
  await showup.text(mobile, '1');
});
afterAll(() => showup.stop());

const get = async (path: string) => {
  const response = await fetch(showup.console + path);
  const text = await response.text();
  return { status: response.status, text, body: text.startsWith('<') ? undefined : JSON.parse(text) };
};

it('lists every booking, the one made last first, with its instants as RFC 3339', async () => {
  const second = await showup.book({ start: '2026-12-09T15:00:00Z', email: 'second@example.com' });
  const { body } = await get('/bookings');
  expect(body.map(({ id }: Booked) => id)).toEqual([second.id, booking.id]);
  expect(body[1]).toMatchObject({ status: 'confirmed', start: '2026-12-02T15:00:00.000Z' });
});

it('tells a booking’s events in order, the very messages that each led to, and the timers to come', async () => {
  const { body } = await get(`/bookings/${booking.id}/history`);
  expect(body.events.map(({ number, type }: { number: number; type: string }) => [number, type])).toEqual([
    [1, 'booked'],
    [2, 'reminder-due'],
    [3, 'reminder-due'],
    [4, 'check-in-asked'],
    [5, 'check-in-answered'],
  ]);
  expect(body.events[3]).toMatchObject({ at: expect.stringContaining('2026-12-02T15:05:00'), version: 1 });
  const mails = await showup.mailbox('history@example.com');
  const texts = await showup.texts(mobile);
  expect(body.messages).toEqual([
    ...mails.map(({ id, at, subject }, index) => {
      return { event: index + 1, channel: 'mail', direction: 'out', at, id, summary: subject };
    }),
    ...texts.map(({ id, at, direction, body: summary }, index) => {
      return { event: index === 0 ? 4 : 5, channel: 'text', direction, at, id, summary };
    }),
  ]);
  expect(body.timers.map(({ name }: { name: string }) => name)).toEqual([`${booking.id}.finish.v1`]);
});

it('shows the same as a page, which leads to the mails and the conversation', async () => {
  const [mail] = await showup.mailbox('history@example.com');
  const { text } = await get(`/history/${booking.id}`);
  for (const shown of ['Check in asked', 'End of the session', `/mail/${mail?.id}`, `/phones/${mobile}`]) {
    expect(text).toContain(shown);
  }
});

it('has nothing of a booking that is not there', async () => {
  expect((await get('/bookings/bkg_0/history')).status).toBe(404);
  expect((await get('/history/bkg_0')).status).toBe(404);
});
