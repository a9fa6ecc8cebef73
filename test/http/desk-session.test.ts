import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeDeskBooking, showDeskBooking } from '../../functions/desk/pages/booking.ts';
import { attendSession } from '../../lib/app/attend-session.ts';
import { addHours } from '../../lib/app/desk/hours.ts';
import { handle } from '../../lib/app/handle.ts';
import { inviteStaffAccount } from '../../lib/app/people/invite-account.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { book, refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { deskPageOf, type PageAnswer } from './desk-page-world.ts';
import { depsOf } from './desk-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let engine: Engine;
let world: World;
let booking: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  booking = await book(world.deps);
});

const path = () => ({ bookingId: booking.id });
const show = (query = '') => deskPageOf(world, showDeskBooking, { path: path(), query });
/** Presses a button on the page as it was when the session had so many events. */
const press = (action: string, fields: Record<string, string> = {}, as = 'per_robin') =>
  deskPageOf(world, changeDeskBooking, {
    path: path(),
    as,
    form: { action, revision: String(booking.revision), ...fields },
  });
const now = async () => (await world.deps.table.booking(booking.id)) as Booking;
const at = (instant: number) => {
  world.clock.now = instant;
};

/** The cards of what can be done, in their order. */
function cards({ html }: PageAnswer): string[] {
  return [...html.matchAll(/data-act="([\w-]+)"/gu)].map(([, action = '']) => action);
}

describe('the page of a session at the desk', () => {
  it('tells who, when in both zones, with whom, and the code of the meeting', async () => {
    const { text, status } = await show();
    expect(status).toBe(200);
    for (const told of [
      'Session of Ada Park',
      'Booked',
      'Tuesday, 24 November 2026, 10:00–11:00 (Eastern Standard Time, New York)',
      'Tuesday, 24 November 2026, 16:00–17:00 (Central European Standard Time, Berlin)',
      'ada@example.com',
      '+1 555 010 0123',
      'Example Crates',
      'Robin Hale',
      '200 300 101',
      booking.id,
    ])
      expect(text).toContain(told);
  });

  it('is not compressed or kept, for its forms hold the token of the session', async () => {
    const { headers } = await show();
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['cache-control']).toContain('no-transform');
  });

  it('leads to the person, the company and the evidence', async () => {
    const { html } = await show();
    for (const href of [
      'href="/desk/people/ada%40example.com',
      'href="/desk/companies/example-crates"',
      `href="/v1/desk/bookings/${booking.id}/evidence?`,
    ])
      expect(html).toContain(href);
  });

  it('offers what can be done now and nothing else', async () => {
    expect(cards(await show())).toEqual(['move', 'cancel']);
    at(START + MINUTE);
    expect(cards(await show())).toEqual(['join', 'no-show', 'move', 'cancel']);
  });

  it('counts down to the close once the session has begun', async () => {
    at(START + 4 * MINUTE);
    const { text, html } = await show();
    expect(text).toContain('Nobody has joined yet');
    expect(text).toMatch(/Closes 10:15 EST, in\s+11 min/u);
    expect(html).toContain(`data-left="${11 * MINUTE}"`);
  });

  it('tells every event, the latest first', async () => {
    await handle(world.deps, booking.id, { type: 'due', kind: 'remind-24h', version: 1 });
    at(START + MINUTE);
    await press('join', { revision: String((await now()).revision) });
    const { text } = await show();
    expect(text.indexOf('Joined')).toBeLessThan(text.lastIndexOf('Booked'));
  });

  it('has ids that no other part of the desk has', async () => {
    const { html } = await show();
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const ids = [...main.matchAll(/\sid="([^"]+)"/gu)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('knows no session that there is not', async () => {
    const asked = deskPageOf(world, showDeskBooking, {
      path: { bookingId: 'bkg_00000000000000000000000009' },
    });
    expect((await refusalOf(asked)).code).toBe('not-found');
  });
});

