import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../lib/adapters/booking-search.ts';
import { dynamoFeeds } from '../../lib/adapters/feeds.ts';
import type { BookingDeps } from '../../lib/app/book-session.ts';
import { feedAddress, feedOf, replaceFeed } from '../../lib/app/feed.ts';
import type { FeedDeps } from '../../lib/app/feed-deps.ts';
import { handle } from '../../lib/app/handle.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { only, type Property, parseCalendar } from '../messages/parse-calendar.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, mobile, refusalOf, request } from './acting.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const staff = { kind: 'staff', id: 'per_sam' } as const;
let engine: Engine;
let world: World;
let deps: FeedDeps & BookingDeps;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  deps = { ...world.deps, search: dynamoSearch(world.table), feeds: dynamoFeeds(world.table) };
});

function tokenOf(url: string): string {
  return decodeURIComponent(url.slice('https://showup.example/feeds/'.length));
}

async function feed(consultantId = 'robin'): Promise<readonly Property[]> {
  const { url } = await feedAddress(deps, staff, consultantId);
  return parseCalendar(await feedOf(deps, tokenOf(url)));
}

function summaries(properties: readonly Property[]): string[] {
  return properties.filter(({ name }) => name === 'SUMMARY').map(({ text }) => text);
}

let ids = 0;

/** A session with robin that our staff set, for who is named. */
function set(name: string, start: number): Promise<Booking> {
  const bookingId = `bkg_feed${++ids}`;
  return handle({ ...deps, now: () => Math.min(deps.now(), start - HOUR) }, bookingId, {
    ...{ type: 'book', by: 'staff', staffId: 'per_sam', reason: 'Urgent', bookingId },
    ...{ sessionType: 'live-60', minutes: 60, start, timeZone: 'Europe/Berlin' },
    attendee: { ...request().attendee, name },
    consultants: ['robin'],
  } as const);
}

describe('the feed of a consultant', () => {
  it('tells calendars of each session: when, with whom, and where the desk has it', async () => {
    const booking = await book(deps);
    const properties = await feed();
    expect(only(properties, 'SUMMARY').text).toBe('Ada Park: Live session');
    expect(only(properties, 'DTSTART').raw).toBe('20261124T150000Z');
    expect(only(properties, 'DTEND').raw).toBe('20261124T160000Z');
    expect(only(properties, 'UID').text).toBe(`${booking.id}@example.com`);
    expect(only(properties, 'SEQUENCE').raw).toBe('0');
    expect(only(properties, 'STATUS').raw).toBe('CONFIRMED');
    expect(only(properties, 'URL').raw).toBe(`https://showup.example/desk/bookings/${booking.id}`);
    expect(only(properties, 'X-WR-CALNAME').text).toBe('Example Support: Robin Hale');
    expect(properties.filter(({ name }) => name === 'METHOD')).toEqual([]);
  });

  it('says nobody’s mail address, number, topic or link', async () => {
    const booking = await book(deps, { topic: 'The importer stops' });
    const { url } = await feedAddress(deps, staff, 'robin');
    const text = (await feedOf(deps, tokenOf(url))).replaceAll('\r\n ', '');
    expect(text).toContain(booking.id);
    for (const secret of [
      booking.attendee.email,
      mobile,
      mobile.slice(1),
      'importer',
      '/manage/',
      '/join/',
      'ORGANIZER',
      'ATTENDEE',
    ])
      expect(text).not.toContain(secret);
  });

  it('keeps lines whole whatever a name holds', async () => {
    await set('Grace; BEGIN:VEVENT, "Bär" \\ 何', START);
    expect(summaries(await feed())).toEqual(['Grace; BEGIN:VEVENT, "Bär" \\ 何: Live session']);
  });

  it('goes from a week back to the horizon, in order, and leaves cancelled ones out', async () => {
    await set('too late', NOW + 60 * DAY);
    await set('the last', NOW + 60 * DAY - 2 * HOUR);
    await set('the first', NOW - 7 * DAY + HOUR);
    await set('too early', NOW - 7 * DAY - HOUR);
    const { id } = await set('cancelled', NOW + 3 * DAY);
    await handle(deps, id, { type: 'cancel', by: 'staff', reason: 'x', stamp: NOW, staffId: 'per_sam' });
    expect(summaries(await feed())).toEqual(['the first: Live session', 'the last: Live session']);
    expect(summaries(await feed('kim'))).toEqual([]);
  });

  it('moves an entry with its session', async () => {
    const { id } = await book(deps);
    const move = { by: 'staff', reason: 'Ill', staffId: 'per_sam', stamp: NOW } as const;
    await handle(deps, id, { type: 'reschedule', start: START + DAY, consultants: ['robin'], ...move });
    const properties = await feed();
    expect(only(properties, 'DTSTART').raw).toBe('20261125T150000Z');
    expect(only(properties, 'SEQUENCE').raw).toBe('1');
  });

  it('marks what waits for approval', async () => {
    await handle(deps, 'bkg_pending', {
      ...{ type: 'book', bookingId: 'bkg_pending', sessionType: 'live-60', minutes: 60, start: START },
      ...{ timeZone: 'Europe/Berlin', attendee: request().attendee, consultants: ['robin'] },
      approval: { because: 'company', decideBy: START - HOUR },
    } as const);
    expect(only(await feed(), 'STATUS').raw).toBe('TENTATIVE');
  });
});

