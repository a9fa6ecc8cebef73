import { afterAll, beforeAll, expect, it } from 'vitest';
import { minutesAfter, Showup } from './showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

it('an answer stamped +14:50 and delivered at +16 takes the no-show back, and the mail says so', async () => {
  const start = '2026-12-02T15:00:00Z';
  const mobile = '+15550100020';
  const email = 'just.in.time@example.com';
  const booking = await showup.book({ start, mobile, email });
  await showup.clockTo(minutesAfter(start, 16));
  expect(await showup.booking(booking.token)).toMatchObject({ status: 'no_show' });
  await showup.text(mobile, '1', '2026-12-02T15:14:50Z');
  const reopened = await showup.booking(booking.token);
  expect(reopened).toMatchObject({
    status: 'confirmed',
    checkIn: { answeredAt: '2026-12-02T15:14:50.000Z' },
  });
  expect(reopened.outcome).toBeUndefined();
  expect((await showup.subjects(email)).length).toBe(5);
  const { body } = await showup.get('/v1/slots/explain?sessionType=call-30&start=2026-12-02T15:30:00Z');
  expect(body.reasons.map(({ code }: { code: string }) => code)).toContain('booked');
  expect((await showup.post(`/v1/manage/${booking.token}/join`, {})).status).toBe(200);
  await showup.clockTo(minutesAfter(start, 60));
  expect(await showup.booking(booking.token)).toMatchObject({ status: 'completed' });
});

it('an answer stamped after the close changes nothing, and is told so', async () => {
  const start = '2026-12-03T15:00:00Z';
  const mobile = '+15550100021';
  const booking = await showup.book({ start, mobile, email: 'too.late@example.com' });
  await showup.clockTo(minutesAfter(start, 16));
  await showup.text(mobile, '1', '2026-12-03T15:15:00Z');
  expect(await showup.booking(booking.token)).toMatchObject({ status: 'no_show' });
  const conversation = await showup.texts(mobile);
  expect(conversation).toHaveLength(4);
  expect(conversation[3]?.direction).toBe('out');
});

it('1 about a session that is over is never confirmed, whatever else is booked', async () => {
  const mobile = '+15550100022';
  const over = await showup.book({ start: '2026-12-04T15:00:00Z', mobile, email: 'over@example.com' });
  await showup.clockTo('2026-12-04T15:20:00Z');
  const cancelled = await showup.book({ start: '2026-12-07T15:00:00Z', mobile, email: 'over@example.com' });
  await showup.post(`/v1/manage/${cancelled.token}/cancel`, {});
  await showup.text(mobile, '1');
  expect(await showup.booking(over.token)).toMatchObject({ status: 'no_show' });
  expect(await showup.booking(cancelled.token)).toMatchObject({ status: 'cancelled' });
  const last = (await showup.texts(mobile)).at(-1);
  expect(last?.direction).toBe('out');
  expect(last?.body).not.toMatch(/stays open|confirmed/iu);
});

it('anything but 1 gets one short help text, then silence; a number that we do not know is told so once', async () => {
  const start = '2026-12-09T15:00:00Z';
  const mobile = '+15550100023';
  const booking = await showup.book({ start, mobile, email: 'unclear@example.com' });
  await showup.clockTo(minutesAfter(start, 6));
  for (const body of ['what?', 'I am driving right now', 'I am driving right now'])
    await showup.text(mobile, body);
  expect((await showup.texts(mobile)).map(({ direction }) => direction)).toEqual([
    'out',
    'in',
    'out',
    'in',
    'in',
  ]);
  await showup.text(mobile, ' 1. ');
  expect(await showup.booking(booking.token)).toMatchObject({ checkIn: { answer: 'keep' } });

  const stranger = '+15550100099';
  await showup.text(stranger, 'hello');
  await showup.text(stranger, 'hello?');
  expect((await showup.texts(stranger)).map(({ direction }) => direction)).toEqual(['in', 'out', 'in']);
});
