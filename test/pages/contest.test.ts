import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showBooked } from '../../functions/pages/booked.ts';
import { joinMeeting, showJoin } from '../../functions/pages/join.ts';
import { changeManaged, showManaged } from '../../functions/pages/manage.ts';
import type { PageHandler } from '../../functions/pages/page-handler.ts';
import { handle } from '../../lib/app/handle.ts';
import { manageToken } from '../../lib/app/links.ts';
import { ruleOnCompany } from '../../lib/app/standing/rule-on-company.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { assetsOf } from '../../lib/pages/assets.ts';
import { visitOf } from '../../lib/pages/visit.ts';
import { book } from '../app/acting.ts';
import { attendee, DAY, HOUR, MINUTE, missed, staff, staffDeps } from '../app/standing/standing-world.ts';
import settings from '../fixture-config.ts';
import { httpEvent } from '../http/http-event.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { textOf } from './session-visit.ts';

const assets = assetsOf(new Map(['style.css', 'countdown.js'].map((name) => [name, Buffer.from('')])));
const EMAIL = 'ada@example.com';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

/** Asks for a page of a booking by its link, or posts a form there. */
async function page(handler: PageHandler, { id }: Booking, query = '', fields?: Record<string, string>) {
  const { requestContext, ...parts } = httpEvent();
  const event: APIGatewayProxyEventV2 = {
    ...parts,
    rawQueryString: query,
    pathParameters: { token: await manageToken(world.deps, id) },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { ...requestContext, timeEpoch: world.clock.now },
    ...(fields && { body: new URLSearchParams(fields).toString() }),
  };
  const deps = { ...world.deps, people: staffDeps(world).people, identity: {} as never };
  const result = await handler(deps, event, await visitOf(event, { settings, assets }));
  const html = result.body ?? '';
  return { status: result.statusCode, location: result.headers?.['location'], html, text: textOf(html) };
}

const show = (booking: Booking, query = '') => page(showManaged, booking, query);
const contest = (booking: Booking, text: string, query = '') =>
  page(changeManaged, booking, query, { action: 'contest', version: '1', text });

async function pending(): Promise<Booking> {
  const until = world.clock.now + 30 * DAY;
  await ruleOnCompany(staffDeps(world), staff, 'example-crates', {
    ...{ decision: 'approval', until, reason: 'Too many changes' },
  });
  return book(world.deps, { start: START + 7 * DAY, attendee: attendee(EMAIL) });
}

describe('the page of a no-show', () => {
  it('has a form to contest it, which works as it is posted, without any script', async () => {
    const booking = await missed(world);
    const { html, text } = await show(booking);
    const form = /<form[^>]*id="contest".*?<\/form>/su.exec(html)?.[0] ?? '';
    expect(form).toMatch(/method="post" action="\/manage\/bkg_[\w.-]+#contest"/u);
    expect(form).toContain('name="text"');
    expect(form).toContain('name="action" value="contest"');
    expect(text).toContain('It counts for 6 months. 2 missed sessions within that time block free sessions');
  });

  it('leads back to itself once that is sent, and says what happens now', async () => {
    const booking = await missed(world);
    const sent = await contest(booking, ' I was there.\r\nNobody <let> me in. ', 'lang=de');
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/manage\/bkg_[\w.-]+\?lang=de#contest$/u);
    const { html, text } = await show(booking);
    expect(html).toContain('I was there.\nNobody &lt;let> me in.');
    expect(html).not.toContain('value="contest"');
    expect(text).toContain(`We write to ${EMAIL} whatever comes of it. Until then the no-show counts.`);
  });

  it('says so where it was contested in other words before; a repeat is as good as the first', async () => {
    const booking = await missed(world);
    await contest(booking, 'I was there');
    expect((await contest(booking, 'I was there')).status).toBe(303);
    const again = await contest(booking, 'Another story');
    expect(again.status).toBe(409);
    expect(again.text).toContain('You have contested it already');
    expect(again.text).toContain('I was there');
  });

  it.each([
    [' \r\n ', 'What happened: please fill this in.'],
    ['x'.repeat(2001), 'What happened: at most 2000 characters, please.'],
    ['a\u0000b', 'What happened: this can’t be read. Please check it.'],
  ])('wants something to read', async (text, words) => {
    const booking = await missed(world);
    const { status, html, text: told } = await contest(booking, text);
    expect(status).toBe(422);
    expect(told).toContain(words);
    expect(html).toContain('href="#field-text"');
    expect((await world.deps.table.booking(booking.id))?.outcome?.contest).toBeUndefined();
  });

  it('tells the reason after our staff let it stay, and who to turn to', async () => {
    const booking = await missed(world);
    await contest(booking, 'I was there');
    await handle(world.deps, booking.id, {
      ...{ type: 'reject-contest', staffId: 'per_robin', reason: 'Nobody <was> in the room' },
    });
    const { html, text } = await show(booking);
    expect(text).toContain('We read what you wrote, and the no-show stays');
    expect(html).toContain('Nobody &lt;was> in the room');
    expect(html).not.toContain('per_robin');
    expect(text).toContain('write to support@example.com');
  });

  it('has nothing to contest once it was excused', async () => {
    const booking = await missed(world);
    await handle(world.deps, booking.id, { type: 'excuse', staffId: 'per_robin', reason: 'Power cut' });
    const { html, text } = await show(booking);
    expect(html).not.toContain('id="contest"');
    expect(text).toContain('We have excused it');
    const late = await contest(booking, 'I was there');
    expect(late.status).toBe(409);
    expect(late.text).toContain('There is nothing to contest any more');
  });

  it('says what follows: the block that it led to and how that ends, or that it is over', async () => {
    await missed(world);
    const second = await missed(world, START + DAY);
    const { text } = await show(second);
    expect(text).toContain(
      'With it, 2 sessions were missed within 6 months. Free sessions are blocked for you',
    );
    expect(text).toContain('until Sunday, 24 January 2027, 16:00');
    expect(text).toContain('A reinstatement fee of US$100.00 ends that at once');
    world.clock.now = START + 62 * DAY;
    expect((await show(second)).text).toContain('The block of free sessions that followed from it is over.');
  });

  it('offers nothing of that on any other page', async () => {
    const booking = await book(world.deps);
    expect((await show(booking)).html).not.toContain('id="contest"');
    const refused = await contest(booking, 'I was there');
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('nothing to contest')]);
  });
});

