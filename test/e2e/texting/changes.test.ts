import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutesAfter, Showup } from '../showup.ts';
import { open, press } from '../visitor.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

function linkIn(body: string | undefined): URL {
  return new URL(/https?:\S+/u.exec(body ?? '')?.[0] ?? 'about:blank');
}

function tokenIn(body: string | undefined): string {
  return linkIn(body).pathname.split('/').at(-1) ?? '';
}

describe('before -30 minutes', () => {
  it('2 cancels, and is confirmed by mail and by text', async () => {
    const start = '2026-12-02T15:00:00Z';
    const mobile = '+15550100201';
    const email = 'cancels.by.text@example.com';
    const booking = await showup.book({ start, mobile, email });
    await showup.clockTo(minutesAfter(start, -31));
    await showup.text(mobile, '2');
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'cancelled' });
    expect((await showup.mailbox(email)).at(-1)?.subject).toMatch(/cancelled/iu);
    expect((await showup.textsTo(mobile)).at(-1)).toMatch(/cancelled/iu);
    await showup.clockTo(minutesAfter(start, 60));
    expect(await showup.textsTo(mobile)).toHaveLength(1);
  });

  it('2 frees the time for somebody else', async () => {
    const start = '2026-12-17T15:00:00Z';
    const mobile = '+15550100211';
    await showup.book({ start, mobile, email: 'frees@example.com' });
    await showup.book({ start, email: 'next.to.it@example.com' });
    expect((await showup.tryToBook({ start, email: 'waits@example.com' })).status).toBe(409);
    await showup.text(mobile, '2');
    expect((await showup.tryToBook({ start, email: 'waits@example.com' })).status).toBe(201);
  });

  it('3 is answered with a link that moves the booking after links of mails no longer do, until -30', async () => {
    const start = '2026-12-03T15:00:00Z';
    const mobile = '+15550100202';
    const booking = await showup.book({ start, mobile, email: 'moves.by.text@example.com' });
    await showup.clockTo(minutesAfter(start, -40));
    await showup.text(mobile, 'Can we reschedule?');
    const token = tokenIn((await showup.textsTo(mobile)).at(-1));
    const later = { start: minutesAfter(start, 24 * 60) };
    expect((await showup.post(`/v1/manage/${booking.token}/reschedule`, later)).status).toBe(422);
    expect(await showup.post(`/v1/manage/${token}/reschedule`, later)).toMatchObject({
      status: 200,
      body: { id: booking.id, version: 2 },
    });
    await showup.settle();
    expect(await showup.booking(booking.token)).toMatchObject({ start: '2026-12-04T15:00:00.000Z' });

    await showup.clockTo('2026-12-04T14:30:00Z');
    expect(await showup.post(`/v1/manage/${token}/cancel`, {})).toMatchObject({
      status: 422,
      body: { code: 'outside-change-window', until: '2026-12-04T14:30:00.000Z' },
    });
  });

  it('the page behind that link shows its own deadline, and moves and cancels', async () => {
    const start = '2026-12-07T15:00:00Z';
    const mobile = '+15550100203';
    const booking = await showup.book({ start, mobile, email: 'page.by.text@example.com' });
    await showup.clockTo(minutesAfter(start, -50));
    await showup.text(mobile, '3');
    const page = await open(linkIn((await showup.textsTo(mobile)).at(-1)).href);
    expect(page.text).toContain('9:30');
    const after = await press(page, 'Cancel this session');
    expect(after.text).toContain('cancelled');
    await showup.settle();
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'cancelled' });
  });

  it('1 says thanks, and keeps nothing open that has not begun', async () => {
    const start = '2026-12-08T15:00:00Z';
    const mobile = '+15550100204';
    const booking = await showup.book({ start, mobile, email: 'says.yes@example.com' });
    await showup.text(mobile, 'yes');
    expect((await showup.booking(booking.token)).checkIn).toBeUndefined();
    await showup.clockTo(minutesAfter(start, 15));
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'no_show' });
  });
});

describe('from -30 minutes', () => {
  it('2 says first that it counts as a no-show, asks once more, and then frees the consultant', async () => {
    const start = '2026-12-09T15:00:00Z';
    const mobile = '+15550100205';
    const email = 'late.notice@example.com';
    const booking = await showup.book({ start, mobile, email });
    await showup.clockTo(minutesAfter(start, -30));
    await showup.text(mobile, "can't make it");
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed' });
    expect((await showup.textsTo(mobile)).at(-1)).toMatch(/no-show/u);
    await showup.clockTo(minutesAfter(start, -28));
    await showup.text(mobile, '2');
    expect(await showup.booking(booking.token)).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'late_notice' },
    });
    expect((await showup.mailbox(email)).at(-1)?.text).toMatch(/less than 30 minutes/iu);
    await showup.clockTo(minutesAfter(start, 20));
    expect(await showup.textsTo(mobile)).toHaveLength(2);
  });

  it('1 after the warning takes it back', async () => {
    const start = '2026-12-10T15:00:00Z';
    const mobile = '+15550100206';
    const booking = await showup.book({ start, mobile, email: 'changes.mind@example.com' });
    await showup.clockTo(minutesAfter(start, -20));
    await showup.text(mobile, '2');
    await showup.text(mobile, '1');
    await showup.text(mobile, '2');
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed' });
  });

  it('3 is too late', async () => {
    const start = '2026-12-11T15:00:00Z';
    const mobile = '+15550100207';
    await showup.book({ start, mobile, email: 'moves.late@example.com' });
    await showup.clockTo(minutesAfter(start, -29));
    await showup.text(mobile, '3');
    const [answer] = await showup.textsTo(mobile);
    expect(answer).not.toContain('http');
  });
});

describe('after the check-in', () => {
  it('2 closes the session at once', async () => {
    const start = '2026-12-14T15:00:00Z';
    const mobile = '+15550100208';
    const booking = await showup.book({ start, mobile, email: 'closes@example.com' });
    await showup.clockTo(minutesAfter(start, 6));
    await showup.text(mobile, '2');
    expect(await showup.booking(booking.token)).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'late_notice' },
    });
    await showup.clockTo(minutesAfter(start, 60));
    expect(await showup.textsTo(mobile)).toHaveLength(2);
  });

  it('1 keeps it open until its end, and nobody joining is recorded as such', async () => {
    const start = '2026-12-15T15:00:00Z';
    const mobile = '+15550100209';
    const booking = await showup.book({ start, mobile, email: 'never.joins@example.com' });
    await showup.clockTo(minutesAfter(start, 6));
    await showup.text(mobile, 'on my way 👍');
    await showup.clockTo(minutesAfter(start, 59));
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed' });
    await showup.clockTo(minutesAfter(start, 60));
    expect(await showup.booking(booking.token)).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'never_joined_after_keeping_open' },
    });
  });

  it('2 closes nothing once somebody has joined', async () => {
    const start = '2026-12-16T15:00:00Z';
    const mobile = '+15550100210';
    const booking = await showup.book({ start, mobile, email: 'joined@example.com' });
    await showup.clockTo(minutesAfter(start, 6));
    await showup.post(`/v1/manage/${booking.token}/join`, {});
    await showup.text(mobile, '2');
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'in_progress' });
  });
});