describe('doing something to a session', () => {
  it('marks a join, which can be taken back', async () => {
    at(START + MINUTE);
    const { status, location } = await press('join');
    expect([status, location]).toEqual([303, `/desk/bookings/${booking.id}?done=join`]);
    expect((await now()).attendance).toMatchObject({ evidence: 'staff', staffId: 'per_robin' });
    expect((await show('done=join')).text).toContain('Marked as joined');
    await press('withdraw-join', { revision: '2' });
    expect((await now()).attendance).toBeUndefined();
  });

  it('takes the time of a join from the clock on the wall of the deployment', async () => {
    at(START + 20 * MINUTE);
    await press('join', { joinedAt: '10:03' });
    expect((await now()).attendance?.joinedAt).toBe(START + 3 * MINUTE);
  });

  it('takes a no-show back by a join before its close, and asks when that was', async () => {
    at(START + 15 * MINUTE);
    await handle(world.deps, booking.id, { type: 'due', kind: 'check-in', version: 1 });
    at(START + 25 * MINUTE);
    await handle(world.deps, booking.id, { type: 'due', kind: 'close', version: 1 });
    const { revision, status } = await now();
    expect(status).toBe('no_show');
    at(START + 30 * MINUTE);
    const fields = { revision: String(revision) };
    const asked = await press('join', fields);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('When they joined: please say when.');
    expect((await press('join', { ...fields, joinedAt: '10:26' })).text).toContain('or it was too late.');
    expect((await press('join', { ...fields, joinedAt: '10:10' })).status).toBe(303);
    expect((await now()).status).toBe('in_progress');
  });

  it('completes, and takes up again', async () => {
    at(START + MINUTE);
    await press('join');
    await press('complete', { revision: '2' });
    expect((await now()).status).toBe('completed');
    expect(cards(await show())).toEqual(['reopen']);
    await press('reopen', { revision: '3' });
    expect((await now()).status).toBe('in_progress');
  });

  it('records a no-show without a reason, and excuses it with one', async () => {
    at(START + 3 * MINUTE);
    await press('no-show');
    expect((await now()).outcome?.reason).toBe('absent');
    const refused = await press('excuse', { revision: '2', reason: ' ' });
    expect([refused.status, refused.text.includes('Reason: please say why.')]).toEqual([422, true]);
    await press('excuse', { revision: '2', reason: 'Power cut' });
    expect((await now()).outcome?.excused).toMatchObject({ by: 'per_robin', reason: 'Power cut' });
  });

  it('cancels with a reason, and goes to the board of the day where the form says so', async () => {
    const { location } = await press('cancel', { reason: 'Robin is ill', back: 'board' });
    expect(location).toBe('/desk?date=2026-11-24');
    expect((await now()).cancelled).toMatchObject({ by: 'staff', reason: 'Robin is ill' });
  });

  it('goes nowhere else, whatever the form says', async () => {
    const { location } = await press('cancel', { reason: 'Robin is ill', back: 'https://example.org' });
    expect(location).toBe(`/desk/bookings/${booking.id}?done=cancel`);
  });

  it('keeps a reason that is too long, to be shortened', async () => {
    const reason = 'x'.repeat(501);
    const { status, html, text } = await press('cancel', { reason });
    expect(status).toBe(422);
    expect(text).toContain('Reason: at most 500 characters, please.');
    expect(html).toContain(reason);
    expect((await now()).status).toBe('confirmed');
  });

  it('takes no button that the page does not have', async () => {
    expect((await refusalOf(press('erase'))).code).toBe('invalid-input');
  });
});

describe('moving a session from the desk', () => {
  it('picks a time at any notice, keeping the reason that is typed', async () => {
    at(START - 30 * MINUTE);
    const next = new Date(START + HOUR).toISOString();
    const picked = await press(`take:${next}`, { reason: 'Fire alarm' });
    expect(picked.status).toBe(200);
    expect(picked.html).toMatch(/<textarea[^>]*id="session-move-reason"[^>]*>Fire alarm</u);
    expect(picked.text).toContain('Move to Tue 24 Nov, 11:00 EST');
    expect((await now()).start).toBe(START);
    await press('move', { reason: 'Fire alarm', start: next });
    expect((await now()).start).toBe(START + HOUR);
  });

  it('says with whom it would be, where that is somebody else', async () => {
    const both = [
      await book(world.deps, { start: START + HOUR }),
      await book(world.deps, { start: START + HOUR }),
    ];
    const other = both.find(({ consultantId }) => consultantId !== booking.consultantId);
    await handle(world.deps, other?.id ?? '', {
      ...{ type: 'cancel', by: 'staff', staffId: 'per_robin', reason: 'x', stamp: world.clock.now },
    });
    const { text } = await press(`take:${new Date(START + HOUR).toISOString()}`);
    expect(text).toContain('With Kim Soto, as Robin Hale isn’t free then.');
  });

  it('moves to a minute outside hours that is typed, with the same consultant', async () => {
    const typed = { date: '2026-11-24', time: '21:07', reason: 'They are in Tokyo' };
    expect((await press('move-typed', typed)).status).toBe(303);
    const moved = await now();
    expect(new Date(moved.start).toISOString()).toBe('2026-11-25T02:07:00.000Z');
    expect(moved.consultantId).toBe(booking.consultantId);
  });

  it('moves nowhere where the consultant is off, and shows the way to an emergency appointment', async () => {
    await addHours(
      depsOf(world),
      { kind: 'staff', id: 'per_robin' },
      {
        ...{ consultantId: booking.consultantId, kind: 'off', reason: 'Concert' },
        from: START + 8 * HOUR,
        to: START + 14 * HOUR,
      },
    );
    const { status, text, html } = await press('move-typed', {
      ...{ date: '2026-11-24', time: '21:00', reason: 'They are in Tokyo' },
    });
    expect(status).toBe(409);
    expect(text).toContain('That time is not free.');
    expect(html).toContain(`href="/desk/book?from=${booking.id}&amp;start=2026-11-25T02%3A00%3A00.000Z"`);
    expect(html).toContain('They are in Tokyo');
    expect((await now()).start).toBe(START);
  });

  it.each([
    [{ date: '2026-11-31', time: '10:00' }, 'Date: this is no date.'],
    [{ date: '2026-11-25', time: '25:00' }, 'Time: a time looks like 18:30.'],
    [{ date: '2026-11-20', time: '10:00' }, 'Time: that has passed.'],
    [{ date: '2028-11-20', time: '10:00' }, 'Date: that is more than a year ahead.'],
    [{ date: '2026-11-24', time: '10:00' }, 'Time: it is at that time already.'],
  ])('says what is wrong with %o', async (typed, said) => {
    const { status, text } = await press('move-typed', { ...typed, reason: 'Ill' });
    expect([status, text.includes(said)]).toEqual([422, true]);
  });

  it('offers the nearest times where the one picked is gone', async () => {
    const start = START + 2 * HOUR;
    await book(world.deps, { start });
    await book(world.deps, { start });
    const { status, text } = await press('move', { reason: 'Ill', start: new Date(start).toISOString() });
    expect(status).toBe(409);
    expect(text).toContain('Tue 24 Nov, 12:00 EST isn’t free any more');
    expect(text).toContain('The nearest free times:');
  });
});