describe('a booking that waits for approval', () => {
  it('is confirmed as that: what is waited for, until when, and how to move and cancel', async () => {
    const { text, html } = await page(showBooked, await pending());
    expect(html).toContain('<h1>Your session is not confirmed yet</h1>');
    for (const told of [
      'One of us looks at the bookings of your company before they stand.',
      'We decide by Monday, 30 November 2026, 21:00 (Central European Standard Time, Berlin).',
      `we write to ${EMAIL} either way`,
      'If none of us decides in time, the booking ends by itself',
      'Move or cancel',
    ])
      expect(text).toContain(told);
    expect(html).not.toContain('calendar.ics');
    expect(text).not.toContain('no-show');
  });

  it('is moved and cancelled on its page, and not joined', async () => {
    const booking = await pending();
    const { html, text } = await show(booking);
    expect(text).toContain('We decide by Monday, 30 November 2026, 21:00');
    for (const way of ['id="move"', 'id="cancel"']) expect(html).toContain(way);
    for (const way of ['/join/', 'calendar.ics']) expect(html).not.toContain(way);
    expect(text).not.toContain('no-show');
    const cancelled = await page(changeManaged, booking, '', { action: 'cancel', version: '1' });
    expect(cancelled.status).toBe(303);
    expect((await show(booking)).text).toContain('Your session is cancelled');
  });

  it('is offered no time that is too soon for the approval, and is told of one that was pressed', async () => {
    const booking = await pending();
    const soon = new Date(world.clock.now + 3 * HOUR).toISOString();
    const form = { action: 'move', version: '1', start: soon, timeZone: 'America/New_York' };
    const { status, text } = await page(changeManaged, booking, '', form);
    expect(status).toBe(403);
    expect(text).toContain('That time is too soon');
    // It is 10:00 in New York: 4 working hours before 14:30 somebody can still decide.
    const offered = await show(booking, 'action=month:2026-11');
    expect(offered.text).toContain('Next free: Mon 23 Nov, 20:30 CET');
  });

  it('can’t be joined, and its page says when that is decided', async () => {
    const booking = await pending();
    expect((await page(showJoin, booking)).text).toContain(
      'We decide whether it takes place by Monday, 30 November 2026, 21:00',
    );
    world.clock.now = START + 7 * DAY - 10 * MINUTE;
    const { status, html } = await page(joinMeeting, booking, '', {});
    expect(status).toBe(422);
    expect(html).not.toContain('meet.example.com');
  });

  it('says how it ended: declined with the reason, or by itself', async () => {
    const booking = await pending();
    await handle(world.deps, booking.id, { type: 'decline', staffId: 'per_robin', reason: 'Call <us>' });
    const declined = await show(booking);
    expect(declined.html).toContain('<h1>Your session was not approved</h1>');
    expect(declined.html).toContain('Call &lt;us>');
    expect((await page(showBooked, booking)).status).toBe(303);
    const other = await book(world.deps, { start: START + 8 * DAY, attendee: attendee(EMAIL) });
    world.clock.now = START + 8 * DAY - HOUR;
    await handle(world.deps, other.id, { type: 'due', kind: 'expire', version: 1 });
    expect((await show(other)).text).toContain('none of us decided in time. We are sorry.');
  });
});
