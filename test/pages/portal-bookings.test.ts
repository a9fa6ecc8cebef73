import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showMyBookings } from '../../functions/portal/bookings.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { bookingOf } from '../../lib/app/links.ts';
import { cancelMyBooking, moveMyBooking } from '../../lib/app/my-bookings.ts';
import { refusalOf, sessionType } from '../app/acting.ts';
import { as, memberOf } from '../app/people/people-world.ts';
import { makePortalWorld, type PortalWorld } from '../http/portal-world.ts';
import { type Engine, NOW, openEngine, START } from '../world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let engine: Engine;
let world: PortalWorld;
let ada: Viewer;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePortalWorld(engine);
  ada = await world.signedIn('basic');
});

const short = { sessionType: sessionType('call-30') };
const show = (query = '', viewer = ada) => world.page(showMyBookings, viewer, query);
const actor = () => as(memberOf(ada.person));
const entriesIn = (html: string) => html.split('<li>').slice(1);

describe('the page of my sessions', () => {
  it('says that there is none, and leads to booking', async () => {
    const { text, html } = await show();
    expect(text).toContain('No session is booked for you.');
    expect(html).toContain('class="button primary" href="/book"');
  });

  it('tells each with its time, its state, and until when it can be changed', async () => {
    await world.book(ada, short);
    const { html, text } = await show();
    expect(entriesIn(html)).toHaveLength(1);
    for (const told of ['24 November 2026', 'Confirmed', 'You can move or cancel it here until'])
      expect(text).toContain(told);
  });

  it('leads to the page of each, which moves and cancels it by the same rules', async () => {
    const { id } = await world.book(ada, short);
    const token = /href="\/manage\/([^"?]+)"/u.exec((await show()).html)?.[1] ?? '';
    expect(await bookingOf(world.deps, token, ['manage'])).toBe(id);
  });

  it('shows no more of changing when the time for it has passed', async () => {
    await world.book(ada, short);
    world.people.clock.now = START - 65 * 60_000;
    const { text } = await show();
    expect(text).toContain('Confirmed');
    expect(text).not.toContain('You can move or cancel it here until');
  });

  it('tells of what was moved and cancelled, and of what is past', async () => {
    const first = await world.book(ada, short);
    const second = await world.book(ada, { ...short, start: START + 2 * HOUR });
    await moveMyBooking(world.deps, actor(), first.id, { start: START + HOUR, stamp: NOW });
    await cancelMyBooking(world.deps, actor(), second.id, { stamp: NOW });
    const [moved = '', cancelled = ''] = entriesIn((await show()).html);
    expect(moved).toContain('Confirmed at a new time');
    expect(cancelled).toContain('Cancelled');
    world.people.clock.now = START + DAY;
    const { html, text } = await show();
    expect(entriesIn(html)).toHaveLength(2);
    expect(text).toContain('No session is booked for you.');
  });

  it('shows nobody else’s, not even of the same company', async () => {
    await world.book(ada, short);
    const colleague = await world.signedIn('primary');
    const stranger = await world.signedIn('basic', { companyId: 'other' });
    for (const viewer of [colleague, stranger])
      expect((await show('', viewer)).text).toContain('No session is booked for you.');
  });

  it.each(['coming', 'past'] as const)('goes on page by page where more are %s', async (when) => {
    for (let count = 0; count < 12; count++)
      await world.book(ada, { ...short, start: START + (count % 6) * HOUR + Math.floor(count / 6) * DAY });
    if (when === 'past') world.people.clock.now = START + 3 * DAY;
    const first = await show('lang=en');
    expect(entriesIn(first.html)).toHaveLength(10);
    const next = /href="\/portal\/bookings\?([^"]*cursor=[^"]+)"/u.exec(first.html)?.[1] ?? '';
    const rest = await show(next.replaceAll('&amp;', '&'));
    expect(entriesIn(rest.html)).toHaveLength(2);
    expect(rest.text).toContain('Back to the coming sessions');
    expect(rest.html).not.toMatch(/href="\/portal\/bookings\?[^"]*cursor=/u);
  });

  it('does not take a cursor that it did not give', async () => {
    expect((await refusalOf(show('when=past&cursor=x'))).code).toBe('invalid-input');
  });
});