describe('the address of a feed', () => {
  it('is the same until it is replaced, and then opens nothing any more', async () => {
    const first = await feedAddress(deps, staff, 'robin');
    expect(await feedAddress(deps, staff, 'robin')).toEqual(first);
    const next = await replaceFeed(deps, staff, 'robin', first.number);
    expect(next.number).toBe(first.number + 1);
    expect((await refusalOf(feedOf(deps, tokenOf(first.url)))).code).toBe('link-invalid');
    expect(await feedOf(deps, tokenOf(next.url))).toContain('BEGIN:VCALENDAR');
    expect((await feedAddress(deps, staff, 'kim')).number).toBe(1);
  });

  it('is made once by two who look at once, and outlives every key that links are signed with', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => feedAddress(deps, staff, 'robin')));
    expect(one).toEqual(other);
    const rotated = { ...deps, linkKeys: () => Promise.resolve(['another key']) };
    expect(await feedAddress(rotated, staff, 'robin')).toEqual(one);
    expect(await feedOf(rotated, tokenOf(one?.url ?? ''))).toContain('BEGIN:VCALENDAR');
  });

  it('is replaced once by two who press at once', async () => {
    await feedAddress(deps, staff, 'robin');
    const [one, other] = await Promise.all([1, 1].map((seen) => replaceFeed(deps, staff, 'robin', seen)));
    expect(one).toEqual(other);
    expect(await replaceFeed(deps, staff, 'robin', 1)).toEqual(one);
    expect((await replaceFeed(deps, staff, 'robin', 2)).number).toBe(3);
  });

  it('is told to our staff alone, and of consultants alone', async () => {
    const member = { kind: 'member', person: { companyId: 'x' } as Member } as const;
    expect((await refusalOf(feedAddress(deps, member, 'robin'))).code).toBe('not-allowed');
    expect((await refusalOf(replaceFeed(deps, member, 'robin', 1))).code).toBe('not-allowed');
    expect((await refusalOf(feedAddress(deps, staff, 'nobody'))).code).toBe('not-found');
  });

  it('opens nothing where any of it is changed', async () => {
    const token = tokenOf((await feedAddress(deps, staff, 'robin')).url);
    const [consultant, number, mac] = token.split('.');
    const wrong = [
      '',
      'robin',
      `kim.${number}.${mac}`,
      `${consultant}.2.${mac}`,
      `${consultant}.01.${mac}`,
      `${consultant}.${number}.${mac}A`,
      `${consultant}.${number}.`,
      `${token}.${mac}`,
      `${consultant}.${'9'.repeat(30)}.${mac}`,
    ];
    for (const one of wrong) expect((await refusalOf(feedOf(deps, one))).code).toBe('link-invalid');
  });
});
