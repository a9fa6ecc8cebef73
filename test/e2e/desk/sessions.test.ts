import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Got } from '../accounts/client.ts';
import { type Booked, minutesAfter, Showup } from '../showup.ts';
import { Desk, mailTo } from '../standing/desk.ts';

let showup: Showup;
let desk: Desk;

beforeAll(async () => {
  showup = await Showup.start();
  desk = new Desk(showup);
});
afterAll(() => showup.stop());

/** Asks for an emergency appointment, whatever comes of it. */
async function emergency(wish: {
  consultant: string;
  start: string;
  email: string;
  override?: boolean;
}): Promise<Got> {
  const { email, ...when } = wish;
  const attendee = { name: 'Lin Urgent', email };
  const body = { ...when, sessionType: 'call-30', attendee, reason: 'Their server is down' };
  const answer = await desk.tryTo('/bookings', body, { 'idempotency-key': randomUUID() });
  await showup.settle();
  return answer;
}

describe('an emergency appointment', () => {
  it('is set to the minute, on a night of a weekend; its mail tells the time, the reason and that we set it', async () => {
    const start = '2026-12-05T03:07:00-05:00';
    const { status, json } = await emergency({ consultant: 'kim', start, email: 'night@example.com' });
    expect([status, json.start]).toEqual([201, new Date(start).toISOString()]);
    const { text } = await mailTo(showup, 'night@example.com', /^Booked: /u);
    expect(text).toContain('We have set the exact time below for you');
    expect(text).toContain('Saturday, 5 December 2026, 03:07–03:37');
    expect(text).toContain('Their server is down');
    const seen = await desk.page(`/desk?date=2026-12-05`);
    expect(seen.text).toContain(`href="/desk/bookings/${json.id}"`);
  });

  it('lies beside another session only where that is said; each of the two keeps its time when the other is cancelled', async () => {
    const start = '2026-12-03T10:00:00-05:00';
    const { id, token, consultant } = await showup.book({ start, email: 'first@example.com' });
    await showup.book({ start, email: 'second@example.com' });
    const wish = { consultant: consultant.id, start: minutesAfter(start, 20), email: 'beside@example.com' };
    const refused = await emergency(wish);
    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'slot-unavailable', sessions: [{ id, attendee: 'Ada Member' }] },
    });
    const beside = await emergency({ ...wish, override: true });
    expect(beside).toMatchObject({ status: 201, json: { beside: true } });

    await desk.post(`/bookings/${beside.json.id}/cancel`, { reason: 'It works again' });
    const one = { start, email: 'third@example.com' };
    expect((await showup.tryToBook(one)).body.code).toBe('slot-unavailable');
    const again = await emergency({ ...wish, override: true });
    await showup.post(`/v1/manage/${token}/cancel`, {});
    expect((await showup.tryToBook(one)).body.code).toBe('slot-unavailable');
    await desk.post(`/bookings/${again.json.id}/cancel`, { reason: 'It works again' });
    expect((await showup.tryToBook(one)).status).toBe(201);
  });
});

describe('on the day', () => {
  const start = '2026-12-02T12:00:00-05:00';
  const after = '2026-12-02T14:00:00-05:00';
  const asked = { email: 'asked@example.com', mobile: '+15550100191' };
  let joining: Booked;
  let completed: Booked;
  let missed: Booked;

  beforeAll(async () => {
    joining = await showup.book({ start, ...asked });
    completed = await showup.book({ start, email: 'completed@example.com' });
    missed = await showup.book({ start: after, email: 'missed@example.com' });
    await showup.clockTo(minutesAfter(start, 3));
  });

  it('an update of the board holds the card of who has joined, no other, and less than 5 kB', async () => {
    const board = await desk.page('/desk?date=2026-12-02');
    const seen = [...board.text.matchAll(/data-seen="([\w-]{6})"/gu)].map(([, hash]) => hash ?? '');
    expect(seen).toHaveLength(3);
    const updates = (hashes: readonly string[]) =>
      desk.page(`/desk/updates?date=2026-12-02&seen=${hashes.join('')}`);
    expect((await updates(seen)).json).toMatchObject({ cards: [], gone: [] });

    await desk.post(`/bookings/${completed.id}/join`);
    const { json, text } = await updates(seen);
    expect(json.cards.map(({ id }: { id: string }) => id)).toEqual([completed.id]);
    expect(json.cards[0].html).toContain('Joined');
    expect(json.gone).toHaveLength(1);
    expect(seen).toContain(json.gone[0]);
    expect(board.text).toContain(`data-frame="${json.frame}"`);
    expect(Buffer.byteLength(text)).toBeLessThan(5000);
    expect(text).not.toContain('@');
  });

  it('a session that is completed too early is taken up again, and ends when it was to end', async () => {
    expect((await desk.post(`/bookings/${completed.id}/complete`)).json.status).toBe('completed');
    expect((await desk.post(`/bookings/${completed.id}/reopen`)).json.status).toBe('in_progress');
    const early = (await desk.get(`/bookings/${completed.id}`)).json;
    expect(early.events.map(({ type }: { type: string }) => type).slice(-2)).toEqual([
      'completed',
      'reopened',
    ]);
  });

  it('a join that is taken back leaves things as they were: the attendee is asked, and it closes', async () => {
    const joined = await desk.post(`/bookings/${joining.id}/join`);
    expect(joined.json).toMatchObject({ status: 'in_progress', attendance: { evidence: 'staff' } });
    const withdrawn = await desk.post(`/bookings/${joining.id}/withdraw-join`);
    expect(withdrawn.json.status).toBe('confirmed');
    expect(withdrawn.json).not.toHaveProperty('attendance');
    await showup.clockTo(minutesAfter(start, 14));
    expect(await showup.textsTo(asked.mobile)).toHaveLength(1);
    expect((await showup.booking(joining.token)).status).toBe('confirmed');
    await showup.clockTo(minutesAfter(start, 15));
    expect((await showup.booking(joining.token)).status).toBe('no_show');
    await showup.clockTo(minutesAfter(start, 61));
    expect((await showup.booking(completed.token)).status).toBe('completed');
  });

  it('a no-show that we record counts like any other, until we say when they joined after all', async () => {
    const email = 'missed@example.com';
    const soon = await desk.tryTo(`/bookings/${missed.id}/no-show`);
    expect([soon.status, soon.json.code]).toEqual([409, 'not-begun']);
    await showup.clockTo(minutesAfter(after, 4));
    const { json } = await desk.post(`/bookings/${missed.id}/no-show`, { reason: 'Called, not coming' });
    expect(json).toMatchObject({ status: 'no_show', outcome: { reason: 'absent' } });
    expect(json.outcome.staffId).toMatch(/^per_/u);
    expect((await desk.standingOf(email)).noShows).toMatchObject([{ booking: missed.id }]);
    expect((await mailTo(showup, email, /./u)).subject).toMatch(/^Recorded as a no-show: /u);

    const joinedAt = minutesAfter(after, 2);
    const back = await desk.post(`/bookings/${missed.id}/join`, { joinedAt });
    expect(back.json).toMatchObject({ status: 'in_progress', attendance: { joinedAt } });
    expect((await desk.standingOf(email)).noShows).toEqual([]);
    expect((await mailTo(showup, email, /./u)).subject).toMatch(/^No-show taken back: /u);
  });
});