describe('two of our staff at once', () => {
  beforeEach(async () => {
    at(START + 2 * MINUTE);
  });

  it('tells the second what the first did, and loses nothing that was typed', async () => {
    await press('join', {}, 'per_kim');
    const { status, text, html } = await press('cancel', { reason: 'They called: too late' });
    expect(status).toBe(409);
    expect(text).toContain('It has changed since you looked');
    expect(text).toMatch(/Joined\. Staff per_kim, Tue 24 Nov, 10:02 EST\./u);
    expect(html).toContain('They called: too late');
    expect((await now()).status).toBe('in_progress');
    // What is shown is fresh: pressed again, it is done.
    expect(html).toContain('name="revision" value="2"');
    expect((await press('cancel', { revision: '2', reason: 'They called: too late' })).status).toBe(303);
  });

  it('calls who was first by their name', async () => {
    const { people } = depsOf(world);
    const operator = { kind: 'operator' } as const;
    const kim = await inviteStaffAccount(people, operator, { name: 'Kim Soto', email: 'kim@showup.example' });
    await press('join', {}, kim.id);
    expect((await press('no-show', {})).text).toContain('Joined. Kim Soto, Tue 24 Nov, 10:02 EST.');
  });

  it('gives back what was typed where its card is gone', async () => {
    await press('cancel', { reason: 'By mail' }, 'per_kim');
    const { status, html, text } = await press('no-show', { reason: 'Waited ten minutes' });
    expect(status).toBe(409);
    expect(text).toContain('What you wrote');
    expect(html).toContain('<blockquote class="words">Waited ten minutes</blockquote>');
    expect(text).toContain('Cancelled');
  });

  it('lets the same press of the same person twice be one', async () => {
    await press('cancel', { reason: 'By mail' });
    expect((await press('cancel', { reason: 'By mail' })).status).toBe(303);
  });

  it('tells of the change before what is wrong with a field', async () => {
    await press('join', {}, 'per_kim');
    const { status, text } = await press('cancel', { reason: '' });
    expect(status).toBe(409);
    expect(text).toContain('It has changed since you looked');
  });

  it('tells of what the system did meanwhile as well', async () => {
    at(START + 5 * MINUTE);
    await handle(world.deps, booking.id, { type: 'due', kind: 'check-in', version: 1 });
    const { text } = await press('no-show');
    expect(text).toContain('Asked by text whether somebody is coming. Showup, Tue 24 Nov, 10:05 EST.');
  });

  it('says so where the rest of the consultant’s time went to somebody else', async () => {
    await press('join');
    at(START + 10 * MINUTE);
    await press('complete', { revision: '2' });
    at(START - 3 * HOUR);
    await book(world.deps, { start: START + 30 * MINUTE, attendee: { name: 'B', email: 'b@example.com' } });
    await book(world.deps, { start: START + 30 * MINUTE, attendee: { name: 'C', email: 'c@example.com' } });
    at(START + 12 * MINUTE);
    const { status, text } = await press('reopen', { revision: '3' });
    expect([status, text.includes('The consultant’s time is taken by then.')]).toEqual([409, true]);
  });
});

describe('what is known of a join', () => {
  it('is not taken back where a link says so', async () => {
    at(START);
    await attendSession(world.deps, booking.id, { type: 'join', evidence: 'link', stamp: START });
    expect(cards(await show())).not.toContain('withdraw-join');
    expect((await press('withdraw-join', { revision: '2' })).text).toContain('They joined by their link');
  });
});
